package com.nineminds.temporal.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ApiServerTest {
    private static final int CREATORS = 4;

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

    /** Most clients try a WebSocket first, and take the other way only when they are told at once that there is none. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aWatchThatAsksForAWebSocketIsSentTheOtherWayAtOnce() throws InterruptedException {
        Config config = new ConfigBuilder(server.clientConfig())
                .withOnlyHttpWatches(false)
                .build();
        CountDownLatch added = new CountDownLatch(1);
        try (KubernetesClient other =
                        new KubernetesClientBuilder().withConfig(config).build();
                Watch watch = other.configMaps().inNamespace("default").watch(new Watcher<>() {
                    @Override
                    public void eventReceived(Action action, ConfigMap object) {
                        added.countDown();
                    }

                    @Override
                    public void onClose(WatcherException cause) {}
                })) {
            client.resource(configMap("a", "one")).create();
            assertThat(added.await(2, TimeUnit.SECONDS)).as(watch.toString()).isTrue();
        }
    }

    /** Each of them finds nothing, and one is first: what the others apply is merged with that, as if they had come later. */
    @Test
    void creatorsThatApplyTheSameObjectAtOnceAllSucceed() {
        for (int round = 0; round < 30; round++) {
            String name = "raced-" + round;
            IntStream.range(0, CREATORS)
                    .mapToObj(creator -> CompletableFuture.runAsync(() -> apply(name, "creator-" + creator)))
                    .toList()
                    .forEach(CompletableFuture::join);
            assertThat(client.resource(configMap(name, "")).get().getData()).hasSize(CREATORS);
        }
    }

    /** Who applies with a resource version insists on it: exactly one may create. */
    @Test
    void ofCreatorsThatInsistOnAbsenceOneSucceedsAndTheOthersConflict() {
        for (int round = 0; round < 30; round++) {
            String name = "insisted-" + round;
            List<Integer> codes = IntStream.range(0, CREATORS)
                    .mapToObj(
                            creator -> CompletableFuture.supplyAsync(() -> applyToNothing(name, "creator-" + creator)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .sorted()
                    .toList();
            assertThat(codes).containsExactly(200, 409, 409, 409);
        }
    }

    private void apply(String name, String creator) {
        ConfigMap mine = configMap(name, "x");
        mine.setData(Map.of(creator, "mine"));
        client.resource(mine).fieldManager(creator).serverSideApply();
    }

    private int applyToNothing(String name, String creator) {
        ConfigMap mine = configMap(name, "x");
        mine.getMetadata().setResourceVersion("1");
        try {
            client.resource(mine).fieldManager(creator).forceConflicts().serverSideApply();
            return 200;
        } catch (KubernetesClientException refused) {
            return refused.getCode();
        }
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
