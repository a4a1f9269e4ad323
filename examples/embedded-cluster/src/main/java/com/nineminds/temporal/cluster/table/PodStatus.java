package com.nineminds.temporal.cluster.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The state of a pod in one word, as kubectl shows it: the most telling reason among its containers. */
final class PodStatus {
    private static final Set<String> FINISHED = Set.of("Succeeded", "Failed");

    private PodStatus() {}

    static String of(ObjectNode pod) {
        String phase = Json.text(pod, "status", "phase");
        if (ObjectMeta.deleting(pod) && !FINISHED.contains(phase)) {
            return "Terminating";
        }
        String said = Json.text(pod, "status", "reason");
        return initializing(pod).orElseGet(() -> running(pod, said.isEmpty() ? phase : said));
    }

    /** How often containers were started again, and how long ago the last time was. */
    static String restarts(ObjectNode pod, Instant now) {
        int restarts = 0;
        String last = "";
        for (ObjectNode status : Json.objects(pod, "status", "containerStatuses")) {
            restarts += status.path("restartCount").asInt();
            String finished = Json.text(status, "lastState", "terminated", "finishedAt");
            last = finished.compareTo(last) > 0 ? finished : last;
        }
        return restarts == 0 || last.isEmpty()
                ? Integer.toString(restarts)
                : "%d (%s ago)".formatted(restarts, Ages.since(last, now));
    }

    private static Optional<String> initializing(ObjectNode pod) {
        List<ObjectNode> statuses = Json.objects(pod, "status", "initContainerStatuses");
        int total = Json.at(pod, "spec", "initContainers").size();
        for (int i = 0; i < statuses.size(); i++) {
            JsonNode state = statuses.get(i).path("state");
            if (isRunningSidecar(pod, statuses.get(i))) {
                continue;
            }
            if (state.has("terminated")) {
                if (Json.at(state, "terminated", "exitCode").asInt() != 0) {
                    return Optional.of("Init:" + terminated(state));
                }
                continue;
            }
            String waiting = Json.text(state, "waiting", "reason");
            boolean telling = !waiting.isEmpty() && !waiting.equals("PodInitializing");
            return Optional.of("Init:" + (telling ? waiting : i + "/" + total));
        }
        return Optional.empty();
    }

    private static boolean isRunningSidecar(ObjectNode pod, ObjectNode status) {
        return status.path("started").asBoolean()
                && Json.objects(pod, "spec", "initContainers").stream()
                        .anyMatch(container -> container.path("name").equals(status.path("name"))
                                && Json.text(container, "restartPolicy").equals("Always"));
    }

    private static String running(ObjectNode pod, String otherwise) {
        String reason = otherwise;
        boolean running = false;
        for (ObjectNode status : Json.objects(pod, "status", "containerStatuses")) {
            JsonNode state = status.path("state");
            String waiting = Json.text(state, "waiting", "reason");
            if (!waiting.isEmpty()) {
                reason = waiting;
            } else if (state.has("terminated")) {
                reason = terminated(state);
            } else {
                running |= status.path("ready").asBoolean();
            }
        }
        return reason.equals("Completed") && running ? "Running" : reason;
    }

    private static String terminated(JsonNode state) {
        String reason = Json.text(state, "terminated", "reason");
        return reason.isEmpty()
                ? "ExitCode:" + Json.at(state, "terminated", "exitCode").asInt()
                : reason;
    }
}
