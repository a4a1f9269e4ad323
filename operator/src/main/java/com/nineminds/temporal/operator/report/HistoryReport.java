package com.nineminds.temporal.operator.report;

import com.nineminds.temporal.api.v1alpha1.HistoryStatus;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Finished rollouts, newest first. The record of a revision holds its last rollout only; earlier attempts, and those of revisions
 * that were retired, are carried over from the previous status within the limit.
 */
final class HistoryReport {
    private static final Comparator<HistoryStatus> NEWEST_FIRST = Comparator.<HistoryStatus, String>comparing(
                    each -> Objects.requireNonNullElse(each.finishedAt(), ""))
            .thenComparing(each -> Objects.requireNonNullElse(each.startedAt(), ""))
            .thenComparing(HistoryStatus::hash)
            .reversed();

    private record Key(String hash, String startedAt) {
        static Key of(HistoryStatus entry) {
            return new Key(entry.hash(), Objects.requireNonNullElse(entry.startedAt(), ""));
        }
    }

    private HistoryReport() {}

    static List<HistoryStatus> of(StatusInput in) {
        Map<Key, HistoryStatus> entries = new LinkedHashMap<>();
        in.previous()
                .flatMap(status -> Optional.ofNullable(status.history()))
                .orElse(List.of())
                .forEach(entry -> entries.put(Key.of(entry), entry));
        in.decision().revisions().newestFirst().stream()
                .flatMap(revision -> finished(in, revision).stream())
                .forEach(entry -> entries.put(Key.of(entry), entry));
        return entries.values().stream()
                .sorted(NEWEST_FIRST)
                .limit(in.policy().historyLimit())
                .toList();
    }

    private static Optional<HistoryStatus> finished(StatusInput in, RevisionState revision) {
        return revision.rollout()
                .filter(rollout -> rollout.phase().terminal())
                .map(rollout -> new HistoryStatus(
                        revision.hash(),
                        revision.number(),
                        in.images().get(revision.hash()),
                        Wording.constant(verdict(rollout.phase())),
                        reason(revision, rollout).name(),
                        Wording.time(rollout.startedAt()),
                        Wording.time(rollout.since())));
    }

    /** How the rollout ended, which need not be the verdict on the revision: one that was promoted before may be superseded later. */
    private static Verdict verdict(RolloutPhase end) {
        return switch (end) {
            case PROMOTED -> Verdict.PROMOTED;
            case SUPERSEDED -> Verdict.SUPERSEDED;
            default -> Verdict.REJECTED;
        };
    }

    private static Reason reason(RevisionState revision, Rollout rollout) {
        return switch (rollout.phase()) {
            case PROMOTED -> Reason.Promoted;
            case SUPERSEDED -> Reason.Superseded;
            case FAILED -> revision.cause().map(Failure::reason).orElse(Reason.InitialRolloutFailed);
            default -> revision.cause().map(Failure::reason).orElse(Reason.RolledBack);
        };
    }
}
