package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.objects.KubeTime;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeConditionBuilder;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.api.model.NodeStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Clock;
import java.util.Map;

/** The Node in the API that stands for one of our nodes. It sends no heartbeats: its condition says what is the case. */
final class NodeObject {
    /** The control plane writes to the Node too: its taints are none of a status' business. */
    private static final PatchContext UNCONDITIONALLY = PatchContext.of(PatchType.JSON_MERGE);

    private static final Map<String, Quantity> CAPACITY =
            Map.of("cpu", new Quantity("16"), "memory", new Quantity("64Gi"), "pods", new Quantity("500"));

    private final KubernetesClient client;
    private final Clock clock;
    private final String name;

    NodeObject(KubernetesClient client, Clock clock, String name) {
        this.client = client;
        this.clock = clock;
        this.name = name;
    }

    /** Creates the Node unless it exists, and makes it ready. */
    void register() {
        Node wanted = new NodeBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("kubernetes.io/hostname", name)
                .addToLabels("kubernetes.io/os", "linux")
                .endMetadata()
                .withNewSpec()
                .endSpec()
                .build();
        if (client.nodes().withName(name).get() == null) {
            client.resource(wanted).create();
        }
        ready();
    }

    void ready() {
        write("True", "KubeletReady", "kubelet is posting ready status");
    }

    /** What the control plane notes when a node's heartbeats stop. */
    void lost() {
        write("Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status.");
    }

    private void write(String ready, String reason, String message) {
        String now = KubeTime.format(clock.instant());
        NodeStatus status = new NodeStatusBuilder()
                .withCapacity(CAPACITY)
                .withAllocatable(CAPACITY)
                .addNewAddress(name, "Hostname")
                .addNewAddress("127.0.0.1", "InternalIP")
                .withConditions(new NodeConditionBuilder()
                        .withType("Ready")
                        .withStatus(ready)
                        .withReason(reason)
                        .withMessage(message)
                        .withLastHeartbeatTime(now)
                        .withLastTransitionTime(now)
                        .build())
                .build();
        client.nodes()
                .withName(name)
                .subresource("status")
                .patch(UNCONDITIONALLY, Serialization.asJson(Map.of("status", status)));
    }
}
