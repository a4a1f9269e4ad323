package com.nineminds.temporal.operator.observe;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.Verbs;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the verb annotations of a worker. */
public final class VerbAnnotations {
    private static final String PREFIX = TemporalWorker.GROUP + "/";

    private VerbAnnotations() {}

    public static Verbs read(@Nullable Map<String, String> annotations) {
        if (annotations == null) {
            return Verbs.NONE;
        }
        return new Verbs(Arrays.stream(Verb.Kind.values())
                .flatMap(kind -> Optional.ofNullable(annotations.get(PREFIX + kind.key()))
                        .filter(value -> !value.isBlank())
                        .map(value -> new Verb(kind, value.strip()))
                        .stream())
                .toList());
    }
}
