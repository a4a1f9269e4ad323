package com.nineminds.temporal.deploy.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.api.v1alpha1.RolloutStatus;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerStatus;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The operator's image in pods of the shipped chart, under a real kubelet, looks after a worker, and goes and comes while it does. */
class InstallNodeTest {
    @RegisterExtension
    static final Installation INSTALLED = Installation.SHARED;

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String CRASHES =
            "{spec: {containers: [{name: worker, command: [sh, -c, 'echo no licence >&2; exit 3']}]}}";

    private final OperatorPods operator = INSTALLED.operator();
    private final InstalledWorker worker = INSTALLED.worker();

    @Test
    void a_bad_revision_is_rolled_back_by_the_pod_that_leads_and_its_metrics_tell() {
        String stable = worker.status().stable().hash();

        worker.apply("crashes", CRASHES);

        TemporalWorkerStatus status = worker.awaitPhase(Phase.RolledBack);
        assertThat(status.rejected())
                .anySatisfy(each -> assertThat(each.reason()).isEqualTo("CrashLoop"));
        assertThat(status.stable().hash()).isEqualTo(stable);
        assertThat(worker.deployment(status.target().hash()).getSpec().getReplicas())
                .isZero();
        assertThat(operator.metrics(operator.awaitLeader()))
                .contains("temporalworker_rollbacks_total{reason=\"CrashLoop\"}")
                .containsPattern("temporalworker_workers\\{phase=\"RolledBack\"} [1-9]");
    }

    @Test
    void its_jvm_starts_from_the_cache_in_the_image() {
        assertThat(operator.shell(operator.awaitLeader()).takesStartCache()).isTrue();
    }

    @Test
    void a_leader_that_is_killed_in_any_phase_is_replaced_and_the_rollout_goes_on_where_it_stood() {
        List<RolloutStatus> seen = new ArrayList<>();
        Map<String, Integer> before = worker.pods();
        worker.apply("killed-" + INSTALLED.tenants);

        for (Phase phase : List.of(Phase.Progressing, Phase.Holding, Phase.Baking)) {
            RolloutStatus rollout = worker.awaitPhase(phase).rollout();
            replaceLeader(operator::kill);
            seen.add(rollout);
        }

        RolloutStatus end = worker.awaitPhase(Phase.Healthy).rollout();
        assertThat(seen).allSatisfy(each -> {
            assertThat(each.id()).isEqualTo(end.id());
            assertThat(each.attempt()).isEqualTo(end.attempt());
            assertThat(each.startedAt()).isEqualTo(end.startedAt());
        });
        assertThat(worker.pods().values()).as("restarts of containers").containsOnly(0);
        assertThat(worker.pods())
                .as("all of the new revision")
                .doesNotContainKeys(before.keySet().toArray(String[]::new));
    }

    @Test
    void a_leader_that_is_told_to_go_hands_over_in_mid_rollout_and_timers_go_on() {
        worker.apply("handed-over-" + INSTALLED.tenants);
        RolloutStatus holding = worker.awaitPhase(Phase.Holding).rollout();

        replaceLeader(operator::terminate);

        RolloutStatus end = worker.awaitPhase(Phase.Healthy).rollout();
        assertThat(end.id()).isEqualTo(holding.id());
        assertThat(end.startedAt()).isEqualTo(holding.startedAt());
    }

    @Test
    void an_operator_with_another_client_library_restarts_no_worker_and_makes_no_revision() {
        Map<String, Integer> pods = worker.pods();
        Map<String, Long> revisions = worker.revisions();

        INSTALLED.release().upgrade(INSTALLED.level().other());

        assertReconciledByNewPods();
        assertThat(worker.pods()).isEqualTo(pods);
        assertThat(worker.revisions()).isEqualTo(revisions);
        INSTALLED.release().upgrade(INSTALLED.level().operator());
        assertReconciledByNewPods();
        assertThat(worker.pods()).isEqualTo(pods);
        assertThat(worker.revisions()).isEqualTo(revisions);
    }

    @Test
    void a_release_that_is_narrowed_to_namespaces_gives_its_cluster_role_up_and_goes_on() {
        INSTALLED.release().upgrade(INSTALLED.level().operator(), "watchNamespaces={" + INSTALLED.tenants + "}");
        try {
            assertThat(INSTALLED.client().rbac().clusterRoles().list().getItems())
                    .extracting(ClusterRole::getMetadata)
                    .noneMatch(role -> role.getName().startsWith(Release.NAME));
            assertReconciledByNewPods();
            worker.serve("narrowed");
        } finally {
            INSTALLED.release().upgrade(INSTALLED.level().operator());
        }
    }

    @Test
    void workers_outlive_the_release_and_are_taken_up_again_as_they_are() {
        Map<String, Integer> pods = worker.pods();
        Map<String, Long> revisions = worker.revisions();

        INSTALLED.release().uninstall();

        assertThat(worker.resource().get()).isNotNull();
        INSTALLED.release().install();
        assertReconciledByNewPods();
        assertThat(worker.pods()).isEqualTo(pods);
        assertThat(worker.revisions()).isEqualTo(revisions);
    }

    /** Whoever leads has looked at the worker, and finds it Healthy. */
    private void assertReconciledByNewPods() {
        operator.awaitPair();
        await("a reconcile by the leader")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(operator.metrics(operator.awaitLeader()))
                        .containsPattern("temporalworker_workers\\{phase=\"Healthy\"} [1-9]"));
    }

    private void replaceLeader(Consumer<String> how) {
        String pod = operator.awaitLeader();
        String old = operator.holder();
        how.accept(pod);
        await("another leader")
                .atMost(PATIENCE)
                .until(() -> operator.leader().isPresent() && !operator.holder().equals(old));
    }
}
