package com.nineminds.temporal.operator;

import com.nineminds.temporal.operator.config.InvalidConfigException;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.config.OwnPod;
import com.nineminds.temporal.operator.temporal.TemporalPollers;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.javaoperatorsdk.operator.OperatorException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator as a process. The cluster is found as kubectl finds it: {@code KUBECONFIG}, else the pod's ServiceAccount.
 *
 * <p>Exit codes: 0 after SIGTERM, {@value #BAD_CONFIG} for bad configuration, {@value #NO_CLUSTER} if the API server cannot be used at
 * start, {@value #BROKEN} for anything unforeseen.
 */
public final class OperatorApplication {
    static final int BAD_CONFIG = 78;
    static final int NO_CLUSTER = 69;
    static final int BROKEN = 70;

    private static final String LOG_CONFIG = "logback.configurationFile";

    static {
        // Before the first logger; not under a name that programs would find in which an operator is only a part.
        if (System.getProperty(LOG_CONFIG) == null) {
            System.setProperty(LOG_CONFIG, "com/nineminds/temporal/operator/logback.xml");
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(OperatorApplication.class);

    private OperatorApplication() {}

    public static void main(String[] args) {
        // Without it the JVM would end with 143 after SIGTERM, however well everything was closed.
        Runtime.getRuntime().halt(run(new CountDownLatch(1)));
    }

    private static int run(CountDownLatch terminated) {
        try {
            serve(OperatorConfig.from(OwnPod.environment(System.getenv())), terminated);
            return 0;
        } catch (InvalidConfigException e) {
            e.problems().forEach(problem -> LOG.error("invalid configuration: {}", problem));
            return BAD_CONFIG;
        } catch (KubernetesClientException | OperatorException e) {
            LOG.atError()
                    .setCause(e)
                    .log(
                            "the API server cannot be used; check KUBECONFIG or the ServiceAccount, and that the CRD is installed");
            return NO_CLUSTER;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("unforeseen error");
            return BROKEN;
        }
    }

    private static void serve(OperatorConfig config, CountDownLatch terminated) {
        try (TemporalPollers pollers = new TemporalPollers(config.temporal());
                OperatorProcess process =
                        OperatorProcess.prepare(config, Config.autoConfigure(null), pollers, Clock.systemUTC());
                ManagementEndpoint management = ManagementEndpoint.open(config.management(), process)) {
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(terminated, main), "stop"));
            process.begin();
            LOG.atInfo().addKeyValue("config", config).log("operator started");
            terminated.await();
            LOG.info("operator stops");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The JVM halts when its hooks have ended, so the hook waits for the main thread to close everything. */
    private static void stop(CountDownLatch terminated, Thread main) {
        terminated.countDown();
        try {
            main.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
