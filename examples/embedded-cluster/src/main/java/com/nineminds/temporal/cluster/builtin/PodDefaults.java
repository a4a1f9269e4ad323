package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;

/** Defaults of pods and of the pod templates of workloads. */
final class PodDefaults {
    private static final int GRACE_SECONDS = 30;
    private static final int NODE_TROUBLE_SECONDS = 300;

    private PodDefaults() {}

    /** What every pod specification gets, in a pod or in a template. */
    static void spec(ObjectNode spec) {
        Absent.put(spec, "dnsPolicy", "ClusterFirst");
        Absent.put(spec, "restartPolicy", "Always");
        Absent.put(spec, "schedulerName", "default-scheduler");
        Absent.put(spec, "terminationGracePeriodSeconds", GRACE_SECONDS);
        Absent.putObject(spec, "securityContext");
        serviceAccount(spec);
        for (String containers : List.of("initContainers", "containers", "ephemeralContainers")) {
            Json.objects(spec, containers).forEach(ContainerDefaults::apply);
        }
        Json.objects(spec, "volumes").forEach(VolumeDefaults::apply);
    }

    /** What a pod gets besides, when it is created. */
    static void pod(ObjectNode pod) {
        ObjectNode spec = Json.child(pod, "spec");
        for (String containers : List.of("initContainers", "containers")) {
            Json.objects(spec, containers).forEach(PodDefaults::requestsFromLimits);
        }
        spec.putIfAbsent("enableServiceLinks", BooleanNode.TRUE);
    }

    /** What the admission plug-ins of a default cluster add to a pod. */
    static void admit(ObjectNode pod) {
        ObjectNode spec = Json.child(pod, "spec");
        Absent.put(spec, "serviceAccountName", "default");
        serviceAccount(spec);
        Absent.put(spec, "preemptionPolicy", "PreemptLowerPriority");
        Absent.put(spec, "priority", 0);
        for (String trouble : List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")) {
            boolean tolerated = Json.objects(spec, "tolerations").stream()
                    .anyMatch(toleration -> Json.text(toleration, "key").equals(trouble));
            if (!tolerated) {
                spec.withArray("tolerations")
                        .addObject()
                        .put("effect", "NoExecute")
                        .put("key", trouble)
                        .put("operator", "Exists")
                        .put("tolerationSeconds", NODE_TROUBLE_SECONDS);
            }
        }
    }

    /** The deprecated name of the field follows the current one. */
    private static void serviceAccount(ObjectNode spec) {
        String current = Json.text(spec, "serviceAccountName");
        String deprecated = Json.text(spec, "serviceAccount");
        String name = current.isEmpty() ? deprecated : current;
        if (!name.isEmpty()) {
            spec.put("serviceAccountName", name).put("serviceAccount", name);
        }
    }

    private static void requestsFromLimits(ObjectNode container) {
        Json.objectAt(container, "resources", "limits").ifPresent(limits -> {
            ObjectNode requests = Json.child(Json.child(container, "resources"), "requests");
            limits.properties().forEach(limit -> requests.putIfAbsent(limit.getKey(), limit.getValue()));
        });
    }
}
