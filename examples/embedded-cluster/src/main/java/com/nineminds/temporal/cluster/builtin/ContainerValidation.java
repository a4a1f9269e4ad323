package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.schema.Quantities;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the containers of one pod. */
final class ContainerValidation {
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
    private static final int HIGHEST_PORT = 65_535;
    private static final String NOT_A_LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                    + " end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    private final Set<String> volumes;
    private final List<Cause> causes;
    private final Set<String> names = new HashSet<>();

    ContainerValidation(Set<String> volumes, List<Cause> causes) {
        this.volumes = volumes;
        this.causes = causes;
    }

    void validate(List<ObjectNode> containers, String path) {
        for (int i = 0; i < containers.size(); i++) {
            String at = FieldPath.index(path, i);
            name(containers.get(i), FieldPath.field(at, "name"));
            image(containers.get(i), at);
            ports(containers.get(i), FieldPath.field(at, "ports"));
            mounts(containers.get(i), FieldPath.field(at, "volumeMounts"));
            resources(containers.get(i), FieldPath.field(at, "resources"));
        }
    }

    private void name(ObjectNode container, String path) {
        String name = Json.text(container, "name");
        if (name.isEmpty()) {
            causes.add(Cause.required(path, ""));
        } else if (!LABEL.matcher(name).matches()) {
            causes.add(Cause.invalid(path, container.path("name"), NOT_A_LABEL));
        } else if (!names.add(name)) {
            causes.add(Cause.duplicate(path, container.path("name")));
        }
    }

    private void image(ObjectNode container, String path) {
        if (Json.text(container, "image").isEmpty()) {
            causes.add(Cause.required(FieldPath.field(path, "image"), ""));
        }
        KindValidation.notSupported(
                container.path("imagePullPolicy"),
                List.of("Always", "IfNotPresent", "Never"),
                FieldPath.field(path, "imagePullPolicy"),
                causes);
    }

    private void ports(ObjectNode container, String path) {
        List<ObjectNode> ports = Json.objects(container, "ports");
        for (int i = 0; i < ports.size(); i++) {
            int port = ports.get(i).path("containerPort").asInt();
            if (port < 1 || port > HIGHEST_PORT) {
                causes.add(Cause.invalid(
                        FieldPath.field(FieldPath.index(path, i), "containerPort"),
                        ports.get(i).path("containerPort"),
                        "must be between 1 and 65535, inclusive"));
            }
        }
    }

    private void mounts(ObjectNode container, String path) {
        List<ObjectNode> mounts = Json.objects(container, "volumeMounts");
        Set<String> paths = new HashSet<>();
        for (int i = 0; i < mounts.size(); i++) {
            if (!paths.add(Json.text(mounts.get(i), "mountPath"))) {
                String field = FieldPath.field(FieldPath.index(path, i), "mountPath");
                causes.add(Cause.invalid(field, mounts.get(i).path("mountPath"), "must be unique"));
            }
            if (!volumes.contains(Json.text(mounts.get(i), "name"))) {
                String field = FieldPath.field(FieldPath.index(path, i), "name");
                String message = "Not found: " + mounts.get(i).path("name");
                causes.add(new Cause("FieldValueNotFound", message, field));
            }
        }
    }

    private void resources(ObjectNode container, String path) {
        var limits = Json.at(container, "resources", "limits");
        for (var request : Json.at(container, "resources", "requests").properties()) {
            String name = request.getKey();
            var asked = Quantities.parse(request.getValue().asText());
            var most = Quantities.parse(limits.path(name).asText());
            if (asked.isPresent() && most.isPresent() && asked.get().compareTo(most.get()) > 0) {
                String field = FieldPath.field(path, "requests");
                String message = "must be less than or equal to %s limit of %s"
                        .formatted(name, limits.path(name).asText());
                causes.add(Cause.invalid(field, request.getValue(), message));
            }
        }
    }
}
