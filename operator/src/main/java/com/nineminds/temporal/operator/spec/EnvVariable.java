package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.EnvSpec;
import java.util.Optional;

/** An environment variable. @param value its literal value; empty text if it has a {@code source} */
public record EnvVariable(String name, String value, Optional<EnvSource> source) {
    static EnvVariable of(EnvSpec spec) {
        return new EnvVariable(
                spec.name(),
                spec.value() == null ? "" : spec.value(),
                Optional.ofNullable(spec.valueFrom()).flatMap(EnvSource::of));
    }
}
