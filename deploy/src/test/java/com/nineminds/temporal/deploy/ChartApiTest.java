package com.nineminds.temporal.deploy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real API server takes everything that the chart renders, and knows every field of it. Nothing is kept. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChartApiTest {
    private final String namespace = "chart-" + UUID.randomUUID().toString().substring(0, 8);
    private KubernetesClient client;

    @BeforeAll
    void connect() {
        Chart.needsHelm();
        String kubeconfig = System.getenv("TEST_KUBECONFIG");
        if (kubeconfig == null) {
            System.out.println("ChartApiTest skipped: it needs a real API server, named by TEST_KUBECONFIG");
        }
        assumeThat(kubeconfig).as("TEST_KUBECONFIG").isNotNull();
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Path.of(kubeconfig).toFile()))
                .build();
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
    }

    @AfterAll
    void leave() {
        if (client != null) {
            client.namespaces().withName(namespace).delete();
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replicas=2",
                "replicas=1,leaderElection.enabled=false,rbac.aggregate=false",
                "watchNamespaces={default}",
                "temporal.credentials[0].address=[fd00::1]:7233,temporal.credentials[0].secretName=cloud",
                "networkPolicy.enabled=true,metrics.service=true,networkPolicy.metricsFrom[0].namespaceSelector.matchLabels.team=monitoring"
            })
    void an_api_server_knows_every_field(String values) {
        Rendered rendered = Chart.render("--namespace", namespace, "--set", values);

        for (HasMetadata object : rendered.objects()) {
            assertThatCode(() -> tryOut(object))
                    .as(object.getKind() + " " + object.getMetadata().getName())
                    .doesNotThrowAnyException();
        }
    }

    private void tryOut(HasMetadata object) {
        client.resource(object)
                .patch(new PatchContext.Builder()
                        .withPatchType(PatchType.SERVER_SIDE_APPLY)
                        .withFieldValidation("Strict")
                        .withFieldManager("chart-test")
                        .withForce(true)
                        .withDryRun(List.of("All"))
                        .build());
    }
}
