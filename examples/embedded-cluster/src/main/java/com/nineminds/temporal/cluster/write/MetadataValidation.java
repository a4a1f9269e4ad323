package com.nineminds.temporal.cluster.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.error.FieldPath;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks names, labels, annotations, owners and finalizers, alike for all kinds. */
final class MetadataValidation {
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final Pattern LABEL_VALUE = Pattern.compile("(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?");
    private static final Set<String> LABEL_NAMED = Set.of("namespaces", "services");
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int MOST_ANNOTATIONS = 256 * 1024;
    private static final String SUBDOMAIN_RULE =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must"
                    + " start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String LABEL_RULE =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and"
                    + " end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String VALUE_RULE =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must"
                    + " start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex"
                    + " used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
    private static final String QUALIFIED_RULE =
            "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                    + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation"
                    + " is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    private static final String OWNERS = "metadata.ownerReferences";

    private MetadataValidation() {}

    static List<Cause> validate(Target target, ObjectNode object, Optional<ObjectNode> current) {
        List<Cause> causes = new ArrayList<>();
        name(target, ObjectMeta.name(object), causes);
        labels(Json.at(object, "metadata", "labels"), causes);
        annotations(Json.at(object, "metadata", "annotations"), causes);
        owners(Json.objects(object, "metadata", "ownerReferences"), causes);
        current.filter(ObjectMeta::deleting).ifPresent(before -> finalizers(before, object, causes));
        return causes;
    }

    private static void name(Target target, String name, List<Cause> causes) {
        boolean label = LABEL_NAMED.contains(target.type().storage());
        Pattern pattern = label ? LABEL : SUBDOMAIN;
        if (name.isEmpty()) {
            causes.add(Cause.required("metadata.name", "name or generateName is required"));
        } else if (!pattern.matcher(name).matches()) {
            causes.add(Cause.invalid("metadata.name", TextNode.valueOf(name), label ? LABEL_RULE : SUBDOMAIN_RULE));
        } else if (name.length() > (label ? LONGEST_LABEL : LONGEST_NAME)) {
            String message = "must be no more than %d bytes".formatted(label ? LONGEST_LABEL : LONGEST_NAME);
            causes.add(Cause.invalid("metadata.name", TextNode.valueOf(name), message));
        }
    }

    private static void labels(JsonNode labels, List<Cause> causes) {
        for (var label : labels.properties()) {
            qualifiedName(label.getKey(), "metadata.labels", causes);
            String value = label.getValue().asText();
            if (value.length() > LONGEST_LABEL) {
                causes.add(Cause.invalid("metadata.labels", label.getValue(), "must be no more than 63 bytes"));
            } else if (!LABEL_VALUE.matcher(value).matches()) {
                causes.add(Cause.invalid("metadata.labels", label.getValue(), VALUE_RULE));
            }
        }
    }

    private static void annotations(JsonNode annotations, List<Cause> causes) {
        int size = 0;
        for (var annotation : annotations.properties()) {
            qualifiedName(annotation.getKey(), "metadata.annotations", causes);
            size += annotation.getKey().length()
                    + annotation.getValue().asText().length();
        }
        if (size > MOST_ANNOTATIONS) {
            causes.add(Cause.tooLong("metadata.annotations", MOST_ANNOTATIONS));
        }
    }

    private static void qualifiedName(String key, String path, List<Cause> causes) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        boolean prefixFits =
                slash < 0 || SUBDOMAIN.matcher(key.substring(0, slash)).matches();
        if (!prefixFits || !QUALIFIED.matcher(name).matches()) {
            causes.add(Cause.invalid(path, TextNode.valueOf(key), QUALIFIED_RULE));
        } else if (name.length() > LONGEST_LABEL) {
            String message = "name part must be no more than 63 bytes";
            causes.add(Cause.invalid(path, TextNode.valueOf(key), message));
        }
    }

    private static void owners(List<ObjectNode> owners, List<Cause> causes) {
        List<String> controllers = owners.stream()
                .filter(owner -> owner.path("controller").asBoolean())
                .map(owner -> Json.text(owner, "kind") + "/" + Json.text(owner, "name"))
                .toList();
        if (controllers.size() > 1) {
            String message =
                    "Only one reference can have Controller set to true. Found \"true\" in references for %s and %s"
                            .formatted(controllers.get(0), controllers.get(1));
            causes.add(Cause.invalid(OWNERS, Json.array().addAll(owners), message));
        }
        for (ObjectNode owner : owners) {
            for (String field : List.of("apiVersion", "kind", "name", "uid")) {
                if (Json.text(owner, field).isEmpty()) {
                    String message = (field.equals("apiVersion") ? "version " : "") + "must not be empty";
                    causes.add(Cause.invalid(FieldPath.field(OWNERS, field), TextNode.valueOf(""), message));
                }
            }
        }
    }

    private static void finalizers(ObjectNode before, ObjectNode after, List<Cause> causes) {
        List<String> added = new ArrayList<>(ObjectMeta.finalizers(after));
        added.removeAll(ObjectMeta.finalizers(before));
        if (!added.isEmpty()) {
            causes.add(Cause.forbidden(
                    "metadata.finalizers",
                    "no new finalizers can be added if the object is being deleted, found new finalizers []string{\""
                            + String.join("\", \"", added) + "\"}"));
        }
    }
}
