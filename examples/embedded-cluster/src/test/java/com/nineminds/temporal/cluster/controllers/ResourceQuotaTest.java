package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedCluster;
import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourceQuotaTest {
    private EmbeddedCluster cluster;

    @BeforeEach
    void start() {
        cluster = EmbeddedCluster.start(EmbeddedClusterOptions.simulated());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void podsBeyondTheQuotaAreRefusedUntilThereIsRoom() {
        quota("1");
        cluster.client().resource(Samples.web(2).build()).create();
        await().untilAsserted(() -> assertThat(web().get().getStatus().getConditions())
                .anySatisfy(condition -> {
                    assertThat(condition.getType()).isEqualTo("ReplicaFailure");
                    assertThat(condition.getReason()).isEqualTo("FailedCreate");
                    assertThat(condition.getMessage())
                            .matches("pods \"web-\\w+-\\w+\" is forbidden: exceeded quota: few,"
                                    + " requested: pods=1, used: pods=1, limited: pods=1");
                }));
        await().untilAsserted(() -> assertThat(used()).isEqualTo("1"));
        quota("2");
        await().untilAsserted(() -> {
            assertThat(web().get().getStatus().getReadyReplicas()).isEqualTo(2);
            assertThat(web().get().getStatus().getConditions())
                    .noneMatch(condition -> condition.getType().equals("ReplicaFailure"));
        });
        await().untilAsserted(() -> assertThat(used()).isEqualTo("2"));
    }

    @Test
    void refusalsAreReportedAsEventsOfTheReplicaSet() {
        quota("0");
        cluster.client().resource(Samples.web(1).build()).create();
        await().untilAsserted(() -> assertThat(failures())
                .isNotEmpty()
                .allMatch(message ->
                        message.matches("Error creating: pods \"web-\\w+-\\w+\" is forbidden: exceeded quota:"
                                + " few, requested: pods=1, used: pods=0, limited: pods=0")));
    }

    private List<String> failures() {
        return cluster.client().v1().events().inNamespace("default").list().getItems().stream()
                .filter(event -> event.getReason().equals("FailedCreate")
                        && event.getInvolvedObject().getKind().equals("ReplicaSet"))
                .map(Event::getMessage)
                .toList();
    }

    private void quota(String pods) {
        ResourceQuota quota = new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("few")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity(pods))
                .endSpec()
                .build();
        cluster.client().resource(quota).serverSideApply();
    }

    private String used() {
        return String.valueOf(cluster.client()
                .resourceQuotas()
                .inNamespace("default")
                .withName("few")
                .get()
                .getStatus()
                .getUsed()
                .get("pods"));
    }

    private RollableScalableResource<Deployment> web() {
        return cluster.client().apps().deployments().inNamespace("default").withName("web");
    }
}
