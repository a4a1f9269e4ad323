package com.nineminds.temporal.operator.loop.wire;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the Helm chart grants the operator: on workers and their children, and on its Lease. */
public final class ShippedRole {
    private static final Path FILES = Path.of("..", "deploy", "helm", "temporal-worker-operator", "files");
    private static final Set<Permission> PERMISSIONS = Stream.of("rules.yaml", "lease-rules.yaml")
            .flatMap(file -> rules(FILES.resolve(file)).stream())
            .flatMap(ShippedRole::permissions)
            .collect(Collectors.toUnmodifiableSet());

    private ShippedRole() {}

    public static Set<Permission> permissions() {
        return PERMISSIONS;
    }

    /** What is about no resource, everybody may. */
    static boolean grants(Permission needed) {
        return needed.resource().isEmpty() || PERMISSIONS.contains(needed);
    }

    private static Stream<Permission> permissions(PolicyRule rule) {
        return rule.getApiGroups().stream()
                .flatMap(group -> rule.getResources().stream()
                        .flatMap(resource ->
                                rule.getVerbs().stream().map(verb -> new Permission(verb, group, resource))));
    }

    private static List<PolicyRule> rules(Path file) {
        try {
            return Serialization.unmarshal(Files.newInputStream(file), new TypeReference<List<PolicyRule>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
