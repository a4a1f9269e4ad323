package com.nineminds.temporal.cluster.vault;

import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeMountBuilder;
import java.util.ArrayList;
import java.util.List;

/** The volumes that the injector adds: a home for each of its containers, and the directories of the files. */
final class AgentVolumes {
    static final String HOME_INIT = "home-init";
    static final String HOME_SIDECAR = "home-sidecar";

    private static final String SECRETS = "vault-secrets";

    private final Injection injection;
    private final List<String> mountPaths = new ArrayList<>();

    AgentVolumes(Injection injection, SecretFiles files) {
        this.injection = injection;
        mountPaths.add(files.mountPath());
        mountPaths.addAll(files.customMountPaths());
    }

    List<Volume> volumes() {
        List<Volume> volumes = new ArrayList<>();
        if (injection.init()) {
            volumes.add(volume(HOME_INIT));
        }
        if (injection.sidecar()) {
            volumes.add(volume(HOME_SIDECAR));
        }
        for (int i = 0; i < mountPaths.size(); i++) {
            volumes.add(volume(name(i)));
        }
        return volumes;
    }

    /** Where the files are, in every container. */
    List<VolumeMount> mounts() {
        List<VolumeMount> mounts = new ArrayList<>();
        for (int i = 0; i < mountPaths.size(); i++) {
            mounts.add(new VolumeMountBuilder()
                    .withName(name(i))
                    .withMountPath(mountPaths.get(i))
                    .build());
        }
        return mounts;
    }

    private static String name(int index) {
        return index == 0 ? SECRETS : SECRETS + "-custom-" + (index - 1);
    }

    private static Volume volume(String name) {
        return new VolumeBuilder()
                .withName(name)
                .withNewEmptyDir()
                .withMedium("Memory")
                .endEmptyDir()
                .build();
    }
}
