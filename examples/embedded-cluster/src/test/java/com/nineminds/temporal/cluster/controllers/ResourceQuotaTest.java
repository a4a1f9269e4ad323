package com.nineminds.temporal.cluster.controllers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nineminds.temporal.cluster.EmbeddedClusterOptions;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.ResourceQuotaStatus;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResourceQuotaTest {
    private ControllerFixture fixture;

    @BeforeEach
    void start() {
        fixture = ControllerFixture.open(EmbeddedClusterOptions.simulated());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void podsBeyondTheQuotaAreRefusedUntilThereIsRoom() {
        quota("1");
        fixture.create(Samples.web(2));
        await().untilAsserted(() -> assertThat(fixture.webStatus().getConditions())
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
            assertThat(fixture.webStatus().getReadyReplicas()).isEqualTo(2);
            assertThat(fixture.webStatus().getConditions())
                    .noneMatch(condition -> condition.getType().equals("ReplicaFailure"));
        });
        await().untilAsserted(() -> assertThat(used()).isEqualTo("2"));
    }

    @Test
    void refusalsAreReportedAsEventsOfTheReplicaSet() {
        quota("0");
        fixture.create(Samples.web(1));
        await().untilAsserted(() -> assertThat(failures())
                .isNotEmpty()
                .allMatch(message -> message.matches(
                        "FailedCreate: Error creating: pods \"web-\\w+-\\w+\" is forbidden: exceeded quota:"
                                + " few, requested: pods=1, used: pods=0, limited: pods=0")));
    }

    private List<String> failures() {
        return fixture.events("ReplicaSet").stream()
                .filter(event -> event.startsWith("FailedCreate: "))
                .toList();
    }

    /** Returns once the quota is in force. */
    private void quota(String pods) {
        ResourceQuota quota = new ResourceQuotaBuilder()
                .withNewMetadata()
                .withName("few")
                .endMetadata()
                .withNewSpec()
                .addToHard("pods", new Quantity(pods))
                .endSpec()
                .build();
        fixture.client().resource(quota).serverSideApply();
        await().until(() -> pods.equals(String.valueOf(status().getHard().get("pods"))));
    }

    private ResourceQuotaStatus status() {
        ResourceQuotaStatus status =
                fixture.client().resourceQuotas().withName("few").get().getStatus();
        return status == null ? new ResourceQuotaStatus() : status;
    }

    private String used() {
        return String.valueOf(status().getUsed().get("pods"));
    }
}
