package com.nineminds.temporal.operator.decide.story;

import com.nineminds.temporal.operator.decide.Capacity;
import com.nineminds.temporal.operator.decide.Decision;
import com.nineminds.temporal.operator.decide.Fleet;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.Step;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Moment;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes down what the operator makes of what happens: {@code >} is what happens, {@code *} is an event that is told, and a line with
 * phase, step, reason and pods (available/wanted, by revision) follows wherever one of the first three or what is asked for changes.
 */
final class Timeline {
    private final World world;
    private final StringBuilder text = new StringBuilder();
    private String last = "";

    Timeline(World world) {
        this.world = world;
        world.watch(Invariants::hold).watch(this::decided);
    }

    void runTo(long second) {
        world.run(second - world.second());
    }

    void happens(String key, Object value) {
        line("> " + key + " " + value);
    }

    /** With the verdict on every revision at the end. */
    String text() {
        world.record()
                .byHash()
                .values()
                .forEach(revision -> text.append(verdict(revision)).append('\n'));
        return text.toString();
    }

    private void decided(Moment moment) {
        Decision decision = moment.decision();
        decision.notices().forEach(notice -> line("* " + notice.reason() + ": " + notice.message()));
        String where = String.format(
                Locale.ROOT,
                "%-11s %-9s %-20s",
                decision.standing().phase(),
                step(moment).orElse("-"),
                decision.standing().reason());
        String asked = where + new TreeMap<>(decision.capacities());
        if (!asked.equals(last)) {
            last = asked;
            line("  " + where + " " + pods(moment));
        }
    }

    private static Optional<String> step(Moment moment) {
        return moment.inFlight().map(rollout -> step(rollout, moment.policy().steps(rollout.route())));
    }

    private static String step(Rollout rollout, List<Step> steps) {
        int index = Math.min(rollout.step(), steps.size() - 1);
        return (index + 1) + "/" + steps.size() + " " + steps.get(index).share() + "%";
    }

    private static String pods(Moment moment) {
        return moment.decision().revisions().byHash().keySet().stream()
                .map(hash -> pods(hash, moment))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> pods(String hash, Moment moment) {
        Fleet fleet = moment.seen().fleet(hash);
        Optional<Capacity> asked =
                Optional.ofNullable(moment.decision().capacities().get(hash));
        boolean there =
                fleet.runs() || asked.filter(capacity -> !capacity.isZero()).isPresent();
        return there ? Optional.of(hash + " " + fleet.available() + "/" + wanted(fleet, asked)) : Optional.empty();
    }

    private static String wanted(Fleet fleet, Optional<Capacity> asked) {
        Capacity capacity = asked.orElseGet(() -> Capacity.exactly(fleet.desired()));
        return capacity.min() == capacity.max() ? "" + capacity.min() : capacity.min() + ".." + capacity.max();
    }

    private static String verdict(RevisionState revision) {
        String verdict = revision.verdict().map(Enum::name).orElse("no verdict");
        return revision.hash() + ": " + verdict
                + revision.cause()
                        .map(cause -> " for " + cause.reason() + ". " + cause.message())
                        .orElse("");
    }

    private void line(String what) {
        Duration time = Duration.ofSeconds(world.second());
        text.append(String.format(
                        Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart()))
                .append(' ')
                .append(what.stripTrailing())
                .append('\n');
    }
}
