package com.nineminds.temporal.operator.loop.wire;

/** One verb on one resource, as a role grants it. */
public record Permission(String verb, String group, String resource) {
    @Override
    public String toString() {
        return verb + " " + resource + (group.isEmpty() ? "" : "." + group);
    }
}
