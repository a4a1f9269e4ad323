package com.nineminds.temporal.cluster.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.admission.Admission;
import com.nineminds.temporal.cluster.admission.AdmissionRequest;
import com.nineminds.temporal.cluster.admission.AdmissionRequest.Operation;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Set;

/**
 * Changes pods as the Vault agent injector (vault-k8s) does: a pod with the annotation {@code vault.hashicorp.com/agent-inject}
 * gets the containers {@code vault-agent-init} and {@code vault-agent} and the volumes that they share with the others. What the
 * real one would do and this one cannot is refused, with the annotation's name. The node needs {@link VaultAgent} for the images
 * that {@link #IMAGES} means.
 */
public final class VaultInjector implements Admission {
    /** Means all images of Vault. */
    public static final String IMAGES = "hashicorp/vault:*";

    static final String IMAGE = "hashicorp/vault:1.21.0";

    private static final String STATUS = "agent-inject-status";
    private static final String INIT_CONTAINERS = "initContainers";
    private static final Set<String> SYSTEM = Set.of("kube-system", "kube-public");

    @Override
    public ObjectNode admit(AdmissionRequest request) {
        boolean newPod = request.operation() == Operation.CREATE
                && request.subresource().isEmpty()
                && request.type().storage().equals("pods");
        if (!newPod) {
            return request.object();
        }
        try {
            return inject(request.object());
        } catch (InjectionException refused) {
            throw ApiException.deniedByWebhook("vault.hashicorp.com", refused.why());
        }
    }

    private static ObjectNode inject(ObjectNode pod) {
        PodAnnotations annotations = new PodAnnotations(pod);
        boolean injected = annotations.text(STATUS, "").equals("injected");
        if (injected || !annotations.flag("agent-inject", false)) {
            return pod;
        }
        if (SYSTEM.contains(ObjectMeta.namespace(pod))) {
            throw new InjectionException(
                    "error with request namespace: cannot inject into system namespaces: " + ObjectMeta.namespace(pod));
        }
        Injection injection = Injection.of(pod, annotations);
        AgentVolumes volumes = new AgentVolumes(injection, new SecretFiles(annotations));
        change(pod, injection, volumes, new AgentContainers(annotations, injection, volumes, pod));
        Json.child(ObjectMeta.metadata(pod), "annotations").put(PodAnnotations.PREFIX + STATUS, "injected");
        return pod;
    }

    private static void change(ObjectNode pod, Injection injection, AgentVolumes volumes, AgentContainers agents) {
        ObjectNode spec = Json.child(pod, "spec");
        for (Volume volume : volumes.volumes()) {
            spec.withArray("volumes").add(json(volume));
        }
        for (ObjectNode container : Json.objects(spec, "containers")) {
            if (injection.containers().contains(Json.text(container, "name"))) {
                mount(container, volumes.mounts());
            }
        }
        if (injection.init()) {
            Json.objects(spec, INIT_CONTAINERS).forEach(container -> mount(container, volumes.mounts()));
            ArrayNode init = spec.withArray(INIT_CONTAINERS);
            init.insert(injection.initFirst() ? 0 : init.size(), json(agents.init()));
        }
        if (injection.sidecar()) {
            spec.withArray("containers").add(json(agents.sidecar()));
        }
    }

    private static void mount(ObjectNode container, List<VolumeMount> mounts) {
        mounts.forEach(mount -> container.withArray("volumeMounts").add(json(mount)));
    }

    private static JsonNode json(Object model) {
        return Serialization.jsonMapper().valueToTree(model);
    }
}
