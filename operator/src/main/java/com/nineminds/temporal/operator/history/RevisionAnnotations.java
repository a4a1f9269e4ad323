package com.nineminds.temporal.operator.history;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A {@link RevisionState} as annotations of its ControllerRevision, and back. */
final class RevisionAnnotations {
    static final String PREFIX = "temporal.nineminds.com/";
    private static final String VERDICT = PREFIX + "verdict";
    private static final String REASON = PREFIX + "reason";
    private static final String EVIDENCE = PREFIX + "evidence";
    private static final String DECIDED_AT = PREFIX + "decided-at";
    private static final String ATTEMPTS = PREFIX + "attempts";
    private static final String CONSUMED = PREFIX + "consumed";
    private static final String ROLLOUT = PREFIX + "rollout";

    private RevisionAnnotations() {}

    static SortedMap<String, String> write(RevisionState state) {
        SortedMap<String, String> annotations = new TreeMap<>();
        state.verdict().ifPresent(verdict -> annotations.put(VERDICT, verdict.name()));
        state.cause().ifPresent(cause -> {
            annotations.put(REASON, cause.reason().name());
            annotations.put(EVIDENCE, cause.message());
        });
        state.decidedAt().ifPresent(at -> annotations.put(DECIDED_AT, at.toString()));
        annotations.put(ATTEMPTS, String.valueOf(state.attempts()));
        if (!state.consumed().isEmpty()) {
            annotations.put(CONSUMED, String.join(",", state.consumed()));
        }
        state.rollout().ifPresent(rollout -> annotations.put(ROLLOUT, RecordJson.write(rollout)));
        return annotations;
    }

    static RevisionState read(String hash, long number, Map<String, String> annotations) {
        return new RevisionState(
                hash,
                number,
                get(annotations, VERDICT).flatMap(text -> constant(Verdict.class, text)),
                get(annotations, REASON)
                        .flatMap(text -> constant(Reason.class, text))
                        .map(reason -> new Failure(reason, annotations.getOrDefault(EVIDENCE, ""))),
                get(annotations, DECIDED_AT).map(Instant::parse),
                get(annotations, ATTEMPTS).map(Integer::parseInt).orElse(0),
                consumed(annotations),
                get(annotations, ROLLOUT).map(text -> RecordJson.read(text, Rollout.class)));
    }

    private static SortedSet<String> consumed(Map<String, String> annotations) {
        return get(annotations, CONSUMED)
                .map(text -> Arrays.stream(text.split(",")).collect(Collectors.toCollection(TreeSet::new)))
                .<SortedSet<String>>map(Collections::unmodifiableSortedSet)
                .orElseGet(Collections::emptySortedSet);
    }

    private static Optional<String> get(Map<String, String> annotations, String key) {
        return Optional.ofNullable(annotations.get(key));
    }

    /** A constant of a newer operator is read as absent: the revision is then judged anew rather than trusted blindly. */
    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
