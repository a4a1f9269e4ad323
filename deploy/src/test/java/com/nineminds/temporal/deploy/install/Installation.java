package com.nineminds.temporal.deploy.install;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The chart as a user installs it, once for all tests, in a namespace that admits nothing but what Pod Security calls restricted, and
 * a namespace of the same kind with a worker of which a revision serves. Before each test both pods of the operator are Ready.
 */
final class Installation implements BeforeAllCallback, BeforeEachCallback {
    static final Installation SHARED = new Installation();

    private static final Map<String, String> RESTRICTED = Map.of("pod-security.kubernetes.io/enforce", "restricted");

    private final String suffix = UUID.randomUUID().toString().substring(0, 8);
    final String operations = "operations-" + suffix;
    final String tenants = "tenants-" + suffix;
    /** A namespace without any worker, as restricted as the others. */
    final String production = "production-" + suffix;

    private InstallLevel level;
    private KubernetesClient client;
    private Release release;

    private Installation() {}

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
        return new OperatorPods(client, operations, level.worker());
    }

    InstalledWorker worker() {
        return new InstalledWorker(client, level, tenants, "mail");
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        level = InstallLevel.required(context.getRequiredTestClass().getSimpleName());
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Installation.class, key -> install());
    }

    /** @return what undoes it, after the last test */
    private AutoCloseable install() {
        client = new KubernetesClientBuilder().withConfig(level.cluster()).build();
        create(operations);
        create(tenants);
        create(production);
        release = new Release(level, operations);
        release.install();
        return this::remove;
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

    private void remove() {
        client.namespaces().withName(tenants).delete();
        client.namespaces().withName(production).delete();
        release.uninstall();
        client.namespaces().withName(operations).delete();
        client.close();
    }
}
