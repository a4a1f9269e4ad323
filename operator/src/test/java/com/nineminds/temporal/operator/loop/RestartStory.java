package com.nineminds.temporal.operator.loop;

import static com.nineminds.temporal.operator.decide.Transition.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.Transition;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/** What may happen to a worker in which revision {@code one} serves, told so that every move of a rollout is made once. */
enum RestartStory {
    A_PROMOTION_THAT_WAITS_FOR_EVIDENCE(
            RestartStory::waitForEvidence,
            PROGRESSING_PAUSED,
            PROGRESSING_AVAILABLE,
            GATING_PAUSED,
            GATING_LOST,
            GATING_BLIND,
            PAUSED_LOST,
            PAUSED_RESUMED,
            HOLDING_DONE,
            BAKING_DONE),
    A_PROMOTION_THAT_LOSES_PODS(
            RestartStory::losePods, GATING_PASSED, HOLDING_PAUSED, HOLDING_LOST, BAKING_PAUSED, BAKING_LOST),
    PROMOTIONS_THAT_ARE_CUT_SHORT(
            RestartStory::cutShort,
            PROGRESSING_CUT_SHORT,
            GATING_CUT_SHORT,
            HOLDING_CUT_SHORT,
            PAUSED_CUT_SHORT,
            BAKING_CUT_SHORT),
    ROLLOUTS_THAT_ARE_SUPERSEDED(
            RestartStory::supersede,
            PROGRESSING_SUPERSEDED,
            GATING_SUPERSEDED,
            HOLDING_SUPERSEDED,
            PAUSED_SUPERSEDED,
            BAKING_SUPERSEDED),
    ROLLOUTS_THAT_ARE_ABORTED(
            RestartStory::abort,
            PROGRESSING_ABORTED,
            GATING_ABORTED,
            HOLDING_ABORTED,
            PAUSED_ABORTED,
            BAKING_ABORTED,
            ROLLING_BACK_RESTORED),
    REVISIONS_THAT_CRASH(
            RestartStory::crash, PROGRESSING_FATAL, GATING_FATAL, HOLDING_FATAL, PAUSED_FATAL, BAKING_FATAL),
    REVISIONS_THAT_POLL_NOTHING(RestartStory::pollNothing, GATING_FAILED, PAUSED_FAILED),
    ROLLOUTS_THAT_ARE_LATE(
            RestartStory::late, PROGRESSING_LATE, GATING_LATE, ROLLING_BACK_LATE, ROLLING_BACK_SUPERSEDED);

    /** Pods of one revision that differ from each other, which no simulated node offers. */
    static final List<Transition> NOT_TOLD = List.of(HOLDING_LATE);

    private static final String LONG_HOLD = "[{share: 50, hold: 10m}]";

    final List<Transition> rows;
    private final BiConsumer<Story, Succession> plot;

    RestartStory(BiConsumer<Story, Succession> plot, Transition... rows) {
        this.plot = plot;
        this.rows = List.of(rows);
    }

    void tell(Story story, Succession operators) {
        plot.accept(story, operators);
    }

    private static WorkerYaml worker(String tag) {
        return WorkerYaml.image(tag)
                .with("rollout.steps", LONG_HOLD)
                .with("rollout.bake", "10m")
                .with("rollout.gates", "[{name: pollers, type: Pollers, interval: 1s, errorLimit: 0}]");
    }

    private static WorkerYaml paused(WorkerYaml worker, boolean paused) {
        return worker.with("rollout.paused", String.valueOf(paused));
    }

    /** A hold or bake of ten minutes, of which an operator sees six and the next one the rest. */
    private static void tenMinutes(Story story, Succession operators) {
        story.advance(Duration.ofMinutes(6));
        operators.handOver();
        story.advance(Duration.ofMinutes(4));
    }

    private static void waitForEvidence(Story story, Succession operators) {
        story.pollers.silence("two");
        WorkerYaml two = worker("two");
        story.apply(paused(two, true));
        String target = story.awaitCurrent(Phase.Paused).target().hash();
        story.apply(paused(two, false));
        story.awaitCurrent(Phase.Gating);
        story.apply(paused(two, true));
        story.awaitCurrent(Phase.Paused);
        story.apply(paused(two, false));
        story.awaitCurrent(Phase.Gating);
        replace(story, target);
        story.awaitCurrent(Phase.Gating);
        story.pollers.down(true);
        story.awaitCurrent(Phase.Paused);
        replace(story, target);
        story.awaitCurrent(Phase.Paused);
        story.pollers.hear("two");
        story.pollers.down(false);
        story.awaitCurrent(Phase.Holding);
        tenMinutes(story, operators);
        story.awaitCurrent(Phase.Baking);
        tenMinutes(story, operators);
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(target);
    }

    /** The pods lose readiness and are replaced, as on a node that dies. */
    private static void replace(Story story, String target) {
        story.kubectl.loseReadiness(target);
        story.awaitPhase(Phase.Progressing);
        story.kubectl.pods(target).forEach(pod -> story.client.resource(pod).delete());
    }

