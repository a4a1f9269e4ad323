package com.nineminds.temporal.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiServerTest {
    private ApiServer server;
    private KubernetesClient client;

    @BeforeEach
    void start() {
        server = ApiServer.start(ApiServerOptions.defaults());
        client = new KubernetesClientBuilder().withConfig(server.clientConfig()).build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void anObjectIsCreatedReadChangedAndDeleted() {
        Resource<ConfigMap> resource = client.resource(configMap("a", "one"));
        resource.create();
        assertThat(resource.get().getMetadata().getUid()).isNotEmpty();
        resource.edit(current -> {
            current.setData(Map.of("key", "two"));
            return current;
        });
        assertThat(resource.get().getData()).containsEntry("key", "two");
        resource.delete();
        assertThat(resource.get()).isNull();
    }

    @Test
    void aWriteOverANewerVersionIsRefused() {
        ConfigMap first = client.resource(configMap("a", "one")).create();
        client.resource(configMap("a", "two")).update();
        first.setData(Map.of("key", "three"));
        assertThatThrownBy(() -> client.resource(first).update())
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        failed -> assertThat(failed.getCode()).isEqualTo(409));
    }

    @Test
    void anInformerSeesEveryChangeInOrder() {
        List<String> seen = new CopyOnWriteArrayList<>();
        client.configMaps().inNamespace("default").inform(new ResourceEventHandler<>() {
            @Override
            public void onAdd(ConfigMap added) {
                seen.add("+" + added.getData().get("key"));
            }

            @Override
            public void onUpdate(ConfigMap before, ConfigMap after) {
                seen.add("~" + after.getData().get("key"));
            }

            @Override
            public void onDelete(ConfigMap deleted, boolean unknown) {
                seen.add("-" + deleted.getData().get("key"));
            }
        });
        client.resource(configMap("a", "one")).create();
        client.resource(configMap("a", "two")).update();
        client.resource(configMap("a", "two")).delete();
        await().untilAsserted(() -> assertThat(seen).containsExactly("+one", "~two", "-two"));
    }

    private static ConfigMap configMap(String name, String value) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace("default")
                .endMetadata()
                .withData(Map.of("key", value))
                .build();
    }
}
