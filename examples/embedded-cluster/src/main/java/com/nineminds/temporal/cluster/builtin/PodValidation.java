package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks pods and the pod templates of workloads. */
final class PodValidation {
    private static final List<String> MUTABLE =
            List.of("activeDeadlineSeconds", "terminationGracePeriodSeconds", "tolerations", "schedulingGates");

    private PodValidation() {}

    static void pod(ObjectNode pod, Optional<ObjectNode> current, List<Cause> causes) {
        spec(Json.child(pod, "spec"), "spec", causes);
        current.filter(before -> !fixed(before).equals(fixed(pod)))
                .ifPresent(before -> causes.add(Cause.forbidden(
                        "spec",
                        "pod updates may not change fields other than `spec.containers[*].image`,"
                                + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only"
                                + " additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to"
                                + " be set to 1 if it was previously negative)")));
    }

    static void spec(ObjectNode spec, String path, List<Cause> causes) {
        if (spec.path("containers").isEmpty()) {
            causes.add(Cause.required(FieldPath.field(path, "containers"), ""));
        }
        KindValidation.notSupported(
                spec.path("restartPolicy"),
                List.of("Always", "OnFailure", "Never"),
                FieldPath.field(path, "restartPolicy"),
                causes);
        KindValidation.notSupported(
                spec.path("dnsPolicy"),
                List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None"),
                FieldPath.field(path, "dnsPolicy"),
                causes);
        KindValidation.nonNegative(
                spec.path("terminationGracePeriodSeconds"),
                FieldPath.field(path, "terminationGracePeriodSeconds"),
                causes);
        ContainerValidation containers =
                new ContainerValidation(volumes(spec, FieldPath.field(path, "volumes"), causes), causes);
        for (String list : List.of("initContainers", "containers")) {
            containers.validate(Json.objects(spec, list), FieldPath.field(path, list));
        }
    }

    private static Set<String> volumes(ObjectNode spec, String path, List<Cause> causes) {
        Set<String> names = new HashSet<>();
        List<ObjectNode> volumes = Json.objects(spec, "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            if (!names.add(Json.text(volumes.get(i), "name"))) {
                String field = FieldPath.field(FieldPath.index(path, i), "name");
                causes.add(Cause.duplicate(field, volumes.get(i).path("name")));
            }
        }
        return names;
    }

    /** What an update must leave as it is. */
    private static JsonNode fixed(ObjectNode pod) {
        ObjectNode spec = Json.objectAt(pod, "spec").map(ObjectNode::deepCopy).orElseGet(Json::object);
        spec.remove(MUTABLE);
        for (String list : List.of("initContainers", "containers")) {
            Json.objects(spec, list).forEach(container -> container.remove("image"));
        }
        return spec;
    }
}
