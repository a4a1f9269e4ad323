package com.nineminds.temporal.operator.spec;

import static com.nineminds.temporal.operator.spec.Findings.present;

import com.nineminds.temporal.api.v1alpha1.EnvSpec;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the worker finds in its environment: {@code config}, {@code env}, and the names they share with {@code vault}. */
final class VariableRules {
    private static final int NAME_LENGTH = 253;

    private VariableRules() {}

    static void check(TemporalWorkerSpec spec, Findings findings) {
        var config = present(spec.config());
        findings.unless(config.keySet().stream().allMatch(VariableRules::isName), "spec.config", Rules.VARIABLE_NAME);
        findings.unless(
                config.keySet().stream().noneMatch(VariableRules::isReserved), "spec.config", Rules.VARIABLE_RESERVED);
        checkEnv(spec.env(), findings);
        if (SpecValidation.isProduction(spec)) {
            var secretConfig = config.entrySet().stream().anyMatch(entry -> isSecret(entry.getKey(), entry.getValue()));
            var secretEnv = present(spec.env()).stream().anyMatch(env -> isSecret(env.name(), env.value()));
            findings.unless(!secretConfig, "spec.config", Rules.CONFIG_SECRET);
            findings.unless(!secretEnv, "spec.env", Rules.ENV_SECRET);
        }
        findings.unless(areDisjoint(spec), "spec", Rules.VARIABLE_ONCE);
        findings.unless(
                variables(spec).noneMatch(name -> TemporalRules.standsFor(name, spec.temporal())),
                "spec",
                Rules.VARIABLE_OF_TEMPORAL);
    }

    static boolean isReserved(String name) {
        return Regex.finds(Patterns.RESERVED_VARIABLE, name);
    }

    private static void checkEnv(@Nullable List<EnvSpec> env, Findings findings) {
        if (env == null) {
            return;
        }
        for (int i = 0; i < env.size(); i++) {
            if (env.get(i) != null) {
                checkEntry(env.get(i), "spec.env[" + i + "]", findings);
            }
        }
        findings.unlessUnique(names(env), "spec.env", Rules.ENV_UNIQUE);
    }

    private static void checkEntry(EnvSpec entry, String path, Findings findings) {
        findings.unlessMatches(entry.name(), Patterns.VARIABLE, path + ".name", Rules.VARIABLE_NAME);
        findings.unless(entry.name() == null || !isReserved(entry.name()), path + ".name", Rules.VARIABLE_RESERVED);
        findings.unless((entry.value() != null) != (entry.valueFrom() != null), path, Rules.ENV_ONE_SOURCE);
        findings.unless(
                entry.valueFrom() == null || sources(entry.valueFrom()) == 1,
                path + ".valueFrom",
                Rules.ENV_VALUE_FROM);
    }

    private static long sources(EnvVarSource source) {
        return Stream.of(
                        source.getSecretKeyRef(),
                        source.getConfigMapKeyRef(),
                        source.getFieldRef(),
                        source.getResourceFieldRef())
                .filter(Objects::nonNull)
                .count();
    }

    private static boolean isName(String key) {
        return key.length() <= NAME_LENGTH && Regex.finds(Patterns.VARIABLE, key);
    }

    private static boolean isSecret(@Nullable String name, @Nullable String value) {
        if (name == null || value == null || value.isEmpty()) {
            return false;
        }
        var promised = Regex.finds(Patterns.SECRET_NAME, name) && !Regex.finds(Patterns.SECRET_METADATA, name);
        return promised || Regex.finds(Patterns.URL_WITH_PASSWORD, value);
    }

    /** Within one of the three a name set twice is that one's own matter. */
    private static boolean areDisjoint(TemporalWorkerSpec spec) {
        Set<String> seen = new HashSet<>(present(spec.config()).keySet());
        var env = Set.copyOf(names(spec.env()));
        var disjoint = env.stream().allMatch(seen::add);
        return Set.copyOf(VaultRules.variables(spec)).stream().allMatch(seen::add) && disjoint;
    }

    private static Stream<String> variables(TemporalWorkerSpec spec) {
        return Stream.of(present(spec.config()).keySet(), names(spec.env()), VaultRules.variables(spec))
                .flatMap(Collection::stream);
    }

    private static List<String> names(@Nullable List<EnvSpec> env) {
        return present(env).stream().map(EnvSpec::name).filter(Objects::nonNull).toList();
    }
}
