package com.nineminds.temporal.cluster.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceType;
import java.util.List;

/** The paths of one resource in an OpenAPI document, as far as clients look at them. */
final class Paths {
    private static final List<String> WRITE_PARAMETERS = List.of("dryRun", "fieldManager", "fieldValidation");

    private Paths() {}

    /** @param schema name of the schema of the kind */
    static void add(ObjectNode paths, ResourceType type, String schema) {
        String root = type.group().isEmpty() ? "/api/v1/" : "/apis/" + type.apiVersion() + "/";
        String collection = root + (type.namespaced() ? "namespaces/{namespace}/" : "") + type.plural();
        ObjectNode many = paths.putObject(collection);
        many.set("post", operation(type, "post", schema, WRITE_PARAMETERS));
        if (!type.stored()) {
            return;
        }
        many.set(
                "get", operation(type, "list", schema, List.of("labelSelector", "fieldSelector", "limit", "continue")));
        ObjectNode one = paths.putObject(collection + "/{name}");
        one.set("get", operation(type, "get", schema, List.of()));
        one.set("put", operation(type, "put", schema, WRITE_PARAMETERS));
        one.set("patch", operation(type, "patch", schema, WRITE_PARAMETERS));
        one.set("delete", operation(type, "delete", schema, List.of("dryRun", "propagationPolicy")));
        for (ObjectNode item : List.of(many, one)) {
            ArrayNode parameters = item.putArray("parameters");
            if (type.namespaced()) {
                parameters.add(parameter("namespace", "path"));
            }
        }
        one.withArray("parameters").add(parameter("name", "path"));
    }

    private static ObjectNode operation(ResourceType type, String action, String schema, List<String> parameters) {
        ObjectNode operation = Json.object();
        ArrayNode list = operation.putArray("parameters");
        parameters.forEach(name -> list.add(parameter(name, "query")));
        ObjectNode response = operation.putObject("responses").putObject("200").put("description", "OK");
        response.putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + schema);
        operation.put("x-kubernetes-action", action);
        operation.set(
                "x-kubernetes-group-version-kind", SubresourceKind.of(type).json());
        return operation;
    }

    private static ObjectNode parameter(String name, String in) {
        ObjectNode parameter = Json.object().put("name", name).put("in", in);
        if (in.equals("path")) {
            parameter.put("required", true);
        }
        parameter.putObject("schema").put("type", "string");
        return parameter;
    }
}
