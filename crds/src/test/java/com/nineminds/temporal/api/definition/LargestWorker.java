package com.nineminds.temporal.api.definition;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A worker near every bound of the schema, as large as one request may be. */
final class LargestWorker {
    private static final int TEXT = 5_000;

    private final ObjectNode worker = new ObjectMapper().createObjectNode();
    private final ObjectNode spec = worker.put("apiVersion", "temporal.nineminds.com/v1alpha1")
            .put("kind", "TemporalWorker")
            .putObject("spec");

    private LargestWorker() {}

    static String yaml() {
        var largest = new LargestWorker();
        largest.worker.putObject("metadata").put("name", "w".repeat(40));
        largest.spec.put("image", "registry.example.com/" + "a".repeat(400) + ":1");
        largest.queues();
        largest.variables();
        largest.vault();
        largest.rollout();
        largest.pod();
        return largest.worker.toString();
    }

    private void queues() {
        var temporal = spec.putObject("temporal").put("address", "temporal.example.com:7233");
        var tls = temporal.putObject("tls").put("serverName", "h".repeat(250));
        tls.putObject("caSecretRef").put("name", "s".repeat(250)).put("key", "k".repeat(250));
        tls.putObject("clientCertificateSecretRef").put("name", "s".repeat(250));
        var queues = temporal.putArray("taskQueues");
        for (int i = 0; i < 20; i++) {
            queues.add("q".repeat(190) + i);
        }
    }

    private void variables() {
        var config = spec.putObject("config");
        var env = spec.putArray("env");
        for (int i = 0; i < 100; i++) {
            config.put("c".repeat(240) + i, "v".repeat(TEXT));
            env.addObject().put("name", "e".repeat(240) + i).put("value", "v".repeat(TEXT));
        }
    }

    private void vault() {
        var secrets = spec.putObject("vault").put("role", "orders").putArray("secrets");
        for (int i = 0; i < 20; i++) {
            var keys = secrets.addObject()
                    .put("name", "secret-" + i)
                    .put("path", "secret/data/" + "p".repeat(400))
                    .putObject("keys");
            for (int k = 0; k < 20; k++) {
                keys.put("V" + i + "_" + k, "k".repeat(200));
            }
        }
    }

    private void rollout() {
        var rollout = spec.putObject("rollout");
        var steps = rollout.putArray("steps");
        var gates = rollout.putArray("gates");
        for (int i = 1; i <= 10; i++) {
            steps.addObject().put("share", i).put("hold", "1h59m59s");
            gates.addObject()
                    .put("name", "gate-" + i)
                    .put("type", "Pollers")
                    .put("interval", "5s")
                    .put("count", 100);
        }
    }

    private void pod() {
        var template = spec.putObject("podTemplate");
        var labels = template.putObject("metadata").putObject("labels");
        for (int i = 0; i < 50; i++) {
            labels.put("example.com/label-" + i, "l".repeat(60));
        }
        var containers = template.putObject("spec").putArray("containers");
        for (int i = 0; i < 10; i++) {
            var ports = containers
                    .addObject()
                    .put("name", "c" + i)
                    .put("image", "i".repeat(400))
                    .putArray("ports");
            for (int p = 0; p < 20; p++) {
                ports.addObject().put("name", "p" + p).put("containerPort", 9000 + i * 20 + p);
            }
        }
    }
}
