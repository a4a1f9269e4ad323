package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.TemporalSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the worker polls.
 *
 * @param address {@code host:port} of the frontend
 * @param namespace default {@code default}
 * @param taskQueues at least one, in the order of the spec
 * @param tls empty: plain text
 */
public record TemporalTarget(String address, String namespace, List<String> taskQueues, Optional<TemporalTls> tls) {
    private static final String NAMESPACE = "default";

    public TemporalTarget {
        taskQueues = List.copyOf(taskQueues);
    }

    static TemporalTarget of(TemporalSpec spec) {
        return new TemporalTarget(
                spec.address(),
                Objects.requireNonNullElse(spec.namespace(), NAMESPACE),
                spec.taskQueues(),
                TemporalTls.of(spec));
    }

    public int port() {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }
}
