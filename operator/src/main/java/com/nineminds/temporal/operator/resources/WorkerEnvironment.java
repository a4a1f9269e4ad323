package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.spec.EnvVariable;
import com.nineminds.temporal.operator.spec.Settings;
import com.nineminds.temporal.operator.spec.TemporalTarget;
import com.nineminds.temporal.operator.spec.WorkerPod;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Variables of the worker: ours first, so that those of the user can refer to them, as in {@code $(POD_NAME)}. The revision's
 * configuration comes both as variables, for any image, and as files in {@code CONFIG_DIR}.
 */
final class WorkerEnvironment {
    private static final String VAULT_SECRETS_DIR = "/vault/secrets";

    private WorkerEnvironment() {}

    static List<EnvVar> of(WorkerRef worker, String hash, WorkerPod pod) {
        List<EnvVar> env = new ArrayList<>(identity(worker, hash));
        env.addAll(temporal(pod.temporal()));
        pod.temporal().tls().ifPresent(tls -> env.addAll(TemporalSecrets.variables(tls)));
        env.add(literal("ENABLE_HEALTH_CHECK", "true"));
        env.add(literal("HEALTH_CHECK_PORT", String.valueOf(pod.healthPort())));
        env.add(literal("DRAIN_TIMEOUT", pod.shutdown().drain().toSeconds() + "s"));
        env.add(literal("CONFIG_DIR", PodVolumes.CONFIG_DIR));
        pod.vault().ifPresent(vault -> env.add(literal("SECRETS_DIR", VAULT_SECRETS_DIR)));
        Settings settings = pod.settings();
        env.add(literal("TEMPORAL_WORKER_PROFILE", settings.profile().name()));
        settings.env().forEach(variable -> env.add(variable(variable)));
        return env;
    }

    private static List<EnvVar> identity(WorkerRef worker, String hash) {
        return List.of(
                field("POD_NAME", "metadata.name"),
                field("POD_NAMESPACE", "metadata.namespace"),
                field("POD_UID", "metadata.uid"),
                field("POD_IP", "status.podIP"),
                field("NODE_NAME", "spec.nodeName"),
                literal("TEMPORAL_DEPLOYMENT_NAME", worker.name()),
                literal("TEMPORAL_WORKER_BUILD_ID", hash));
    }

    private static List<EnvVar> temporal(TemporalTarget temporal) {
        return List.of(
                literal("TEMPORAL_ADDRESS", temporal.address()),
                literal("TEMPORAL_NAMESPACE", temporal.namespace()),
                literal("TEMPORAL_TASK_QUEUES", String.join(",", temporal.taskQueues())),
                literal("TEMPORAL_TASK_QUEUE", temporal.taskQueues().get(0)));
    }

    static EnvVar literal(String name, String value) {
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

    private static EnvVar variable(EnvVariable variable) {
        EnvVarBuilder env = new EnvVarBuilder().withName(variable.name());
        if (!variable.value().isEmpty()) {
            env.withValue(variable.value());
        }
        variable.source()
                .map(source -> ModelJson.write(Map.of(source.kind(), source.fields())))
                .ifPresent(source -> env.withValueFrom(ModelJson.read(source, EnvVarSource.class)));
        return env.build();
    }
}
