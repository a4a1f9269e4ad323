package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.config.ConfigException;
import com.nineminds.temporal.cluster.node.config.ConfigSource;
import com.nineminds.temporal.cluster.node.config.PodFields;
import com.nineminds.temporal.cluster.node.config.VolumeFiles;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.HashSet;
import java.util.Set;

/** The volumes of one pod: no container starts before all are there. Used by the pod's thread alone. */
final class PodVolumes {
    private final PodContext context;
    private final Set<String> ready = new HashSet<>();

    PodVolumes(PodContext context) {
        this.context = context;
    }

    /** Returns whether all volumes are there; if not, an event says why and the pod is looked at again later. */
    boolean prepare() {
        Pod pod = context.pod().get();
        ConfigSource source =
                new ConfigSource(context.services().client(), pod.getMetadata().getNamespace());
        VolumeFiles files = new VolumeFiles(source, new PodFields(pod, context.address()));
        for (Volume volume : pod.getSpec().getVolumes()) {
            if (ready.contains(volume.getName())) {
                continue;
            }
            try {
                files.write(volume, context.volumes().resolve(volume.getName()));
                ready.add(volume.getName());
            } catch (ConfigException missing) {
                context.services()
                        .events()
                        .warning(
                                pod,
                                "FailedMount",
                                "MountVolume.SetUp failed for volume \"%s\" : %s"
                                        .formatted(volume.getName(), missing.getMessage()));
                context.syncAfter(context.services().options().backOff().dividedBy(2));
                return false;
            }
        }
        return true;
    }
}
