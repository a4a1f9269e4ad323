package com.nineminds.temporal.cluster.controllers;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Brings objects of one kind closer to what they should be. It reads live state; watches only say when to look. */
interface Controller {
    String name();

    /** Registers which changes are a reason to look at which object. */
    void watch(Watches watches, Consumer<ObjectName> enqueue);

    /** Returns after what time to look again without any change; empty for never. A thrown exception means soon. */
    Optional<Duration> reconcile(ObjectName name);
}
