package com.nineminds.temporal.worker.tenant.workflow;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.wire.CancelRequest;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationState;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.Optional;

/** Ends the steps on a {@code cancel} signal as on a cancellation by Temporal, until it is too late for either. */
final class Cancelling {

    private Optional<CancelRequest> request = Optional.empty();
    private Optional<CancellationScope> steps = Optional.empty();
    private boolean accepted;
    private boolean tooLate;

    void request(CancelRequest wish) {
        if (accepted) {
            return;
        }
        request = Optional.of(wish);
        accepted = !tooLate;
        if (accepted) {
            steps.ifPresent(scope -> scope.cancel("cancel signal"));
        }
    }

    /** Runs the steps; a cancellation makes the one that waits for its next attempt throw, one that runs finishes first. */
    void untilCancelled(Runnable all) {
        var scope = Workflow.newCancellationScope(all);
        steps = Optional.of(scope);
        if (accepted) {
            scope.cancel("cancel signal");
        }
        scope.run();
    }

    /** Between two steps: throws if this is where the run ends. */
    void check() {
        CancellationScope.throwCanceled();
    }

    void tooLateFromHere() {
        tooLate = true;
    }

    /** What a cancelled run fails with, if it was a signal that cancelled it. */
    Optional<ApplicationFailure> failure() {
        return request.filter(wish -> accepted)
                .map(wish -> ApplicationFailure.newNonRetryableFailure(
                        "Workflow cancelled: " + wish.reason(), Failures.CANCELLED));
    }

    Optional<TenantCreationState.Cancellation> state() {
        return request.map(wish -> new TenantCreationState.Cancellation(wish.reason(), wish.cancelledBy(), accepted));
    }
}
