package com.nineminds.temporal.cluster.api;

import java.util.OptionalInt;

/**
 * Which output is asked for.
 *
 * @param container empty when the pod has one only
 * @param previous of the run before the last restart
 * @param tailLines the last lines only; empty for all
 */
public record PodLogQuery(
        String namespace, String pod, String container, boolean follow, boolean previous, OptionalInt tailLines) {}
