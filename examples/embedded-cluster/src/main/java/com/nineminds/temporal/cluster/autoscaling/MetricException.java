package com.nineminds.temporal.cluster.autoscaling;

/** A metric cannot be evaluated; the messages are those of a real autoscaler. */
public final class MetricException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String metric;
    private final String count;

    /** @param metric such as {@code cpu resource metric value} */
    MetricException(String reason, String metric, String message) {
        this(reason, metric, message, "");
    }

    private MetricException(String reason, String metric, String message, String count) {
        super(message);
        this.reason = reason;
        this.metric = metric;
        this.count = count;
    }

    /** The same, as the first failure of several metrics. */
    MetricException among(int failed, int all) {
        return new MetricException(
                reason,
                metric,
                message(),
                "invalid metrics (%d invalid out of %d), first error is: ".formatted(failed, all));
    }

    /** For the condition {@code ScalingActive}, such as {@code FailedGetResourceMetric}. */
    public String reason() {
        return reason;
    }

    /** What is wrong with all metrics together. */
    public String summary() {
        return "%sfailed to get %s: %s".formatted(count, metric, message());
    }

    /** What went wrong with this one. */
    public String message() {
        return String.valueOf(getMessage());
    }
}
