package com.nineminds.temporal.operator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From decisions to objects. */
class PlannerTest {
    private static final String QUICK = "rollout: {gates: [], bake: 1m, historyLimit: 1}\n";
    private static final String FIXED = QUICK + "scaling: {replicas: 4}\n";
    private static final String INVALID = FIXED + "terminationGracePeriodSeconds: 1";
    private static final String AUTOSCALED = QUICK + "scaling: {autoscaling: {minReplicas: 2, maxReplicas: 10}}\n";

    @Test
    void aFixedNumberOfReplicasIsWrittenForEveryRevisionAndThereIsNoAutoscaler() {
        Cluster cluster = new Cluster(FIXED);
        Plan plan = cluster.converge();

        assertThat(plan.replicas()).containsExactly(java.util.Map.entry(cluster.target(), 4));
        assertThat(kinds(plan))
                .containsExactly("ServiceAccount", "ConfigMap", "Deployment", "Service", "PodDisruptionBudget");
        assertThat(plan.delete()).isEmpty();
    }

    @Test
    void noDeploymentIsEverAppliedWithReplicas() {
        Cluster cluster = new Cluster(FIXED);
        cluster.converge();

        assertThat(cluster.reconcile().apply())
                .filteredOn(Deployment.class::isInstance)
                .allSatisfy(each ->
                        assertThat(((Deployment) each).getSpec().getReplicas()).isNull());
    }

    @Test
    void withAnAutoscalerReplicasAreLeftToIt() {
        Cluster cluster = new Cluster(AUTOSCALED);
        Plan plan = cluster.converge();

        assertThat(plan.replicas()).isEmpty();
        assertThat(autoscaler(plan, cluster.target())).isEqualTo("2..10");
    }

    @Test
    void withAnAutoscalerReplicasWakeTheTargetAndStopWhatGaveWay() {
        Cluster cluster = new Cluster(AUTOSCALED);
        cluster.converge();
        String before = cluster.target();
        cluster.edit(AUTOSCALED + "config: {A: b}");

        Plan started = cluster.reconcile();
        Plan ended = cluster.converge();

        assertThat(autoscaler(started, cluster.target())).isEqualTo("1..1");
        assertThat(autoscaler(started, before)).isEqualTo("2..10");
        assertThat(started.replicas()).doesNotContainKey(before);
        assertThat(ended.replicas()).containsEntry(before, 0).doesNotContainKey(cluster.target());
        assertThat(cluster.names())
                .contains("HorizontalPodAutoscaler orders-" + cluster.target())
                .doesNotContain("HorizontalPodAutoscaler orders-" + before);
    }

    @Test
    void theBudgetSpansExactlyWhatServes() {
        Cluster cluster = new Cluster(FIXED);
        cluster.converge();
        String before = cluster.target();
        cluster.edit(FIXED + "config: {A: b}");

        assertThat(budget(cluster.reconcile())).containsExactlyInAnyOrder(before, cluster.target());
        assertThat(budget(cluster.converge())).containsExactly(cluster.target());
    }

    @Test
    void whatTheSpecNoLongerAsksForIsDeleted() {
        Cluster cluster = new Cluster(AUTOSCALED + "networkPolicy: {enabled: true}");
        cluster.converge();
        assertThat(cluster.names()).contains("NetworkPolicy orders");

        cluster.edit(FIXED);
        Plan plan = cluster.reconcile();

        assertThat(plan.delete())
                .extracting(HasMetadata::getKind)
                .containsExactlyInAnyOrder("NetworkPolicy", "HorizontalPodAutoscaler");
        assertThat(cluster.names()).noneMatch(name -> name.startsWith("NetworkPolicy"));
    }

    @Test
    void aRevisionBeyondTheHistoryGoesWithEverythingThatIsItsOwn() {
        Cluster cluster = new Cluster(FIXED);
        cluster.converge();
        String first = cluster.target();
        for (String value : List.of("b", "c")) {
            cluster.edit(FIXED + "config: {A: " + value + "}");
            cluster.converge();
        }

        assertThat(cluster.names()).noneMatch(name -> name.endsWith(first));
        assertThat(cluster.names().stream().filter(name -> name.startsWith("ControllerRevision")))
                .hasSize(2);
    }

    @Test
    void anInvalidSpecChangesNothingButKeepsWhatServes() {
        Cluster cluster = new Cluster(FIXED);
        cluster.converge();
        String serving = cluster.target();
        cluster.edit(INVALID);

        Plan plan = cluster.reconcile();

        assertThat(plan.apply())
                .extracting(each -> each.getMetadata().getName())
                .containsExactly("orders", "orders-" + serving, "orders-" + serving);
        assertThat(plan.replicas()).isEmpty();
        assertThat(plan.delete()).isEmpty();
    }

    @Test
    void underAnInvalidSpecADeletedDeploymentOfTheStableRevisionComesBackWithItsPods() {
        Cluster cluster = new Cluster(FIXED);
        cluster.converge();
        String serving = cluster.target();
        cluster.edit(INVALID);
        cluster.delete("Deployment", "orders-" + serving);

        Plan plan = cluster.reconcile();

        assertThat(kinds(plan)).containsExactly("ServiceAccount", "ConfigMap", "Deployment");
        assertThat(plan.replicas()).containsEntry(serving, 4);
        assertThat(cluster.reconcile().replicas()).as("once it is there").isEmpty();
    }

    @Test
    void underAnInvalidSpecAConflictOnScalingTheDeploymentThatCameBackIsMadeUpFor() {
        Cluster cluster = new Cluster(FIXED);
        cluster.converge();
        String serving = cluster.target();
        cluster.edit(INVALID);
        cluster.delete("Deployment", "orders-" + serving);
        cluster.reconcile();
        cluster.conflictOnScaling(serving);

        assertThat(cluster.reconcile().replicas()).containsEntry(serving, 4);
        assertThat(cluster.reconcile().replicas()).isEmpty();
    }

    @Test
    void underAnInvalidSpecADeploymentThatWasRestoredWithItsReplicasKeepsThem() {
        Cluster cluster = new Cluster(FIXED);
        cluster.converge();
        cluster.restore(cluster.target(), 9);
        cluster.edit(INVALID);

        assertThat(cluster.reconcile().replicas()).isEmpty();
    }

    private static List<String> kinds(Plan plan) {
        return plan.apply().stream().map(HasMetadata::getKind).toList();
    }

    private static String autoscaler(Plan plan, String hash) {
        return plan.apply().stream()
                .filter(HorizontalPodAutoscaler.class::isInstance)
                .map(HorizontalPodAutoscaler.class::cast)
                .filter(each -> each.getMetadata().getName().equals("orders-" + hash))
                .map(each ->
                        each.getSpec().getMinReplicas() + ".." + each.getSpec().getMaxReplicas())
                .findFirst()
                .orElse("none");
    }

    private static List<String> budget(Plan plan) {
        return plan.apply().stream()
                .filter(PodDisruptionBudget.class::isInstance)
                .map(PodDisruptionBudget.class::cast)
                .flatMap(each -> each.getSpec().getSelector().getMatchExpressions().get(0).getValues().stream())
                .toList();
    }
}
