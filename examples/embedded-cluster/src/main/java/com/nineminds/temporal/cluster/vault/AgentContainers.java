package com.nineminds.temporal.cluster.vault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.objects.GoDuration;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The containers that the injector adds, as it makes them. */
final class AgentContainers {
    private static final String TOKEN_PATH = "/var/run/secrets/vault.hashicorp.com/serviceaccount";
    private static final String START =
            "echo ${VAULT_CONFIG?} | base64 -d > /home/vault/config.json && vault agent -config=/home/vault/config.json";

    private final PodAnnotations annotations;
    private final Injection injection;
    private final AgentVolumes volumes;
    private final ObjectNode pod;

    AgentContainers(PodAnnotations annotations, Injection injection, AgentVolumes volumes, ObjectNode pod) {
        this.annotations = annotations;
        this.injection = injection;
        this.volumes = volumes;
        this.pod = pod;
    }

    Container init() {
        return container("vault-agent-init", AgentVolumes.HOME_INIT, true);
    }

    Container sidecar() {
        return container("vault-agent", AgentVolumes.HOME_SIDECAR, false);
    }

    private Container container(String name, String home, boolean exitAfterAuth) {
        List<VolumeMount> mounts = new ArrayList<>();
        mounts.add(new VolumeMountBuilder()
                .withName(home)
                .withMountPath("/home/vault")
                .build());
        injection
                .tokenVolume()
                .ifPresent(token -> mounts.add(new VolumeMountBuilder()
                        .withName(token)
                        .withMountPath(TOKEN_PATH)
                        .withReadOnly(true)
                        .build()));
        mounts.addAll(volumes.mounts());
        ContainerBuilder container = new ContainerBuilder()
                .withName(name)
                .withImage(annotations.text("agent-image", VaultInjector.IMAGE))
                .withCommand("/bin/sh", "-ec")
                .withArgs(START)
                .withEnv(variables(exitAfterAuth))
                .withNewResources()
                .withRequests(amounts("requests", "250m", "64Mi"))
                .withLimits(amounts("limits", "500m", "128Mi"))
                .endResources()
                .withVolumeMounts(mounts);
        if (annotations.flag("agent-set-security-context", true)) {
            container.withSecurityContext(securityContext());
        }
        return container.build();
    }

    private List<EnvVar> variables(boolean exitAfterAuth) {
        String interval = annotations.text("template-static-secret-render-interval", "");
        AgentConfig config = new AgentConfig(
                exitAfterAuth, GoDuration.parse(interval).orElse(AgentConfig.DEFAULT_INTERVAL), injection.files());
        return List.of(
                field("NAMESPACE", "metadata.namespace"),
                field("HOST_IP", "status.hostIP"),
                field("POD_IP", "status.podIP"),
                literal("VAULT_LOG_LEVEL", annotations.text("log-level", "info")),
                literal("VAULT_LOG_FORMAT", annotations.text("log-format", "standard")),
                literal(AgentConfig.VARIABLE, config.encode()));
    }

    private Map<String, Quantity> amounts(String kind, String cpu, String memory) {
        Map<String, Quantity> amounts = new TreeMap<>();
        amount(amounts, "cpu", annotations.text("agent-" + kind + "-cpu", cpu));
        amount(amounts, "memory", annotations.text("agent-" + kind + "-mem", memory));
        amount(amounts, "ephemeral-storage", annotations.text("agent-" + kind + "-ephemeral", ""));
        return amounts;
    }

    private static void amount(Map<String, Quantity> amounts, String resource, String amount) {
        if (!amount.isEmpty()) {
            amounts.put(resource, Quantity.parse(amount));
        }
    }

    private SecurityContext securityContext() {
        long user = annotations.flag("agent-run-as-same-user", false)
                ? firstContainersUser()
                : annotations.number("agent-run-as-user", 100);
        long group = annotations.number("agent-run-as-group", 1000);
        return new SecurityContextBuilder()
                .withRunAsUser(user)
                .withRunAsGroup(group)
                .withRunAsNonRoot(user != 0 && group != 0)
                .withReadOnlyRootFilesystem(true)
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .build();
    }

    private long firstContainersUser() {
        var context = Json.at(pod, "spec").path("containers").path(0).path("securityContext");
        if (!Json.present(context)) {
            throw new InjectionException("No SecurityContext found for Container 0");
        }
        if (!context.path("runAsUser").isNumber()) {
            throw new InjectionException("RunAsUser is nil for Container 0's SecurityContext");
        }
        if (context.path("runAsUser").asLong() == 0) {
            throw new InjectionException("container not allowed to run as root");
        }
        return context.path("runAsUser").asLong();
    }

    private static EnvVar literal(String name, String value) {
        return new EnvVarBuilder().withName(name).withValue(value).build();
    }

    private static EnvVar field(String name, String path) {
        return new EnvVarBuilder()
                .withName(name)
                .withNewValueFrom()
                .withNewFieldRef()
                .withFieldPath(path)
                .endFieldRef()
                .endValueFrom()
                .build();
    }
}
