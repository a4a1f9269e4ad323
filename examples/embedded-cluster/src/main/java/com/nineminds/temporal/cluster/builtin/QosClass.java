package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.ArrayList;
import java.util.List;

/** The quality of service of a pod, as its requests and limits of CPU and memory decide it. */
final class QosClass {
    private static final List<String> COUNTED = List.of("cpu", "memory");

    private QosClass() {}

    static String of(ObjectNode pod) {
        List<ObjectNode> containers = new ArrayList<>(Json.objects(pod, "spec", "initContainers"));
        containers.addAll(Json.objects(pod, "spec", "containers"));
        if (containers.stream().noneMatch(QosClass::asksForAnything)) {
            return "BestEffort";
        }
        return containers.stream().allMatch(QosClass::isGuaranteed) ? "Guaranteed" : "Burstable";
    }

    private static boolean asksForAnything(ObjectNode container) {
        return COUNTED.stream()
                .anyMatch(name -> Json.at(container, "resources", "requests").has(name)
                        || Json.at(container, "resources", "limits").has(name));
    }

    private static boolean isGuaranteed(ObjectNode container) {
        JsonNode limits = Json.at(container, "resources", "limits");
        JsonNode requests = Json.at(container, "resources", "requests");
        return COUNTED.stream()
                .allMatch(name -> limits.has(name) && limits.get(name).equals(requests.path(name)));
    }
}
