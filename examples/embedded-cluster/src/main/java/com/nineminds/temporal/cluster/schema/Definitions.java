package com.nineminds.temporal.cluster.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of Kubernetes' own kinds, as the OpenAPI v3 documents of version 1.36 publish them. Two keywords are
 * added from the Go types: {@code x-omit-zero} names the fields that are left out when empty, {@code x-protobuf} gives
 * the number of each field on the wire.
 */
public final class Definitions {
    private static final String RESOURCE = "kubernetes-schemas.json";
    private static final String OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    private final ObjectNode all;
    private final Map<String, String> byKind = new HashMap<>();

    private Definitions(ObjectNode all) {
        this.all = all;
        for (var definition : all.properties()) {
            for (JsonNode kind : definition.getValue().path("x-kubernetes-group-version-kind")) {
                byKind.put(
                        kindKey(Json.text(kind, "group"), Json.text(kind, "version"), Json.text(kind, "kind")),
                        definition.getKey());
            }
        }
    }

    public static Definitions kubernetes() {
        return Holder.KUBERNETES;
    }

    /** The schema of a kind that Kubernetes itself defines. */
    public Optional<Schema> ofKind(String group, String version, String kind) {
        return nameOfKind(group, version, kind).map(this::named);
    }

    /** The name under which the schema of a kind is kept. */
    public Optional<String> nameOfKind(String group, String version, String kind) {
        return Optional.ofNullable(byKind.get(kindKey(group, version, kind)));
    }

    public Schema named(String name) {
        ObjectNode body = Json.objectAt(all, name)
                .orElseThrow(() -> new IllegalArgumentException("no schema has the name " + name));
        return new Schema(body, body, name, this);
    }

    /** The definition as it is written. */
    public JsonNode source(String name) {
        return all.path(name);
    }

    /** A schema that may refer to the definitions, as that of a custom resource with its metadata does. */
    public Schema schema(ObjectNode node) {
        return schemaAt(node, this);
    }

    /** A schema that refers to nothing. */
    public static Schema plain(ObjectNode node) {
        return schemaAt(node, null);
    }

    /** A reference to the schema of metadata. */
    public static ObjectNode metadataReference() {
        return Json.object().put("$ref", "#/components/schemas/" + OBJECT_META);
    }

    static Schema schemaAt(ObjectNode site, @Nullable Definitions definitions) {
        Optional<String> reference = reference(site);
        if (definitions == null || reference.isEmpty()) {
            return new Schema(site, site, "", definitions);
        }
        String name = reference.get().substring(reference.get().lastIndexOf('/') + 1);
        Schema target = definitions.named(name);
        return new Schema(site, target.source(), name, definitions);
    }

    private static Optional<String> reference(ObjectNode site) {
        JsonNode direct = site.path("$ref");
        JsonNode wrapped = site.path("allOf").path(0).path("$ref");
        return direct.isTextual()
                ? Optional.of(direct.asText())
                : wrapped.isTextual() ? Optional.of(wrapped.asText()) : Optional.empty();
    }

    private static String kindKey(String group, String version, String kind) {
        return group + "/" + version + "/" + kind;
    }

    private static final class Holder {
        static final Definitions KUBERNETES = load();

        private static Definitions load() {
            try (InputStream in = Definitions.class.getResourceAsStream(RESOURCE)) {
                if (in != null && Json.MAPPER.readTree(in) instanceof ObjectNode all) {
                    return new Definitions(all);
                }
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
