package com.nineminds.temporal.operator.report.events;

import java.util.LinkedHashMap;
import java.util.Map;

/** The names used most recently, up to a limit. Safe for use by many threads. */
final class RecentNames {
    private final Map<String, Boolean> names;

    RecentNames(int limit) {
        this.names = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                return size() > limit;
            }
        };
    }

    /** @return whether the name was not known */
    synchronized boolean add(String name) {
        return names.put(name, Boolean.TRUE) == null;
    }

    synchronized void forget(String name) {
        names.remove(name);
    }
}
