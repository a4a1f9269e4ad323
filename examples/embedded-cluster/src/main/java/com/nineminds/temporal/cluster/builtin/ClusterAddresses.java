package com.nineminds.temporal.cluster.builtin;

import java.util.concurrent.atomic.AtomicInteger;

/** Hands out the virtual addresses of Services, each once. */
final class ClusterAddresses {
    private static final int BLOCK = 256;

    private final AtomicInteger last = new AtomicInteger();

    String next() {
        int number = last.incrementAndGet();
        return "10.96.%d.%d".formatted(number / BLOCK % BLOCK, number % BLOCK);
    }
}
