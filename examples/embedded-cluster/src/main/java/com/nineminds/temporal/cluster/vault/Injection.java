package com.nineminds.temporal.cluster.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a pod asks of the injector.
 *
 * @param init whether an init container writes the files before the others start
 * @param initFirst whether it goes before the pod's own init containers
 * @param sidecar whether a container keeps the files up to date
 * @param containers names of those that see the files
 * @param tokenVolume name of the volume with the token to log in with, when the pod names one
 */
record Injection(
        boolean init,
        boolean initFirst,
        boolean sidecar,
        List<String> containers,
        Optional<String> tokenVolume,
        List<SecretFile> files) {
    private static final String TOKEN_VOLUME = "agent-service-account-token-volume-name";

    /** @throws InjectionException for what the real injector refuses, and for what this one does not know */
    static Injection of(ObjectNode pod, PodAnnotations annotations) {
        annotations.refuseUnsupported();
        requireRole(annotations);
        String names = annotations.text("agent-inject-containers", "");
        return new Injection(
                annotations.flag("agent-pre-populate", true),
                annotations.flag("agent-init-first", false),
                !annotations.flag("agent-pre-populate-only", false),
                names.isEmpty() ? containers(pod) : List.of(names.split(",")),
                tokenVolume(pod, annotations.text(TOKEN_VOLUME, "")),
                new SecretFiles(annotations).files());
    }

    private static List<String> containers(ObjectNode pod) {
        return Json.objects(pod, "spec", "containers").stream()
                .map(container -> Json.text(container, "name"))
                .toList();
    }

    private static void requireRole(PodAnnotations annotations) {
        String role = annotations.text("role", annotations.text("auth-config-role", ""));
        if (role.isEmpty() && annotations.text("auth-type", "kubernetes").equals("kubernetes")) {
            throw new InjectionException("no Vault role found");
        }
    }

    /** No API server here mounts a token by itself, so only a pod that refuses one is known to have none. */
    private static Optional<String> tokenVolume(ObjectNode pod, String name) {
        if (name.isEmpty()) {
            boolean none = "false".equals(Json.text(pod, "spec", "automountServiceAccountToken"));
            boolean mounted = Json.objects(pod, "spec", "containers").stream()
                    .flatMap(container -> Json.objects(container, "volumeMounts").stream())
                    .anyMatch(mount -> Json.text(mount, "mountPath").contains("serviceaccount"));
            if (none && !mounted) {
                throw new InjectionException("failed to find service account volume mount");
            }
            return Optional.empty();
        }
        boolean exists = Json.objects(pod, "spec", "volumes").stream()
                .anyMatch(volume -> Json.text(volume, "name").equals(name));
        if (!exists) {
            throw new InjectionException("failed to find service account volume \"" + name + "\"");
        }
        return Optional.of(name);
    }
}
