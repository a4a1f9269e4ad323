package com.nineminds.temporal.cluster.autoscaling;

/** A metric cannot be evaluated; the message is the one that a real autoscaler reports. */
public final class MetricException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    private final String count;

    MetricException(String reason, String message) {
        this(reason, message, "");
    }

    private MetricException(String reason, String message, String count) {
        super(message);
        this.reason = reason;
        this.count = count;
    }

    /** The same, as the first failure of several metrics. */
    MetricException among(int failed, int all) {
        return new MetricException(
                reason, message(), "invalid metrics (%d invalid out of %d), first error is: ".formatted(failed, all));
    }

    /** For the condition {@code ScalingActive}, such as {@code FailedGetResourceMetric}. */
    public String reason() {
        return reason;
    }

    /** What is wrong with all metrics together. */
    public String summary() {
        return count + message();
    }

    /** What went wrong with this one. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
