package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What the server decides about an object of one of Kubernetes' own kinds when it is created, and keeps afterwards. */
final class Creation {
    private static final List<String> ALLOTTED = List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy");

    private Creation() {}

    static void apply(String storage, ObjectNode object, ClusterAddresses addresses) {
        switch (storage) {
            case "pods" -> pod(object);
            case "services" -> ServiceDefaults.allot(object, addresses);
            case "secrets" -> secret(object);
            case "namespaces" -> namespace(object);
            case "customresourcedefinitions.apiextensions.k8s.io" -> DefinitionStatus.accept(object);
            default -> {
                // Nothing to decide.
            }
        }
    }

    static void carryOver(String storage, ObjectNode next, ObjectNode current, ClusterAddresses addresses) {
        switch (storage) {
            case "services" -> {
                service(next, current);
                ServiceDefaults.allot(next, addresses);
            }
            case "secrets" -> secret(next);
            case "customresourcedefinitions.apiextensions.k8s.io" -> DefinitionStatus.accept(next);
            default -> {
                // Nothing to keep.
            }
        }
    }

    private static void pod(ObjectNode pod) {
        PodDefaults.admit(pod);
        pod.putObject("status").put("phase", "Pending").put("qosClass", QosClass.of(pod));
    }

    /** An update that does not name the allotted fields keeps them. */
    private static void service(ObjectNode next, ObjectNode current) {
        ObjectNode spec = Json.child(next, "spec");
        for (String field : ALLOTTED) {
            if (!spec.has(field) && current.path("spec").has(field)) {
                spec.set(field, current.path("spec").get(field));
            }
        }
    }

    /** {@code stringData} is written only: it becomes data. */
    private static void secret(ObjectNode secret) {
        Json.objectAt(secret, "stringData").ifPresent(texts -> {
            ObjectNode data = Json.child(secret, "data");
            texts.properties()
                    .forEach(entry ->
                            data.put(entry.getKey(), encode(entry.getValue().asText())));
            secret.remove("stringData");
        });
    }

    private static String encode(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void namespace(ObjectNode namespace) {
        ObjectNode spec = Json.child(namespace, "spec");
        if (!Json.texts(spec, "finalizers").contains("kubernetes")) {
            spec.withArray("finalizers").add("kubernetes");
        }
        namespace.putObject("status").put("phase", "Active");
    }
}
