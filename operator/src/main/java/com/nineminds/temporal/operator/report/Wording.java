package com.nineminds.temporal.operator.report;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values are written in a status. */
final class Wording {
    /** A kubelet or a provider may tell a lot; the schema refuses a status with a message beyond 32768. */
    static final int LONGEST_MESSAGE = 2048;

    private Wording() {}

    /** RFC 3339 in UTC and whole seconds, as Kubernetes writes times. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code NOT_READY} as {@code NotReady}, as Kubernetes writes its constants. */
    static String constant(Enum<?> value) {
        return Arrays.stream(value.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    static String clip(String text) {
        return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE - 1) + "…";
    }

    /** An empty list is left out, so that what is read back equals what was written. */
    static <T> @Nullable List<T> orAbsent(List<T> list) {
        return list.isEmpty() ? null : List.copyOf(list);
    }
}
