package com.nineminds.temporal.cluster.subresource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.write.Proposal;
import com.nineminds.temporal.cluster.write.Target;
import com.nineminds.temporal.cluster.write.WriteOptions;
import com.nineminds.temporal.cluster.write.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Binds pods to nodes, as a scheduler does. */
public final class Binding {
    private final Writer writer;
    private final Clock clock;

    public Binding(Writer writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Binds a pod to the target of a binding.
     *
     * @throws ApiException 409 when it is bound or being deleted already
     */
    public void bind(Target pod, ObjectNode binding) {
        String node = Json.text(binding, "target", "name");
        if (node.isEmpty()) {
            throw ApiException.badRequest("target.name must name the node");
        }
        writer.update(pod, current -> Proposal.of(bound(pod, current, node)), WriteOptions.by("kube-scheduler"));
    }

    private ObjectNode bound(Target pod, ObjectNode current, String node) {
        String already = Json.text(current, "spec", "nodeName");
        if (!already.isEmpty()) {
            throw ApiException.conflict(
                    pod.subject(), "pod %s is already assigned to node \"%s\"".formatted(pod.name(), already));
        }
        if (ObjectMeta.deleting(current)) {
            throw ApiException.conflict(
                    pod.subject(), "pod %s is being deleted, cannot be assigned to a host".formatted(pod.name()));
        }
        ObjectNode next = current.deepCopy();
        Json.child(next, "spec").put("nodeName", node);
        Json.child(next, "status")
                .withArray("conditions")
                .addObject()
                .put("type", "PodScheduled")
                .put("status", "True")
                .putNull("lastProbeTime")
                .put(
                        "lastTransitionTime",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        return next;
    }
}
