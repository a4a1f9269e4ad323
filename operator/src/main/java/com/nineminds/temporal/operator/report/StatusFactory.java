package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.ConditionStatus;
import com.nineminds.temporal.api.v1alpha1.GateStatus;
import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.RevisionStatus;
import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.decide.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Builds a whole status, never an edit of one. No field changes by the passing of time alone: where nothing happened, the status
 * equals the previous one and the caller may skip the write.
 */
public final class StatusFactory {
    /** Label of every pod of a worker, whatever its revision. */
    private static final String WORKER_LABEL = TemporalWorker.GROUP + "/worker";

    private StatusFactory() {}

    public static TemporalWorkerStatus status(StatusInput in, Instant now) {
        Revisions revisions = in.decision().revisions();
        Summary summary = Summary.of(in.decision().standing(), in.findings());
        RolloutReport rollout = new RolloutReport(in);
        List<GateStatus> gates = rollout.gates(now);
        Serving serving = Serving.of(in);
        return new TemporalWorkerStatus(
                in.generation(),
                summary.phase(),
                rollout.step().orElse(null),
                summary.reason().name(),
                summary.message(),
                revision(in, in.seen().target().flatMap(revisions::get)),
                revision(in, revisions.stable()),
                revision(in, revisions.previous()),
                Wording.orAbsent(RevisionReport.rejected(in)),
                rollout.status(gates).orElse(null),
                Wording.orAbsent(HistoryReport.of(in)),
                pods(in, Fleet::total),
                pods(in, Fleet::available),
                serving.text(),
                GateReport.text(gates).orElse(null),
                WORKER_LABEL + "=" + in.worker(),
                conditions(in, summary, serving, now));
    }

    /**
     * The status of a custom resource that is being deleted. What serves is no longer decided on, so everything but the phase and the
     * conditions stays as it was last told.
     */
    public static TemporalWorkerStatus terminating(
            long generation, Optional<TemporalWorkerStatus> previous, Instant now) {
        Standing standing = new Standing(Phase.Terminating, Reason.Terminating, Reason.Terminating.message());
        Summary summary = Summary.of(standing, Findings.NONE);
        List<ConditionStatus> before = conditions(previous);
        List<ConditionStatus> conditions = new Conditions(generation, before, now).terminating(summary);
        TemporalWorkerStatus last = previous.orElseGet(StatusFactory::nothing);
        return new TemporalWorkerStatus(
                generation,
                summary.phase(),
                null,
                summary.reason().name(),
                summary.message(),
                last.target(),
                last.stable(),
                last.previous(),
                last.rejected(),
                last.rollout(),
                last.history(),
                last.replicas(),
                last.readyReplicas(),
                last.ready(),
                last.gate(),
                last.selector(),
                conditions);
    }

    private static List<ConditionStatus> conditions(StatusInput in, Summary summary, Serving serving, Instant now) {
        Conditions conditions = new Conditions(in.generation(), conditions(in.previous()), now);
        return conditions.of(summary, conditions.available(serving));
    }

    private static List<ConditionStatus> conditions(Optional<TemporalWorkerStatus> status) {
        return status.flatMap(each -> Optional.ofNullable(each.conditions())).orElse(List.of());
    }

    private static @Nullable RevisionStatus revision(StatusInput in, Optional<RevisionState> revision) {
        return revision.map(state -> RevisionReport.of(in, state)).orElse(null);
    }

    private static int pods(StatusInput in, ToIntFunction<Fleet> count) {
        return in.seen().fleets().values().stream().mapToInt(count).sum();
    }

    private static TemporalWorkerStatus nothing() {
        return new TemporalWorkerStatus(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
