package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with an object of one of Kubernetes' own kinds. Only the rules that clients meet are checked. */
final class KindValidation {
    private KindValidation() {}

    static List<Cause> validate(String storage, ObjectNode object, Optional<ObjectNode> current) {
        List<Cause> causes = new ArrayList<>();
        switch (storage) {
            case "pods" -> PodValidation.pod(object, current, causes);
            case "deployments.apps", "replicasets.apps" -> WorkloadValidation.validate(object, current, causes);
            case "controllerrevisions.apps" -> revision(object, current, causes);
            case "events" -> event(object, causes);
            case "poddisruptionbudgets.policy" -> PolicyValidation.budget(object, causes);
            case "horizontalpodautoscalers.autoscaling" -> PolicyValidation.autoscaler(object, causes);
            case "services" -> ServiceValidation.validate(object, current, causes);
            case "configmaps", "secrets" -> FileValidation.validate(object, current, causes);
            case "customresourcedefinitions.apiextensions.k8s.io" -> DefinitionValidation.validate(object, causes);
            default -> {
                // The schema says it all.
            }
        }
        return causes;
    }

    private static void revision(ObjectNode revision, Optional<ObjectNode> current, List<Cause> causes) {
        JsonNode data = revision.path("data");
        if (!data.isObject()) {
            causes.add(Cause.required("data", "data is mandatory"));
        }
        nonNegative(revision.path("revision"), "revision", causes);
        current.filter(before -> !before.path("data").equals(data))
                .ifPresent(before -> causes.add(Cause.immutable("data", data)));
    }

    private static void event(ObjectNode event, List<Cause> causes) {
        JsonNode about = Json.at(event, "involvedObject", "namespace");
        String own = ObjectMeta.namespace(event);
        boolean elsewhere = Json.present(about) && !about.asText().equals(own);
        boolean outside = !Json.present(about) && !own.equals("default") && !own.equals("kube-system");
        if (elsewhere || outside) {
            JsonNode shown = TextNode.valueOf(about.asText(""));
            causes.add(Cause.invalid("involvedObject.namespace", shown, "does not match event.namespace"));
        }
    }

    static void nonNegative(JsonNode number, String field, List<Cause> causes) {
        if (number.isNumber() && number.asLong() < 0) {
            causes.add(Cause.invalid(field, number, "must be greater than or equal to 0"));
        }
    }

    /** A whole number or a percentage, neither below zero. */
    static void countOrPercent(JsonNode value, String field, List<Cause> causes) {
        if (value.isTextual() && !value.asText().matches("\\d+%")) {
            causes.add(Cause.invalid(
                    field,
                    value,
                    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%',"
                            + " regex used for validation is '[0-9]+%')"));
        }
        if (value.isTextual() && percent(value) > 100) {
            causes.add(Cause.invalid(field, value, "must not be greater than 100%"));
        }
        nonNegative(value, field, causes);
    }

    static void notSupported(JsonNode value, List<String> supported, String field, List<Cause> causes) {
        if (Json.present(value) && !supported.contains(value.asText())) {
            causes.add(Cause.notSupported(field, value, supported));
        }
    }

    private static int percent(JsonNode value) {
        String digits = value.asText().replace("%", "");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}
