package com.nineminds.temporal.deploy.install;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The chart as a user installs it, in a namespace that admits nothing but what Pod Security calls restricted, and a namespace of the
 * same kind with a worker of which a revision serves. Before each test both pods of the operator are Ready.
 */
final class Installation implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private static final Map<String, String> RESTRICTED = Map.of("pod-security.kubernetes.io/enforce", "restricted");

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    private final String operations = "operations-" + suffix;
    final String tenants = "tenants-" + suffix;
    private InstallLevel level;
    private KubernetesClient client;
    private Release release;

    InstallLevel level() {
        return level;
    }

    KubernetesClient client() {
        return client;
    }

    Release release() {
        return release;
    }

    OperatorPods operator() {
        return new OperatorPods(client, operations);
    }

    InstalledWorker worker() {
        return new InstalledWorker(client, level, tenants);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        level = InstallLevel.required(context.getRequiredTestClass().getSimpleName());
        client = new KubernetesClientBuilder().withConfig(level.cluster()).build();
        create(operations);
        create(tenants);
        release = new Release(level, operations);
        release.install();
    }

    private void create(String namespace) {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .withLabels(RESTRICTED)
                        .endMetadata()
                        .build())
                .create();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        operator().awaitPair();
        worker().serve("one");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (client != null) {
            client.namespaces().withName(tenants).delete();
            release.uninstall();
            client.namespaces().withName(operations).delete();
            client.close();
        }
    }
}
