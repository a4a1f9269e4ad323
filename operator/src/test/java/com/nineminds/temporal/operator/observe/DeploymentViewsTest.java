package com.nineminds.temporal.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.health.DeploymentView;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is read from a Deployment. */
class DeploymentViewsTest {
    @Test
    void numbersAreReadAndWhatIsAbsentIsZero() {
        Deployment deployment = Objects.deployment(
                "replicas: 4", "{observedGeneration: 3, replicas: 5, updatedReplicas: 4, availableReplicas: 2}");

        assertThat(DeploymentViews.of(deployment, "green"))
                .isEqualTo(new DeploymentView("green", 4, 3, 4, 5, 4, 2, Optional.empty(), false));
        assertThat(DeploymentViews.of(Objects.deployment("replicas: 0", "{}"), "green"))
                .isEqualTo(new DeploymentView("green", 4, 0, 0, 0, 0, 0, Optional.empty(), false));
    }

    @Test
    void withoutReplicasTheServerMeansOne() {
        assertThat(DeploymentViews.of(Objects.deployment("{}", "{}"), "green").desired())
                .isEqualTo(1);
    }

    @Test
    void withoutAStatusNothingIsThere() {
        Deployment fresh = Objects.deployment("replicas: 2", "{}");
        fresh.setStatus(null);
        fresh.getMetadata().setGeneration(null);

        assertThat(DeploymentViews.of(fresh, "green"))
                .isEqualTo(new DeploymentView("green", 0, 0, 2, 0, 0, 0, Optional.empty(), false));
    }

    @Test
    void aRefusalIsReadOnlyWhileItHolds() {
        assertThat(refusal("True")).contains("exceeded quota: compute");
        assertThat(refusal("False")).isEmpty();
    }

    @Test
    void aStallIsReadFromItsReason() {
        assertThat(stalled("ProgressDeadlineExceeded")).isTrue();
        assertThat(stalled("NewReplicaSetAvailable")).isFalse();
    }

    private static Optional<String> refusal(String status) {
        return DeploymentViews.of(
                        Objects.deployment(
                                "replicas: 1",
                                "conditions: [{type: ReplicaFailure, status: '" + status
                                        + "', message: 'exceeded quota: compute'}]"),
                        "green")
                .replicaFailure();
    }

    private static boolean stalled(String reason) {
        return DeploymentViews.of(
                        Objects.deployment(
                                "replicas: 1",
                                "conditions: [{type: Progressing, status: 'False', reason: " + reason + "}]"),
                        "green")
                .deadlineExceeded();
    }
}
