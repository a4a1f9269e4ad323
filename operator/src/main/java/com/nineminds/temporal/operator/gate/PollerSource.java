package com.nineminds.temporal.operator.gate;

import java.util.List;

/** Where pollers are looked up. Calls block; they are made on the runner's threads only. */
public interface PollerSource {
    /**
     * @param address {@code host:port} of the Temporal frontend
     * @return pollers of the queue, of every task type
     * @throws ProviderException if Temporal gives no answer; its message names the address and the remedy
     */
    List<Sighting> pollers(String address, String namespace, String taskQueue) throws ProviderException;
}
