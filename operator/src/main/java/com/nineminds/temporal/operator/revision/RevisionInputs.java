package com.nineminds.temporal.operator.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.operator.spec.EffectiveSpec;
import com.nineminds.temporal.operator.spec.EnvSource;
import com.nineminds.temporal.operator.spec.EnvVariable;
import com.nineminds.temporal.operator.spec.ResourceAmounts;
import com.nineminds.temporal.operator.spec.SecretKey;
import com.nineminds.temporal.operator.spec.Settings;
import com.nineminds.temporal.operator.spec.TemporalTarget;
import com.nineminds.temporal.operator.spec.TemporalTls;
import com.nineminds.temporal.operator.spec.VaultSecrets;
import com.nineminds.temporal.operator.spec.WorkerPod;
import java.util.List;
import java.util.Map;

/**
 * What the hash of a revision is made of, as JSON in terms of our own: never a Kubernetes object of a client library, whose next
 * version would write it otherwise and roll every pod. Only what is there is written, no nulls, no empty values; {@code podTemplate}
 * alone is kept as the user wrote it, where both have a meaning. Lists keep their order, since it has one: the first task queue, a
 * variable that refers to an earlier one. Secrets of Vault are sorted.
 */
public final class RevisionInputs {
    static final String CONFIG = "config";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RevisionInputs() {}

    public static JsonNode of(EffectiveSpec spec) {
        WorkerPod pod = spec.pod();
        ObjectNode inputs = JSON.objectNode().put("image", pod.image());
        putUnlessEmpty(inputs, "imagePullSecrets", texts(pod.imagePullSecrets()));
        inputs.set("temporal", temporal(pod.temporal()));
        settings(inputs, pod.settings());
        pod.vault().ifPresent(vault -> inputs.set("vault", vault(vault)));
        putUnlessEmpty(inputs, "resources", resources(pod.resources()));
        inputs.put("healthPort", pod.healthPort());
        inputs.put("drainSeconds", pod.shutdown().drain().toSeconds());
        inputs.put("terminationGraceSeconds", pod.shutdown().grace().toSeconds());
        inputs.put("serviceAccountName", pod.serviceAccountName());
        putUnlessEmpty(inputs, "podTemplate", pod.overrides());
        return inputs;
    }

    private static ObjectNode temporal(TemporalTarget temporal) {
        ObjectNode json = JSON.objectNode().put("address", temporal.address()).put("namespace", temporal.namespace());
        json.set("taskQueues", texts(temporal.taskQueues()));
        temporal.tls().ifPresent(tls -> json.set("tls", tls(tls)));
        return json;
    }

    /** Also written when it is empty, where being there has a meaning. Names of Secrets, never what is in them. */
    private static ObjectNode tls(TemporalTls tls) {
        ObjectNode json = JSON.objectNode();
        tls.serverName().ifPresent(name -> json.put("serverName", name));
        tls.ca().ifPresent(ca -> json.set("ca", secretKey(ca)));
        tls.clientCertificate().ifPresent(secret -> json.put("clientCertificate", secret));
        tls.apiKey().ifPresent(apiKey -> json.set("apiKey", secretKey(apiKey)));
        return json;
    }

    private static ObjectNode secretKey(SecretKey ref) {
        return JSON.objectNode().put("secret", ref.secret()).put("key", ref.key());
    }

    private static void settings(ObjectNode inputs, Settings settings) {
        inputs.put("profile", settings.profile().name());
        putUnlessEmpty(inputs, CONFIG, texts(settings.config()));
        ArrayNode env = JSON.arrayNode();
        settings.env().forEach(variable -> env.add(variable(variable)));
        putUnlessEmpty(inputs, "env", env);
    }

    private static ObjectNode variable(EnvVariable variable) {
        ObjectNode json = JSON.objectNode().put("name", variable.name());
        if (!variable.value().isEmpty()) {
            json.put("value", variable.value());
        }
        variable.source().ifPresent(source -> json.set("valueFrom", source(source)));
        return json;
    }

    private static ObjectNode source(EnvSource source) {
        ObjectNode fields = JSON.objectNode();
        source.fields().forEach((name, value) -> fields.set(name, scalar(value)));
        ObjectNode json = JSON.objectNode();
        json.set(source.kind(), fields);
        return json;
    }

    private static JsonNode scalar(Object value) {
        return value instanceof Boolean bool ? JSON.booleanNode(bool) : JSON.textNode(value.toString());
    }

    private static ObjectNode vault(VaultSecrets vault) {
        ObjectNode secrets = JSON.objectNode();
        vault.secrets().forEach(secret -> {
            ObjectNode json = JSON.objectNode().put("path", secret.path());
            json.set("keys", texts(secret.keys()));
            secrets.set(secret.name(), json);
        });
        ObjectNode json = JSON.objectNode()
                .put("role", vault.role())
                .put("format", vault.format().name());
        json.set("secrets", secrets);
        return json;
    }

    private static ObjectNode resources(ResourceAmounts resources) {
        ObjectNode json = JSON.objectNode();
        putUnlessEmpty(json, "requests", texts(resources.requests()));
        putUnlessEmpty(json, "limits", texts(resources.limits()));
        ArrayNode claims = JSON.arrayNode();
        resources.claims().forEach(claim -> {
            ObjectNode each = claims.addObject().put("name", claim.name());
            if (!claim.request().isEmpty()) {
                each.put("request", claim.request());
            }
        });
        putUnlessEmpty(json, "claims", claims);
        return json;
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode json = JSON.arrayNode();
        texts.forEach(json::add);
        return json;
    }

    private static ObjectNode texts(Map<String, String> texts) {
        ObjectNode json = JSON.objectNode();
        texts.forEach(json::put);
        return json;
    }

    private static void putUnlessEmpty(ObjectNode object, String name, JsonNode value) {
        if (!value.isEmpty()) {
            object.set(name, value);
        }
    }
}
