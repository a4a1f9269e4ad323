package com.nineminds.temporal.deploy.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.worker.tenant.stub.ResendStub;
import com.nineminds.temporal.worker.tenant.stub.ResendStub.Mail;
import com.nineminds.temporal.worker.tenant.stub.StoreStub;
import com.nineminds.temporal.worker.tenant.stub.TcpProxy;
import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import com.nineminds.temporal.worker.tenant.wire.JsonClient;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The example with what it expects of a cluster: database, mail service and store in this process, Secrets in its namespace. */
final class ProductionExample implements AutoCloseable {
    private static final Map<String, String> SECRETS = Map.of(
            "DB_PASSWORD_SERVER", "made-up-password-of-the-application",
            "DB_PASSWORD_ADMIN", "postgres",
            "RESEND_API_KEY", "re_test",
            "INTERNAL_API_SHARED_SECRET", StoreStub.SECRET,
            "ALGA_AUTH_KEY", "made-up-pepper-of-tests-only");

    private final KubernetesClient cluster;
    private final InstallLevel level;
    private final String namespace;
    private final TestDatabase database = TestDatabase.create();
    private final ResendStub resend = new ResendStub();
    private final StoreStub store = new StoreStub();
    private final TcpProxy toDatabase;
    private final TcpProxy toResend;
    private final TcpProxy toStore;
    private final JsonClient client;

    /** Does not apply the worker yet. */
    ProductionExample(KubernetesClient cluster, InstallLevel level, String namespace) {
        this.cluster = cluster;
        this.level = level;
        this.namespace = namespace;
        toDatabase = reachable(TestDatabase.port());
        toResend = reachable(resend.uri().getPort());
        toStore = reachable(store.uri().getPort());
        client = new JsonClient(level.temporal(), queue());
        database.execute("DO $$ BEGIN CREATE ROLE app_user LOGIN PASSWORD '" + SECRETS.get("DB_PASSWORD_SERVER")
                + "'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        secret("db-secrets");
        secret("app-secrets");
        secret(ExampleManifest.INSTEAD_OF_VAULT);
    }

    /** Pods reach this machine where they reach Temporal. */
    private TcpProxy reachable(int port) {
        return new TcpProxy(new InetSocketAddress(level.temporalHost(), 0).getAddress(), "localhost:" + port);
    }

    /** Each has all of them, and each is asked for its own. */
    private void secret(String name) {
        cluster.resource(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withStringData(SECRETS)
                        .build())
                .create();
    }

    private String queue() {
        return "tenant-workflows-" + namespace;
    }

    JsonClient client() {
        return client;
    }

    TestDatabase database() {
        return database;
    }

    List<Mail> mails() {
        return resend.mails();
    }

    InstalledWorker worker() {
        return new InstalledWorker(cluster, level, namespace, "temporal-worker");
    }

    /**
     * @param version makes it a revision of its own
     * @param change of {@code spec.config}
     */
    void apply(String version, Consumer<ObjectNode> change) {
        ExampleManifest manifest = new ExampleManifest(namespace, level.tenant());
        manifest.temporal(level.temporal(), queue());
        manifest.egress(toDatabase.address(), toResend.address(), toStore.address());
        manifest.config()
                .put("VERSION", version)
                .put("DB_HOST", toDatabase.address().split(":")[0])
                .put("DB_PORT", toDatabase.address().split(":")[1])
                .put("DB_NAME_SERVER", database.name())
                .put("RESEND_BASE_URL", "http://" + toResend.address())
                .put("NMSTORE_BASE_URL", "http://" + toStore.address());
        change.accept(manifest.config());
        cluster.resource(manifest.worker())
                .fieldManager("gitops")
                .forceConflicts()
                .serverSideApply();
    }

    /** Of any pod that is Ready. */
    PodShell shell() {
        InstalledWorker worker = worker();
        return worker.shell(worker.pod());
    }

    @Override
    public void close() {
        worker().resource().delete();
        client.close();
        toDatabase.close();
        toResend.close();
        toStore.close();
        resend.close();
        store.close();
        database.close();
    }
}
