package com.nineminds.temporal.cluster.objects;

import java.time.Duration;

/** Durations as Go prints them, which is how Kubernetes writes them into messages: {@code 10s}, {@code 1m20s}, {@code 250ms}. */
public final class GoDuration {
    private GoDuration() {}

    public static String format(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return duration.toMillis() + "ms";
        }
        String hours = duration.toHours() > 0 ? duration.toHours() + "h" : "";
        String minutes = duration.toMinutes() > 0 ? duration.toMinutesPart() + "m" : "";
        String fraction = duration.toMillisPart() == 0 ? "" : "." + "%03d".formatted(duration.toMillisPart());
        return hours + minutes + duration.toSecondsPart() + fraction.replaceAll("0+$", "") + "s";
    }
}
