package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;

/** Finds the defaults of a kind. They are filled in whenever an object is read from a request. */
final class KindDefaults {
    private KindDefaults() {}

    static void apply(String storage, ObjectNode object) {
        switch (storage) {
            case "pods" -> {
                PodDefaults.spec(Json.child(object, "spec"));
                PodDefaults.pod(object);
            }
            case "deployments.apps" -> WorkloadDefaults.deployment(object);
            case "replicasets.apps" -> WorkloadDefaults.replicaSet(object);
            case "services" -> ServiceDefaults.apply(object);
            case "secrets" -> Absent.put(object, "type", "Opaque");
            case "horizontalpodautoscalers.autoscaling" -> AutoscalerDefaults.apply(object);
            case "networkpolicies.networking.k8s.io" -> networkPolicy(object);
            case "namespaces" -> namespace(object);
            default -> {
                // The schema says it all.
            }
        }
    }

    private static void networkPolicy(ObjectNode policy) {
        ObjectNode spec = Json.child(policy, "spec");
        if (!spec.has("policyTypes")) {
            var types = spec.putArray("policyTypes").add("Ingress");
            if (!spec.path("egress").isEmpty()) {
                types.add("Egress");
            }
        }
        for (String direction : new String[] {"ingress", "egress"}) {
            Json.objects(spec, direction)
                    .forEach(rule -> Json.objects(rule, "ports").forEach(port -> Absent.put(port, "protocol", "TCP")));
        }
    }

    private static void namespace(ObjectNode namespace) {
        Absent.put(Json.child(namespace, "status"), "phase", "Active");
        String name = ObjectMeta.name(namespace);
        if (!name.isEmpty()) {
            Json.child(ObjectMeta.metadata(namespace), "labels").put("kubernetes.io/metadata.name", name);
        }
    }
}
