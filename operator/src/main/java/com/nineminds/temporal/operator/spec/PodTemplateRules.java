package com.nineminds.temporal.operator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.nineminds.temporal.api.v1alpha1.Defaults;
import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.api.v1alpha1.Rules;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What {@code podTemplate} must leave to the operator. */
final class PodTemplateRules {
    private static final String TEMPLATE = "spec.podTemplate";
    private static final String POD = TEMPLATE + ".spec";
    private static final String METADATA = TEMPLATE + ".metadata";
    private static final String WORKER = "worker";

    /** Directive of a strategic merge patch; CEL cannot name such a field. */
    private static final String PATCH = "$patch";

    private static final Map<String, String> OWNED_OF_TEMPLATE =
            Map.of("replicas", Rules.POD_REPLICAS, "selector", Rules.POD_SELECTOR);

    private static final Map<String, String> OWNED_OF_POD = Map.of(
            "restartPolicy", Rules.POD_RESTART_POLICY,
            "serviceAccountName", Rules.POD_SERVICE_ACCOUNT,
            "terminationGracePeriodSeconds", Rules.POD_GRACE,
            "activeDeadlineSeconds", Rules.POD_DEADLINE,
            "imagePullSecrets", Rules.POD_PULL_SECRETS);

    private static final Set<String> RENDERED_OF_POD = Set.of("containers", "volumes", "securityContext");
    private static final Set<String> RENDERED_OF_WORKER = Set.of("ports", "volumeMounts", "envFrom", "securityContext");

    private static final Map<String, String> OWNED_OF_WORKER = Map.of(
            "image", Rules.WORKER_IMAGE,
            "env", Rules.WORKER_ENV,
            "resources", Rules.WORKER_RESOURCES,
            "lifecycle", Rules.WORKER_LIFECYCLE,
            "livenessProbe", Rules.WORKER_LIVENESS,
            "readinessProbe", Rules.WORKER_READINESS,
            "startupProbe", Rules.WORKER_STARTUP);

    private final TemporalWorkerSpec spec;
    private final Findings findings;

    private PodTemplateRules(TemporalWorkerSpec spec, Findings findings) {
        this.spec = spec;
        this.findings = findings;
    }

    static void check(TemporalWorkerSpec spec, Findings findings) {
        if (spec.podTemplate() != null) {
            new PodTemplateRules(spec, findings).check(spec.podTemplate());
        }
    }

    private void check(JsonNode template) {
        refuseOwned(template, TEMPLATE, OWNED_OF_TEMPLATE);
        refuseUnknown(template, TEMPLATE, Set.of("metadata", "spec", "replicas", "selector", PATCH));
        refuseRemoval(template, TEMPLATE, Set.of("metadata", "spec"));
        checkMetadata(template.path("metadata"));
        checkPod(template.path("spec"));
        checkContainers(template.path("spec").path("containers"));
        checkInitContainers(template.path("spec").path("initContainers"));
    }

    private void checkMetadata(JsonNode metadata) {
        refuseUnknown(metadata, METADATA, Set.of("labels", "annotations", PATCH));
        refuseRemoval(metadata, METADATA, Set.of("labels", "annotations"));
        findings.unless(
                noKey(
                        metadata.path("labels"),
                        key -> key.startsWith(TemporalWorker.GROUP + "/") || key.startsWith("app.kubernetes.io/")),
                METADATA + ".labels",
                Rules.POD_LABELS);
        findings.unless(
                noKey(metadata.path("annotations"), key -> key.startsWith(TemporalWorker.GROUP + "/")),
                METADATA + ".annotations",
                Rules.POD_ANNOTATIONS);
        findings.unless(
                spec.vault() == null
                        || noKey(metadata.path("annotations"), key -> Regex.finds(Patterns.INJECTOR_ANNOTATION, key)),
                METADATA + ".annotations",
                Rules.POD_VAULT_ANNOTATIONS);
    }

