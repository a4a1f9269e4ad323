package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.spec.WorkerPod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;

/** Volumes of a worker's pod. {@code vault-secrets} is not among them: the injector adds one of that name and refuses ours. */
final class PodVolumes {
    static final String CONFIG_DIR = "/etc/temporal-worker/config";

    /** Holds the token with which the Vault agent logs in. */
    static final String VAULT_TOKEN = "vault-token";

    private static final String CONFIG = "config";
    private static final String TMP = "tmp";
    private static final Quantity TMP_SIZE = new Quantity("256", "Mi");

    private PodVolumes() {}

    static List<Volume> of(WorkerRef worker, String hash, WorkerPod pod) {
        List<Volume> volumes = new ArrayList<>(List.of(config(worker, hash), tmp()));
        pod.temporal().tls().ifPresent(tls -> volumes.addAll(TemporalSecrets.volumes(tls)));
        pod.vault().ifPresent(vault -> volumes.add(vaultToken()));
        return volumes;
    }

    /** Of the worker's container. */
    static List<VolumeMount> mounts(WorkerPod pod) {
        List<VolumeMount> mounts = new ArrayList<>(List.of(
                readOnly(CONFIG, CONFIG_DIR),
                new VolumeMountBuilder().withName(TMP).withMountPath("/tmp").build()));
        pod.temporal().tls().ifPresent(tls -> mounts.addAll(TemporalSecrets.mounts(tls)));
        return mounts;
    }

    static VolumeMount readOnly(String volume, String path) {
        return new VolumeMountBuilder()
                .withName(volume)
                .withMountPath(path)
                .withReadOnly(true)
                .build();
    }

    private static Volume config(WorkerRef worker, String hash) {
        return new VolumeBuilder()
                .withName(CONFIG)
                .withNewConfigMap()
                .withName(Names.ofRevision(worker, hash))
                .endConfigMap()
                .build();
    }

    private static Volume tmp() {
        return new VolumeBuilder()
                .withName(TMP)
                .withNewEmptyDir()
                .withSizeLimit(TMP_SIZE)
                .endEmptyDir()
                .build();
    }

    /** The pod mounts no token by itself; the injector mounts this one in the agent's containers only, so the worker has none. */
    private static Volume vaultToken() {
        return new VolumeBuilder()
                .withName(VAULT_TOKEN)
                .withNewProjected()
                .addNewSource()
                .withNewServiceAccountToken()
                .withPath("token")
                .endServiceAccountToken()
                .endSource()
                .endProjected()
                .build();
    }
}
