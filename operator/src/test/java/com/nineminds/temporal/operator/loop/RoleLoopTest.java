package com.nineminds.temporal.operator.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.OperatorProcess;
import com.nineminds.temporal.operator.leader.Candidacy;
import com.nineminds.temporal.operator.loop.wire.Permission;
import com.nineminds.temporal.operator.loop.wire.ShippedRole;
import com.nineminds.temporal.operator.loop.wire.Wire;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The role that the chart ships is enough: no wire lets anything else through, in any story. And it is not too much: see here. */
@LoopLevel
class RoleLoopTest {
    /** No request: admission asks for it where owners must not be blocked by those who may not. */
    private static final Permission OWNERSHIP =
            new Permission("update", "temporal.nineminds.com", "temporalworkers/finalizers");

    private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
    private static final String NO_LABELS = "{\"metadata\":{\"labels\":null}}";

    private final Set<Permission> used = new HashSet<>();
    private Story story;

    @BeforeEach
    void open() {
        story = Story.idle();
    }

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void everything_that_is_granted_is_needed() {
        story.startOperator();
        failAtFirst();
        serveWithEverything();
        findWhatLostItsLabels();
        retire();
        stop();
        elect();

        // A wire cannot refuse the making of an object: an apply tells in its answer only that it did.
        assertThat(ShippedRole.permissions()).as("used").containsAll(used);
        Set<Permission> idle = new HashSet<>(ShippedRole.permissions());
        idle.removeAll(used);
        assertThat(idle).as("granted, and used by nothing").containsExactly(OWNERSHIP);
    }

    private void failAtFirst() {
        story.apply(worker("bad").simulate("crash"));
        story.awaitCurrent(Phase.Degraded);
    }

    private void serveWithEverything() {
        story.apply(worker("one")
                .with("networkPolicy", "{enabled: true}")
                .with("scaling", "{autoscaling: {min: 2, max: 4}}"));
        story.awaitCurrent(Phase.Healthy);
    }

    private void findWhatLostItsLabels() {
        stop();
        String hash = story.stable();
        for (Child child : Child.values()) {
            child.of(story, hash).patch(MERGE, NO_LABELS);
        }
        story.kubectl.autoscaler(hash).patch(MERGE, NO_LABELS);
        story.startOperator();
        story.awaitThat(() -> {
            for (Child child : Child.values()) {
                assertThat(child.of(story, hash).get().getMetadata().getLabels())
                        .isNotEmpty();
            }
            assertThat(story.kubectl.autoscaler(hash).get().getMetadata().getLabels())
                    .isNotEmpty();
        });
    }

    private void retire() {
        for (String tag : List.of("two", "three")) {
            story.apply(worker(tag));
            story.awaitCurrent(Phase.Healthy);
        }
        story.awaitThat(() -> assertThat(story.kubectl.records()).hasSizeLessThanOrEqualTo(2));
    }

    private static WorkerYaml worker(String tag) {
        return WorkerYaml.image(tag).with("rollout.historyLimit", "1");
    }

    private void stop() {
        used.addAll(story.wire().used());
        story.stopOperator();
    }

    private void elect() {
        Candidacy candidacy = new Candidacy(story.namespace, "operator", "one", Duration.ofSeconds(5));
        try (Wire wire = story.newWire()) {
            OperatorProcess operator = OperatorProcess.start(
                    story.config().standing(candidacy), wire.config(), story.pollers, story.clock);
            story.awaitThat(() -> assertThat(operator.leads()).isTrue());
            operator.close();
            used.addAll(wire.used());
        }
    }

    @Test
    void what_is_not_granted_does_not_get_through() {
        try (Wire wire = story.newWire();
                KubernetesClient operator =
                        new KubernetesClientBuilder().withConfig(wire.config()).build()) {
            assertThatThrownBy(() ->
                            operator.secrets().inNamespace(story.namespace).list())
                    .isInstanceOfSatisfying(
                            KubernetesClientException.class,
                            refusal -> assertThat(refusal.getCode()).isEqualTo(403));
        }
    }
}
