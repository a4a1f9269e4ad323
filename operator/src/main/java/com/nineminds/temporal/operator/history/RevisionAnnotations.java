package com.nineminds.temporal.operator.history;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A {@link RevisionState} as annotations of its ControllerRevision, and back. */
final class RevisionAnnotations {
    static final String PREFIX = TemporalWorker.GROUP + "/";
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
            annotations.put(CONSUMED, RecordJson.write(state.consumed()));
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
                get(annotations, DECIDED_AT).flatMap(text -> readable(() -> Instant.parse(text))),
                get(annotations, ATTEMPTS)
                        .flatMap(text -> readable(() -> Integer.parseInt(text)))
                        .orElse(0),
                consumed(annotations),
                get(annotations, ROLLOUT).flatMap(text -> readable(() -> RecordJson.read(text, Rollout.class))));
    }

    private static Set<String> consumed(Map<String, String> annotations) {
        return get(annotations, CONSUMED)
                .flatMap(text -> readable(() -> RecordJson.read(text, String[].class)))
                .<Set<String>>map(tokens -> new LinkedHashSet<>(Arrays.asList(tokens)))
                .orElseGet(Set::of);
    }

    /** What a newer operator or a person wrote otherwise is read as absent, too: one odd annotation must not stop every rollback. */
    private static <T> Optional<T> readable(Supplier<T> reading) {
        try {
            return Optional.ofNullable(reading.get());
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
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
