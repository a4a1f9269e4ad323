package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.ReplicaSetBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RollingUpdateTest {
    private static final Deployment WEB = Samples.web(4).build();

    @Test
    void anOldPodGoesForEveryNewOneThatIsAvailable() {
        ReplicaSet old = set("old", 3, 3);
        assertThat(RollingUpdate.scaleDownOld(WEB, revisions(set("new", 2, 1), old)))
                .containsExactlyEntriesOf(Map.of(old, 2));
    }

    @Test
    void podsThatAnOldReplicaSetIsGivingUpDoNotCountAsAvailable() {
        assertThat(RollingUpdate.scaleDownOld(WEB, revisions(set("new", 2, 1), set("old", 3, 4))))
                .isEmpty();
    }

    @Test
    void oldPodsThatNeverBecameAvailableGoFirst() {
        ReplicaSet broken = set("broken", 1, 0);
        assertThat(RollingUpdate.scaleDownOld(WEB, revisions(set("new", 1, 0), broken, set("old", 3, 3))))
                .containsExactlyEntriesOf(Map.of(broken, 0));
    }

    private static Revisions revisions(ReplicaSet current, ReplicaSet... old) {
        return new Revisions(Optional.of(current), List.of(old));
    }

    private static ReplicaSet set(String name, int replicas, int available) {
        return new ReplicaSetBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .endSpec()
                .withNewStatus()
                .withAvailableReplicas(available)
                .endStatus()
                .build();
    }
}
