package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.spec.EffectiveSpec;
import com.nineminds.temporal.operator.spec.NetworkAccess;
import com.nineminds.temporal.operator.spec.WorkerPod;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In: the health port. Out: DNS, Temporal, Vault where it is used, and what the spec lists; by port, since a policy cannot name a
 * host. The ports are those that the pods behind a Service listen on.
 */
public final class NetworkPolicyResource {
    private static final int DNS = 53;
    private static final int VAULT = 8200;

    private NetworkPolicyResource() {}

    /** @return empty unless the spec asks for one */
    public static Optional<NetworkPolicy> desired(WorkerRef worker, EffectiveSpec spec) {
        return spec.networkPolicy().map(access -> policy(worker, spec.pod(), access));
    }

    private static NetworkPolicy policy(WorkerRef worker, WorkerPod pod, NetworkAccess access) {
        return new NetworkPolicyBuilder()
                .withMetadata(Metadata.shared(worker))
                .withNewSpec()
                .withNewPodSelector()
                .withMatchLabels(Labels.selectingWorker(worker))
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .addNewIngress()
                .withPorts(port("TCP", new IntOrString(WorkerContainer.HEALTH_PORT)))
                .endIngress()
                .withEgress(egress(pod, access))
                .endSpec()
                .build();
    }

    private static List<NetworkPolicyEgressRule> egress(WorkerPod pod, NetworkAccess access) {
        List<NetworkPolicyEgressRule> rules = new ArrayList<>();
        rules.add(anywhere(port("UDP", new IntOrString(DNS)), port("TCP", new IntOrString(DNS))));
        rules.add(anywhere(port("TCP", new IntOrString(pod.temporal().port()))));
        pod.vault().ifPresent(vault -> rules.add(anywhere(port("TCP", new IntOrString(VAULT)))));
        access.egress().forEach(rule -> rules.add(withProtocols(rule)));
        return rules;
    }

    private static NetworkPolicyEgressRule anywhere(NetworkPolicyPort... ports) {
        return new NetworkPolicyEgressRuleBuilder().withPorts(ports).build();
    }

    private static NetworkPolicyPort port(String protocol, IntOrString port) {
        return new NetworkPolicyPortBuilder()
                .withProtocol(protocol)
                .withPort(port)
                .build();
    }

    /** The server writes the default into these rules, which server-side apply owns as a whole. */
    private static NetworkPolicyEgressRule withProtocols(NetworkPolicyEgressRule rule) {
        return new NetworkPolicyEgressRuleBuilder(rule)
                .withPorts(rule.getPorts().stream()
                        .map(port -> new NetworkPolicyPortBuilder(port)
                                .withProtocol(port.getProtocol() == null ? "TCP" : port.getProtocol())
                                .build())
                        .toList())
                .build();
    }
}
