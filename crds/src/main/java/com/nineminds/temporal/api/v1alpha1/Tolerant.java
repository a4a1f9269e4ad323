package com.nineminds.temporal.api.v1alpha1;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a word of a newer definition than this code knows as absent. Otherwise one such object would stop the informer, and with
 * it the operator, for every worker.
 */
final class Tolerant {
    private Tolerant() {}

    static <E extends Enum<E>> @Nullable E read(Class<E> type, @Nullable String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
