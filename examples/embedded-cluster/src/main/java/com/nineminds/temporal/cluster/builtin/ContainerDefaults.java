package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;

/** Defaults of one container. */
final class ContainerDefaults {
    private static final int PROBE_TIMEOUT_SECONDS = 1;
    private static final int PROBE_PERIOD_SECONDS = 10;
    private static final int PROBE_SUCCESSES = 1;
    private static final int PROBE_FAILURES = 3;

    private ContainerDefaults() {}

    static void apply(ObjectNode container) {
        Absent.put(container, "imagePullPolicy", pullPolicy(Json.text(container, "image")));
        Absent.put(container, "terminationMessagePath", "/dev/termination-log");
        Absent.put(container, "terminationMessagePolicy", "File");
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            Json.objectAt(container, probe).ifPresent(ContainerDefaults::probe);
        }
        for (String hook : List.of("postStart", "preStop")) {
            Json.objectAt(container, "lifecycle", hook, "httpGet").ifPresent(ContainerDefaults::httpGet);
        }
        Json.objects(container, "env")
                .forEach(variable -> Json.objectAt(variable, "valueFrom", "fieldRef")
                        .ifPresent(reference -> Absent.put(reference, "apiVersion", "v1")));
    }

    /** Always for the tag {@code latest}, said or implied; a digest counts as a tag. */
    static String pullPolicy(String image) {
        String afterRegistry = image.substring(image.lastIndexOf('/') + 1);
        boolean tagged = afterRegistry.contains(":") || image.contains("@");
        boolean latest = afterRegistry.endsWith(":latest") && !image.contains("@");
        return tagged && !latest ? "IfNotPresent" : "Always";
    }

    private static void probe(ObjectNode probe) {
        Absent.put(probe, "timeoutSeconds", PROBE_TIMEOUT_SECONDS);
        Absent.put(probe, "periodSeconds", PROBE_PERIOD_SECONDS);
        Absent.put(probe, "successThreshold", PROBE_SUCCESSES);
        Absent.put(probe, "failureThreshold", PROBE_FAILURES);
        Json.objectAt(probe, "httpGet").ifPresent(ContainerDefaults::httpGet);
        Json.objectAt(probe, "grpc").ifPresent(grpc -> Absent.put(grpc, "service", ""));
    }

    private static void httpGet(ObjectNode httpGet) {
        Absent.put(httpGet, "path", "/");
        Absent.put(httpGet, "scheme", "HTTP");
    }
}
