package com.nineminds.temporal.worker.runtime.sample;

import io.temporal.activity.ActivityInterface;

/** Composes greetings. */
@ActivityInterface(namePrefix = "Greetings_")
public interface Greetings {

    /** Takes {@code workMillis} and heartbeats on the way. */
    String compose(String name, int round, long workMillis);
}
