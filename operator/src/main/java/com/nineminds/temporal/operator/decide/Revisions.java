package com.nineminds.temporal.operator.decide;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Everything that is durably known of a worker's revisions, by hash. */
public record Revisions(SortedMap<String, RevisionState> byHash) {
    public static final Revisions NONE = new Revisions(Collections.emptySortedMap());

    private static final Comparator<RevisionState> BY_DECISION = Comparator.<RevisionState, java.time.Instant>comparing(
                    revision -> revision.decidedAt().orElse(java.time.Instant.EPOCH))
            .thenComparing(RevisionState::number);

    public Revisions {
        byHash = Collections.unmodifiableSortedMap(new TreeMap<>(byHash));
    }

    public static Revisions of(Iterable<RevisionState> states) {
        SortedMap<String, RevisionState> byHash = new TreeMap<>();
        states.forEach(state -> byHash.put(state.hash(), state));
        return new Revisions(byHash);
    }

    /** The revision that was promoted last: what serves, and what a failed rollout goes back to. */
    public Optional<RevisionState> stable() {
        return promoted().findFirst();
    }

    /** The revision that was stable before. */
    public Optional<RevisionState> previous() {
        return promoted().skip(1).findFirst();
    }

    public Optional<RevisionState> get(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    public List<RevisionState> inFlight() {
        return byHash.values().stream().filter(RevisionState::inFlight).toList();
    }

    public List<RevisionState> newestFirst() {
        return byHash.values().stream()
                .sorted(Comparator.comparingLong(RevisionState::number).reversed())
                .toList();
    }

    /** By the latest verdict, so that a revision that came back counts as recent. */
    public List<RevisionState> latestDecidedFirst() {
        return byHash.values().stream().sorted(BY_DECISION.reversed()).toList();
    }

    public long nextNumber() {
        return byHash.values().stream().mapToLong(RevisionState::number).max().orElse(0) + 1;
    }

    public Revisions with(RevisionState state) {
        SortedMap<String, RevisionState> more = new TreeMap<>(byHash);
        more.put(state.hash(), state);
        return new Revisions(more);
    }

    private Stream<RevisionState> promoted() {
        return byHash.values().stream()
                .filter(revision -> revision.is(Verdict.PROMOTED))
                .sorted(BY_DECISION.reversed());
    }
}
