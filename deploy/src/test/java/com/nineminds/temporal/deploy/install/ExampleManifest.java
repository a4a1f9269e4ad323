package com.nineminds.temporal.deploy.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code examples/temporal-worker.yaml} for a small node: another size and pace, and where no Vault injects, Vault's two secrets come from
 * a Secret. The network policy opens the addresses that are here instead of the example's. Everything else is as users copy it.
 */
final class ExampleManifest {
    static final String INSTEAD_OF_VAULT = "vault-secrets";

    private static final Path FILE = Path.of("../examples/temporal-worker.yaml");

    private final JsonNode worker;
    private final ObjectNode spec;

    ExampleManifest(String namespace, String image) {
        worker = read();
        spec = (ObjectNode) worker.get("spec");
        ((ObjectNode) worker.get("metadata")).put("namespace", namespace);
        spec.put("image", image);
        spec.remove("vault");
        List.of("INTERNAL_API_SHARED_SECRET", "ALGA_AUTH_KEY")
                .forEach(name -> spec.withArray("env")
                        .add(yaml("{name: %1$s, valueFrom: {secretKeyRef: {name: %2$s, key: %1$s}}}"
                                .formatted(name, INSTEAD_OF_VAULT))));
        spec.set("scaling", yaml("{replicas: 2}"));
        spec.set("resources", yaml("{requests: {cpu: 50m, memory: 128Mi}, limits: {memory: 384Mi}}"));
        spec.set("rollout", yaml("{steps: [{share: 50, hold: 5s}], bake: 5s, deadline: 4m}"));
    }

    void temporal(String address, String queue) {
        ((ObjectNode) spec.get("temporal"))
                .put("address", address)
                .putArray("taskQueues")
                .add(queue);
    }

    /** @param addresses {@code host:port} of what the worker calls besides Temporal */
    void egress(String... addresses) {
        ArrayNode rules = ((ObjectNode) spec.get("networkPolicy")).putArray("egress");
        for (String address : addresses) {
            String[] parts = address.split(":");
            rules.add(yaml("{to: [{ipBlock: {cidr: %s/32}}], ports: [{port: %s}]}".formatted(parts[0], parts[1])));
        }
    }

    ObjectNode config() {
        return (ObjectNode) spec.get("config");
    }

    TemporalWorker worker() {
        return Serialization.unmarshal(worker.toString(), TemporalWorker.class);
    }

    private static JsonNode read() {
        try {
            return yaml(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What begins with a brace would be taken for JSON. */
    private static JsonNode yaml(String text) {
        return Serialization.unmarshal("---\n" + text, JsonNode.class);
    }
}
