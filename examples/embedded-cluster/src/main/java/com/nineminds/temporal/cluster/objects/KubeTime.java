package com.nineminds.temporal.cluster.objects;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The API's time format: RFC 3339 in UTC with whole seconds. */
public final class KubeTime {
    private KubeTime() {}

    public static String format(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@link Instant#EPOCH} for an absent time. */
    public static Instant parse(@Nullable String time) {
        return time == null || time.isEmpty() ? Instant.EPOCH : Instant.parse(time);
    }
}
