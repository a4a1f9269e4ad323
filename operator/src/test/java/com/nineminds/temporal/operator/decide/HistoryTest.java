package com.nineminds.temporal.operator.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.world.Health;
import com.nineminds.temporal.operator.decide.world.Invariants;
import com.nineminds.temporal.operator.decide.world.Policy;
import com.nineminds.temporal.operator.decide.world.Times;
import com.nineminds.temporal.operator.decide.world.World;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which revisions are remembered, and the way back to them. */
class HistoryTest {
    private final World world = new World(Times.QUICK, Policy.QUICK.bake(Duration.ofSeconds(1)))
            .serving("blue", 4)
            .watch(Invariants::hold);

    @Test
    void aRevisionThatCameBackIsRememberedAsTheLatest() {
        world.edit(policy -> policy.historyLimit(2));
        promote("green");
        promote("red");
        promote("blue");
        promote("white");

        assertThat(world.record().byHash().keySet()).containsExactlyInAnyOrder("white", "blue", "red");
        assertThat(world.record().previous().map(RevisionState::hash)).contains("blue");
    }

    @Test
    void withoutAHistoryOnlyWhatServesIsRemembered() {
        world.edit(policy -> policy.historyLimit(0));
        promote("green");
        world.turn("red", Health.CRASHING);
        world.apply("red");
        Rollouts.runTo(world, RolloutPhase.ROLLED_BACK);
        assertThat(world.record().byHash().keySet()).containsExactlyInAnyOrder("green", "red");

        promote("white");

        assertThat(world.record().byHash().keySet()).containsExactly("white");
    }

    @Test
    void theWayBackIntoTheHistoryIsFast() {
        promote("green");
        promote("red");

        world.apply("blue");
        world.run(1);

        assertThat(Rollouts.of(world).route()).isEqualTo(Route.FAST);
        assertThat(world.last().decision().gates()).isEmpty();
    }

    @Test
    void aRevertDuringTheBakeIsToldAsProgressNotAsAFault() {
        world.edit(policy -> policy.bake(Duration.ofHours(1)));
        world.apply("green");
        Rollouts.runTo(world, RolloutPhase.BAKING);

        world.apply("blue");
        world.watch(moment -> assertThat(moment.decision().standing().phase())
                .isEqualTo(moment.seen().fleet("blue").available() < 3 ? Phase.Progressing : Phase.Healthy));
        world.run(2);

        assertThat(world.last().decision().standing().reason()).isEqualTo(Reason.Scaling);
        world.run(30);
        assertThat(world.last().decision().standing().phase()).isEqualTo(Phase.Healthy);
    }

    @Test
    void anEndedRolloutTellsAllOfItsPauses() {
        world.edit(policy -> policy.paused(true));
        world.apply("green");
        world.run(100);
        world.apply("red");
        world.settle();

        Rollout ended =
                world.record().get("green").flatMap(RevisionState::rollout).orElseThrow();
        assertThat(ended.clocks().paused().counted()).isEqualTo(Duration.ofSeconds(100));
    }

    private void promote(String hash) {
        world.apply(hash);
        Rollouts.runTo(world, RolloutPhase.PROMOTED);
        world.run(30);
    }
}
