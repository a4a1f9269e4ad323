package com.nineminds.temporal.operator.spec;

import com.nineminds.temporal.api.v1alpha1.EnvSpec;
import com.nineminds.temporal.api.v1alpha1.Profile;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the worker is told besides where to poll.
 *
 * @param profile default production
 * @param config content of the revision's ConfigMap
 * @param env further variables, in the order of the spec, since one may refer to those before it
 */
public record Settings(Profile profile, SortedMap<String, String> config, List<EnvVariable> env) {
    public Settings {
        config = Collections.unmodifiableSortedMap(new TreeMap<>(config));
        env = List.copyOf(env);
    }

    static Settings of(TemporalWorkerSpec spec) {
        return new Settings(
                Objects.requireNonNullElse(spec.profile(), Profile.production),
                new TreeMap<>(Objects.requireNonNullElse(spec.config(), Map.of())),
                Objects.requireNonNullElse(spec.env(), List.<EnvSpec>of()).stream()
                        .map(EnvVariable::of)
                        .toList());
    }
}
