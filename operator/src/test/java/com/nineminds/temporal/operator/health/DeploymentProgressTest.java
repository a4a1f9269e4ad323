package com.nineminds.temporal.operator.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a Deployment stands, for every possible combination of its numbers up to three. */
class DeploymentProgressTest {
    private static final int MOST = 3;

    @Test
    void noDeploymentIsAbsent() {
        assertThat(DeploymentProgress.of(Optional.empty())).isEqualTo(DeploymentProgress.ABSENT);
    }

    @Test
    void everyOtherStandsWhereKubectlSays() {
        for (int desired = 0; desired <= MOST; desired++) {
            for (int replicas = 0; replicas <= MOST; replicas++) {
                for (int updated = 0; updated <= replicas; updated++) {
                    for (int available = 0; available <= updated; available++) {
                        for (int bits = 0; bits < 4; bits++) {
                            check(desired, replicas, updated, available, (bits & 1) != 0, (bits & 2) != 0);
                        }
                    }
                }
            }
        }
    }

    private static void check(
            int desired, int replicas, int updated, int available, boolean seen, boolean deadlineExceeded) {
        DeploymentView view = new DeploymentView(
                "green", 7, seen ? 7 : 6, desired, replicas, updated, available, Optional.empty(), deadlineExceeded);
        assertThat(DeploymentProgress.of(Optional.of(view))).as("%s", view).isEqualTo(kubectl(view));
    }

    /** {@code DeploymentStatusViewer.Status} of kubectl, condition by condition; pods beyond the desired ones are waited for as kstatus does. */
    private static DeploymentProgress kubectl(DeploymentView view) {
        if (view.generation() > view.observedGeneration()) {
            return DeploymentProgress.STALE;
        }
        if (view.deadlineExceeded()) {
            return DeploymentProgress.STALLED;
        }
        boolean updating = view.updated() < view.desired();
        boolean oldOnesLeft = view.replicas() > view.updated();
        boolean comingUp = view.available() < view.updated();
        boolean tooMany = view.replicas() > view.desired();
        return updating || oldOnesLeft || comingUp || tooMany
                ? DeploymentProgress.PROGRESSING
                : DeploymentProgress.COMPLETE;
    }
}
