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

/** Checks Services. */
final class ServiceValidation {
    private static final int HIGHEST_PORT = 65_535;

    private ServiceValidation() {}

    static void validate(ObjectNode service, Optional<ObjectNode> current, List<Cause> causes) {
        JsonNode spec = service.path("spec");
        String type = Json.text(spec, "type");
        KindValidation.notSupported(
                spec.path("type"),
                List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort"),
                "spec.type",
                causes);
        boolean headless = Json.text(spec, "clusterIP").equals("None");
        if (spec.path("ports").isEmpty() && !headless && !type.equals("ExternalName")) {
            causes.add(Cause.required("spec.ports", ""));
        }
        ports(Json.objects(spec, "ports"), causes);
        current.filter(before ->
                        keepsAddress(before, service) && !address(before).equals(address(service)))
                .ifPresent(before -> causes.add(Cause.invalid(
                        "spec.clusterIPs[0]", Json.array().add(address(service)), "may not change once set")));
    }

    private static void ports(List<ObjectNode> ports, List<Cause> causes) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            String path = FieldPath.index("spec.ports", i);
            JsonNode port = ports.get(i).path("port");
            if (port.asInt() < 1 || port.asInt() > HIGHEST_PORT) {
                causes.add(
                        Cause.invalid(FieldPath.field(path, "port"), port, "must be between 1 and 65535, inclusive"));
            }
            String name = Json.text(ports.get(i), "name");
            if (name.isEmpty() && ports.size() > 1) {
                causes.add(Cause.required(FieldPath.field(path, "name"), ""));
            } else if (!names.add(name)) {
                causes.add(Cause.duplicate(
                        FieldPath.field(path, "name"), ports.get(i).path("name")));
            }
        }
    }

    private static boolean keepsAddress(ObjectNode before, ObjectNode after) {
        return !Json.text(before, "spec", "type").equals("ExternalName")
                && !Json.text(after, "spec", "type").equals("ExternalName")
                && !address(before).isEmpty();
    }

    private static String address(ObjectNode service) {
        return Json.text(service, "spec", "clusterIP");
    }
}