    private void checkPod(JsonNode pod) {
        refuseOwned(pod, POD, OWNED_OF_POD);
        refuseRemoval(pod, POD, RENDERED_OF_POD);
        findings.unless(
                !pod.has("serviceAccount") || pod.has("serviceAccountName"),
                POD + ".serviceAccountName",
                Rules.POD_SERVICE_ACCOUNT);
        findings.unless(
                !SpecValidation.isProduction(spec)
                        || List.of("hostNetwork", "hostPID", "hostIPC").stream()
                                .noneMatch(shared -> pod.path(shared).asBoolean()),
                POD,
                Rules.POD_HOST_NAMESPACES);
        findings.unless(
                none(pod.path("volumes"), volume -> Regex.finds(Patterns.RESERVED_VOLUME, name(volume))),
                POD + ".volumes",
                Rules.POD_VOLUMES);
    }

    private void checkContainers(JsonNode containers) {
        var path = POD + ".containers";
        findings.unless(none(containers, PodTemplateRules::isOfInjector), path, Rules.POD_CONTAINER_NAMES);
        findings.unless(none(containers, this::takesHealthPort), path, Rules.POD_HEALTH_PORT);
        for (int i = 0; i < containers.size(); i++) {
            var container = containers.get(i);
            var at = path + "[" + i + "]";
            if (name(container).equals(WORKER)) {
                checkWorker(container, at);
            } else if (container.has("name")) {
                findings.unless(container.has("image"), at, Rules.POD_CONTAINER_IMAGE);
            } else {
                findings.add(at + ".name", "Required value");
            }
        }
    }

    private void checkWorker(JsonNode container, String path) {
        refuseOwned(container, path, OWNED_OF_WORKER);
        refuseRemoval(container, path, RENDERED_OF_WORKER);
        findings.unless(
                none(
                        container.path("volumeMounts"),
                        mount -> Regex.finds(
                                Patterns.RESERVED_MOUNT, mount.path("mountPath").asText())),
                path + ".volumeMounts",
                Rules.WORKER_MOUNTS);
    }

    private void checkInitContainers(JsonNode containers) {
        var path = POD + ".initContainers";
        findings.unless(none(containers, PodTemplateRules::isOfInjector), path, Rules.POD_CONTAINER_NAMES);
        findings.unless(none(containers, container -> name(container).equals(WORKER)), path, Rules.POD_INIT_WORKER);
    }

    private boolean takesHealthPort(JsonNode container) {
        var health = spec.health() == null ? null : spec.health().port();
        var taken = health == null ? Defaults.HEALTH_PORT : health;
        return !none(
                container.path("ports"),
                port -> name(port).equals("health")
                        || port.path("containerPort").asInt() == taken);
    }

    private void refuseOwned(JsonNode object, String path, Map<String, String> owned) {
        owned.forEach((field, message) -> findings.unless(!object.has(field), path + "." + field, message));
    }

    private void refuseRemoval(JsonNode object, String path, Set<String> rendered) {
        findings.unless(!object.has(PATCH), path + "." + PATCH, Rules.POD_REMOVAL);
        rendered.forEach(field -> findings.unless(!object.path(field).isNull(), path + "." + field, Rules.POD_REMOVAL));
    }

    private void refuseUnknown(JsonNode object, String path, Set<String> known) {
        object.fieldNames()
                .forEachRemaining(
                        field -> findings.unless(known.contains(field), path + "." + field, Rules.POD_FIELDS));
    }

    private static boolean isOfInjector(JsonNode container) {
        return Regex.finds(Patterns.INJECTOR_CONTAINER, name(container));
    }

    private static String name(@Nullable JsonNode object) {
        return object == null ? "" : object.path("name").asText();
    }

    private static boolean noKey(JsonNode object, Predicate<String> refused) {
        return object.properties().stream().map(Map.Entry::getKey).noneMatch(refused);
    }

    private static boolean none(JsonNode list, Predicate<JsonNode> refused) {
        return StreamSupport.stream(list.spliterator(), false).noneMatch(refused);
    }
}
