package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;

/** Defaults of Services. */
final class ServiceDefaults {
    private static final int STICKY_SECONDS = 10_800;

    private ServiceDefaults() {}

    static void apply(ObjectNode service) {
        ObjectNode spec = Json.child(service, "spec");
        Absent.put(spec, "sessionAffinity", "None");
        if (Json.text(spec, "sessionAffinity").equals("ClientIP")) {
            Absent.put(
                    Json.child(Json.child(spec, "sessionAffinityConfig"), "clientIP"),
                    "timeoutSeconds",
                    STICKY_SECONDS);
        } else {
            spec.remove("sessionAffinityConfig");
        }
        Absent.put(spec, "type", "ClusterIP");
        if (!Json.text(spec, "type").equals("ExternalName")) {
            Absent.put(spec, "internalTrafficPolicy", "Cluster");
        }
        for (ObjectNode port : Json.objects(spec, "ports")) {
            Absent.put(port, "protocol", "TCP");
            if (port.path("targetPort").asText("0").equals("0")) {
                port.set("targetPort", IntNode.valueOf(port.path("port").asInt()));
            }
        }
    }

    /** What the API server allots when a Service is created or becomes one with an address. */
    static void allot(ObjectNode service, ClusterAddresses addresses) {
        ObjectNode spec = Json.child(service, "spec");
        if (Json.text(spec, "type").equals("ExternalName")) {
            return;
        }
        if (!spec.has("clusterIP")) {
            spec.put("clusterIP", addresses.next());
        }
        if (!spec.has("clusterIPs")) {
            spec.putArray("clusterIPs").add(Json.text(spec, "clusterIP"));
        }
        if (!spec.has("ipFamilies")) {
            spec.putArray("ipFamilies").add("IPv4");
        }
        Absent.put(spec, "ipFamilyPolicy", "SingleStack");
    }
}
