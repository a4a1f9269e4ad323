package com.nineminds.temporal.worker.tenant.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.stub.Provisioning;
import com.nineminds.temporal.worker.tenant.wire.CancelRequest;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationState;
import com.nineminds.temporal.worker.tenant.wire.TenantCreationStep;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs whose step waits for its next attempt when somebody wants them to end, on the server at {@code TEMPORAL_ADDRESS}.
 *
 * <p>Not on the test server (temporal-test-server 1.38.0): there an activity whose cancellation was requested between two attempts gets
 * another workflow task but no event that closes it, neither now nor at its schedule-to-close timeout. The workflow has nothing to go on
 * with until its run timeout.
 */
@EnabledIf("isServerGiven")
class RealServerCancellationTest {

    private enum Wish {
        SIGNAL(run -> run.signal("cancel", new CancelRequest("changed my mind", "ada")), ApplicationFailure.class),
        CANCELLATION(WorkflowStub::cancel, CanceledFailure.class);

        private final Consumer<WorkflowStub> made;
        private final Class<? extends TemporalFailure> end;

        Wish(Consumer<WorkflowStub> made, Class<? extends TemporalFailure> end) {
            this.made = made;
            this.end = end;
        }
    }

    private static final Predicate<PendingActivityInfo> CANCEL_REQUESTED =
            activity -> activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_CANCEL_REQUESTED;

    private final Provisioning provisioning = Provisioning.on(System.getenv("TEMPORAL_ADDRESS"));
    private final CompletableFuture<WorkflowStub> running = new CompletableFuture<>();

    static boolean isServerGiven() {
        boolean given = System.getenv("TEMPORAL_ADDRESS") != null;
        if (!given) {
            System.out.println("RealServerCancellationTest skipped: TEMPORAL_ADDRESS names no Temporal server");
        }
        return given;
    }

    @AfterEach
    void stop() {
        provisioning.close();
    }

    @ParameterizedTest
    @EnumSource(Wish.class)
    void a_run_that_waits_for_its_next_attempt_ends_at_once(Wish wish) {
        provisioning.faults.once("createAdminUser", attempt -> {
            throw overloaded();
        });
        WorkflowStub run = start();
        await().atMost(Duration.ofSeconds(30)).until(() -> isAtWork(run, activity -> activity.getAttempt() == 2));

        wish.made.accept(run);

        assertEndedBy(wish, run);
    }

    @ParameterizedTest
    @EnumSource(Wish.class)
    void a_run_whose_attempt_fails_after_the_wish_makes_no_other(Wish wish) {
        provisioning.faults.once("createAdminUser", attempt -> {
            wish.made.accept(running.join());
            await().atMost(Duration.ofSeconds(30)).until(() -> isAtWork(running.join(), CANCEL_REQUESTED));
            throw overloaded();
        });

        assertEndedBy(wish, start());
    }

    /** Asks for a pause that no test would wait for. */
    private static RuntimeException overloaded() {
        return Failures.serviceUnavailable("overloaded", Optional.of(Duration.ofMinutes(5)));
    }

    private WorkflowStub start() {
        WorkflowStub run = provisioning.start(Provisioning.under(CompensationPolicy.COMPENSATE, Provisioning.acme()));
        running.complete(run);
        return run;
    }

    private static boolean isAtWork(WorkflowStub run, Predicate<PendingActivityInfo> how) {
        return run.describe().getRawDescription().getPendingActivitiesList().stream()
                .filter(activity -> activity.getActivityType().getName().equals("createAdminUser"))
                .anyMatch(how);
    }

    private void assertEndedBy(Wish wish, WorkflowStub run) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Provisioning.state(run).failure().isPresent());
        TenantCreationState state = Provisioning.state(run);
        assertThat(state.step()).isEqualTo(TenantCreationStep.FAILED);
        assertThat(state.failure().orElseThrow().compensation()).contains("verified");
        assertThat(provisioning.failure(run)).isInstanceOf(wish.end);
        assertThat(state.error()).hasValueSatisfying(why -> assertThat(why).doesNotContain("overloaded"));
        assertThat(provisioning.fixture.database.rows()).isEmpty();
        assertThat(provisioning.faults.attempts()).containsOnlyOnce("createAdminUser");
    }
}