    private static void losePods(Story story, Succession operators) {
        WorkerYaml two = worker("two");
        story.apply(two);
        String target = story.awaitCurrent(Phase.Holding).target().hash();
        story.apply(paused(two, true));
        story.awaitCurrent(Phase.Paused);
        story.apply(paused(two, false));
        story.awaitCurrent(Phase.Holding);
        replace(story, target);
        story.awaitCurrent(Phase.Holding);
        tenMinutes(story, operators);
        story.awaitCurrent(Phase.Baking);
        story.apply(paused(two, true));
        story.awaitCurrent(Phase.Paused);
        story.apply(paused(two, false));
        story.awaitCurrent(Phase.Baking);
        replace(story, target);
        story.awaitCurrent(Phase.Baking);
        tenMinutes(story, operators);
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(target);
    }

    /** Brings a rollout of a new revision to each phase in turn, and does something there. */
    private static void inEveryPhase(Story story, BiConsumer<Phase, String> then) {
        story.pollers.silence("gating");
        for (Phase phase : List.of(Phase.Progressing, Phase.Gating, Phase.Holding, Phase.Paused, Phase.Baking)) {
            WorkerYaml worker = worker(phase.name().toLowerCase(java.util.Locale.ROOT));
            switch (phase) {
                case Progressing -> worker.simulate("unready");
                case Paused -> {
                    story.apply(worker);
                    story.awaitCurrent(Phase.Holding);
                    paused(worker, true);
                }
                case Baking -> worker.with("rollout.steps", "[{share: 100, hold: 0s}]");
                default -> {}
            }
            story.apply(worker);
            String target = story.awaitCurrent(phase).target().hash();
            story.awaitThat(() -> assertThat(story.kubectl.pods(target)).isNotEmpty());
            then.accept(phase, target);
        }
    }

    private static void cutShort(Story story, Succession operators) {
        inEveryPhase(story, (phase, target) -> {
            story.annotate("promote", target);
            story.awaitThat(() -> assertThat(story.kubectl.replicas(target)).isEqualTo(4));
            if (phase == Phase.Paused) {
                story.apply(worker("paused"));
            }
            if (phase != Phase.Progressing) {
                assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isEqualTo(target);
            }
        });
    }

    private static void supersede(Story story, Succession operators) {
        String stable = story.stable();
        inEveryPhase(story, (phase, target) -> assertThat(story.stable()).isEqualTo(stable));
        story.apply(WorkerYaml.image("last"));
        assertThat(story.awaitCurrent(Phase.Healthy).stable().hash()).isNotEqualTo(stable);
    }

    private static void abort(Story story, Succession operators) {
        inEveryPhase(story, (phase, target) -> {
            story.annotate("abort", target);
            rolledBack(story, target, "Aborted");
        });
    }

    private static void crash(Story story, Succession operators) {
        inEveryPhase(story, (phase, target) -> {
            story.crash(target);
            rolledBack(story, target, "CrashLoop");
        });
    }

    private static void pollNothing(Story story, Succession operators) {
        story.pollers.silence("two");
        story.apply(worker("two"));
        String two = story.awaitCurrent(Phase.Gating).target().hash();
        story.advance(Duration.ofSeconds(61));
        rolledBack(story, two, "NoPollers");
        story.pollers.silence("three");
        story.pollers.down(true);
        story.apply(worker("three"));
        String three = story.awaitCurrent(Phase.Paused).target().hash();
        story.clock.advance(Duration.ofSeconds(61));
        story.pollers.down(false);
        rolledBack(story, three, "NoPollers");
    }

    private static void late(Story story, Succession operators) {
        String stable = story.stable();
        story.apply(worker("two").simulate("unready"));
        String two = story.awaitCurrent(Phase.Progressing).target().hash();
        story.awaitThat(() -> assertThat(story.kubectl.pods(two)).isNotEmpty());
        tenMinutes(story, operators);
        rolledBack(story, two, "ProgressDeadlineExceeded");

        story.pollers.down(true);
        story.apply(worker("three")
                .with("rollout.gates", "[{name: pollers, type: Pollers, interval: 1s, noData: Ignore}]"));
        String three = story.awaitCurrent(Phase.Gating).target().hash();
        tenMinutes(story, operators);
        rolledBack(story, three, "ProgressDeadlineExceeded");
        story.pollers.down(false);

        story.apply(worker("four"));
        String four = story.awaitCurrent(Phase.Holding).target().hash();
        story.awaitThat(() -> assertThat(story.kubectl.pods(stable)).hasSize(2));
        story.kubectl.loseReadiness(stable);
        story.crash(four);
        story.awaitCurrent(Phase.RollingBack);
        story.apply(worker("five").simulate("unready"));
        story.await(status -> assertThat(status.target().hash()).isNotEqualTo(four));
        String five = story.target();
        story.crash(five);
        story.awaitCurrent(Phase.RollingBack);
        tenMinutes(story, operators);
        story.await(status -> assertThat(status.phase()).isEqualTo(Phase.Degraded));
    }

    private static void rolledBack(Story story, String target, String reason) {
        story.await(status -> {
            assertThat(status.phase()).isEqualTo(Phase.RolledBack);
            assertThat(status.rejected()).anySatisfy(each -> {
                assertThat(each.hash()).isEqualTo(target);
                assertThat(each.reason()).isEqualTo(reason);
            });
        });
    }
}
