package com.nineminds.temporal.operator.apply;

import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What others own in the pod template of a Deployment, such as the annotation of {@code kubectl rollout restart}. It is theirs and
 * is left alone, but it rolls pods without a gate.
 */
public final class ForeignFields {
    private static final List<String> TEMPLATE = List.of("f:spec", "f:template");
    private static final int MOST_SHOWN = 3;

    /**
     * Fields of one owner.
     *
     * @param since when the owner last wrote, as the API server has it; empty if unknown
     */
    public record Owned(String owner, String since, List<String> fields) {
        public Owned {
            fields = List.copyOf(fields);
        }

        /** The first few fields and their owner, such as {@code metadata.annotations.team (kubectl-edit)}. */
        public String text() {
            String shown = fields.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
            String more = fields.size() > MOST_SHOWN ? " and " + (fields.size() - MOST_SHOWN) + " more" : "";
            return shown + more + " (" + owner + ")";
        }
    }

    private ForeignFields() {}

    public static List<Owned> inPodTemplate(Deployment deployment) {
        return deployment.getMetadata().getManagedFields().stream()
                .filter(ForeignFields::foreign)
                .map(ForeignFields::owned)
                .filter(owned -> !owned.fields().isEmpty())
                .toList();
    }

    /** Makes a Deployment forget all other managed fields. */
    public static void keepOnly(Deployment deployment) {
        deployment
                .getMetadata()
                .setManagedFields(deployment.getMetadata().getManagedFields().stream()
                        .filter(ForeignFields::foreign)
                        .filter(entry -> !template(entry.getFieldsV1()).isEmpty())
                        .toList());
    }

    private static boolean foreign(ManagedFieldsEntry entry) {
        return !ServerSideApply.FIELD_MANAGER.equals(entry.getManager()) && entry.getFieldsV1() != null;
    }

    private static Owned owned(ManagedFieldsEntry entry) {
        List<String> fields = new ArrayList<>();
        collect("", template(entry.getFieldsV1()), fields);
        return new Owned(
                Objects.requireNonNullElse(entry.getManager(), "unknown"),
                Objects.requireNonNullElse(entry.getTime(), ""),
                fields);
    }

    private static Map<?, ?> template(FieldsV1 all) {
        Map<?, ?> here = all.getAdditionalProperties();
        for (String step : TEMPLATE) {
            here = here.get(step) instanceof Map<?, ?> next ? next : Map.of();
        }
        return here;
    }

    /** A field is named by the path that leads to it; what only marks that an owner created a parent is no field. */
    private static void collect(String path, Map<?, ?> fields, List<String> into) {
        fields.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.equals(".")) {
                return;
            }
            String here = path + (path.isEmpty() || name.startsWith("k:") ? "" : ".") + readable(name);
            if (value instanceof Map<?, ?> inner && inner.keySet().stream().anyMatch(child -> !".".equals(child))) {
                collect(here, inner, into);
            } else {
                into.add(here);
            }
        });
    }

    private static String readable(String name) {
        if (name.startsWith("f:")) {
            return name.substring(2);
        }
        return name.startsWith("k:") ? "[" + name.substring(2).replaceAll("[{}\"]", "") + "]" : name;
    }
}
