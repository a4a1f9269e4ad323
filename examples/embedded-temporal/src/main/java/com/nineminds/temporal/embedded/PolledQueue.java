package com.nineminds.temporal.embedded;

/** What is polled: the name is a task queue's or that of one worker's sticky queue. */
record PolledQueue(String namespace, String name, PollKind kind) {}
