package com.nineminds.temporal.operator.report.docs;

import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Signal;
import com.nineminds.temporal.operator.decide.Transition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@link Transition} as a Mermaid state diagram. Phases in which the target has pods form one composite state, so that a move that all
 * of them share is drawn once.
 */
final class RolloutDiagram {
    static final String COMPOSITE = "target_serves";

    private record Move(RolloutPhase from, Signal signal, RolloutPhase to) {}

    private record Arrow(String from, RolloutPhase to) {}

    private final List<Move> moves = Arrays.stream(Transition.values())
            .flatMap(each -> each.to().stream().map(to -> new Move(each.from(), each.signal(), to)))
            .toList();

    private final List<RolloutPhase> members = Arrays.stream(RolloutPhase.values())
            .filter(RolloutPhase::servesTarget)
            .toList();

    String text() {
        StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n    [*] --> " + COMPOSITE + "\n");
        text.append("    state ").append(COMPOSITE).append(" {\n        [*] --> PROGRESSING\n");
        arrows(move -> members.contains(move.to()))
                .forEach(line -> text.append("        ").append(line).append('\n'));
        text.append("    }\n");
        arrows(move -> !members.contains(move.to()))
                .forEach(line -> text.append("    ").append(line).append('\n'));
        Arrays.stream(RolloutPhase.values())
                .filter(RolloutPhase::terminal)
                .forEach(end -> text.append("    ").append(end).append(" --> [*]\n"));
        return text.append("```\n").toString();
    }

    private List<String> arrows(Predicate<Move> which) {
        TreeMap<String, Arrow> order = new TreeMap<>();
        TreeMap<String, Set<Signal>> labels = new TreeMap<>();
        for (Move move : moves.stream().filter(which).toList()) {
            Arrow arrow = new Arrow(from(move), move.to());
            String key = (shared(move) ? "" : move.from().ordinal()) + "/"
                    + move.to().ordinal();
            order.put(key, arrow);
            labels.computeIfAbsent(key, each -> new TreeSet<>()).add(move.signal());
        }
        return order.entrySet().stream()
                .map(entry -> entry.getValue().from() + " --> "
                        + entry.getValue().to() + " : "
                        + labels.get(entry.getKey()).stream().map(Signal::name).collect(Collectors.joining(", ")))
                .toList();
    }

    private String from(Move move) {
        return shared(move) ? COMPOSITE : move.from().name();
    }

    private boolean shared(Move move) {
        return !members.contains(move.to())
                && members.stream().allMatch(from -> moves.contains(new Move(from, move.signal(), move.to())));
    }
}
