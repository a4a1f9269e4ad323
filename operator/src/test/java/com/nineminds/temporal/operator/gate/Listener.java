package com.nineminds.temporal.operator.gate;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Hears of changes, and of which workers are gone. */
final class Listener implements Audience {
    private final Consumer<WorkerKey> heard;
    private final Set<WorkerKey> gone = ConcurrentHashMap.newKeySet();

    Listener(Consumer<WorkerKey> heard) {
        this.heard = heard;
    }

    void lose(WorkerKey worker) {
        gone.add(worker);
    }

    @Override
    public void changed(WorkerKey worker) {
        heard.accept(worker);
    }

    @Override
    public boolean has(WorkerKey worker) {
        return !gone.contains(worker);
    }
}
