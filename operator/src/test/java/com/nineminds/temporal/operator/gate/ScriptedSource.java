package com.nineminds.temporal.operator.gate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A Temporal whose answers are told per address. An address of which nothing is told has no pollers. */
final class ScriptedSource implements PollerSource {
    /** What one address answers. */
    interface Answer {
        List<Sighting> give() throws ProviderException, InterruptedException;
    }

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    void at(String address, Answer answer) {
        answers.put(address, answer);
    }

    void sees(String address, String identity) {
        at(address, () -> List.of(new Sighting(identity, TaskKind.ACTIVITY, Instant.MAX)));
    }

    /** Never answers. */
    void hangs(String address) {
        CountDownLatch never = new CountDownLatch(1);
        at(address, () -> {
            never.await();
            return List.of();
        });
    }

    int calls(String address) {
        return calls.getOrDefault(address, new AtomicInteger()).get();
    }

    @Override
    public List<Sighting> pollers(Frontend frontend, String namespace, String taskQueue) throws ProviderException {
        String address = frontend.address();
        calls.computeIfAbsent(address, key -> new AtomicInteger()).incrementAndGet();
        try {
            return answers.getOrDefault(address, List::of).give();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(address + " was interrupted", e);
        }
    }
}
