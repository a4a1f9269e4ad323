package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.RejectedStatus;
import com.nineminds.temporal.api.v1alpha1.RevisionStatus;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The revisions that matter now: what they run, and those that are never served again. */
final class RevisionReport {
    private static final int MOST_REJECTED = 50;

    private static final Comparator<RevisionState> LATEST_VERDICT_FIRST = Comparator.<RevisionState, Instant>comparing(
                    revision -> revision.decidedAt().orElse(Instant.EPOCH))
            .thenComparing(RevisionState::number)
            .reversed();

    private RevisionReport() {}

    static RevisionStatus of(StatusInput in, RevisionState revision) {
        return new RevisionStatus(
                revision.hash(),
                revision.number(),
                in.images().get(revision.hash()),
                Serving.wanted(in, revision.hash()),
                in.seen().fleet(revision.hash()).available(),
                revision.verdict().map(Wording::constant).orElse(null));
    }

    static List<RejectedStatus> rejected(StatusInput in) {
        return in.decision().revisions().byHash().values().stream()
                .filter(revision -> revision.is(Verdict.REJECTED))
                .sorted(LATEST_VERDICT_FIRST)
                .limit(MOST_REJECTED)
                .map(RevisionReport::rejected)
                .toList();
    }

    private static RejectedStatus rejected(RevisionState revision) {
        Optional<Failure> cause = revision.cause();
        return new RejectedStatus(
                revision.hash(),
                cause.map(why -> why.reason().name()).orElse("Unknown"),
                cause.map(Failure::reason)
                        .map(Reason::category)
                        .map(Wording::constant)
                        .orElse(null),
                cause.map(Failure::message).map(Wording::clip).orElse(null),
                revision.decidedAt().map(Wording::time).orElse(null));
    }
}
