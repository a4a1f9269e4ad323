package com.nineminds.temporal.operator.gate;

import java.util.List;

/** Where pollers are looked up. Calls block; they are made on the runner's threads only. */
public interface PollerSource {
    /**
     * @return pollers of the queue, of every task type
     * @throws ProviderException if Temporal gives no answer; its message names the address and the remedy
     */
    List<Sighting> pollers(Frontend frontend, String namespace, String taskQueue) throws ProviderException;
}
