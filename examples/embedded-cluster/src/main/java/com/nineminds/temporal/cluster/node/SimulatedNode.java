package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node without processes: pods become ready after a moment, unless their annotation {@code simulate} ({@code crash},
 * {@code image}, {@code unready}, {@code oom}, {@code flap}, {@code init}, {@code init-crash}, {@code config}) or a call
 * of one of the methods below says otherwise. Deleted pods go at once.
 */
public final class SimulatedNode implements ClusterNode {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedNode.class);
    private static final long RETRY_MILLIS = 50;
    private static final int NOT_FOUND = 404;

    private final SimulatedNodeOptions options;
    private final PodAddresses addresses = new PodAddresses("10.88");
    private final ScheduledExecutorService thread;
    private final Map<String, SimulatedPod> pods = new LinkedHashMap<>();
    private boolean lost;
    private @Nullable Connection connection;

    private record Connection(KubernetesClient client, Clock clock, NodeObject object, PodFeed feed) {}

    public SimulatedNode(SimulatedNodeOptions options) {
        this.options = options;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "simulated-" + options.name());
            made.setDaemon(true);
            return made;
        });
    }

    public static SimulatedNode named(String name) {
        return new SimulatedNode(SimulatedNodeOptions.named(name));
    }

    @Override
    public String name() {
        return options.name();
    }

    @Override
    public void start(KubernetesClient client, Clock clock) {
        NodeObject object = new NodeObject(client, clock, options.name());
        PodFeed feed = new PodFeed(client, options.name(), new PodFeed.Listener() {
            @Override
            public void changed(Pod pod) {
                thread.execute(() -> see(pod));
            }

            @Override
            public void gone(Pod pod) {
                thread.execute(() -> forget(pod.getMetadata().getUid()));
            }
        });
        connection = new Connection(client, clock, object, feed);
        object.register();
        feed.start();
    }

    /** The containers exit: the first time they start again at once, later ones are CrashLoopBackOff. */
    public void crash(String pod, int exitCode) {
        onThread(() -> exit(find(pod), exitCode, "Error"));
    }

    /** As {@link #crash}, killed for using too much memory. */
    public void oomKill(String pod) {
        onThread(() -> exit(find(pod), Script.OOM_EXIT, States.OOM_KILLED));
    }

    /** The readiness probe fails from now on. */
    public void unready(String pod) {
        onThread(() -> play(find(pod), Script.of(Script.step(Duration.ZERO, Scene.running(false)))));
    }

    /** The containers run and are ready from now on. */
    public void ready(String pod) {
        onThread(() -> play(find(pod), Script.of(Script.step(Duration.ZERO, Scene.running(true)))));
    }

    @Override
    public void lose() {
        onThread(() -> {
            lost = true;
            connected().object().lost();
        });
    }

    @Override
    public void restore() {
        onThread(() -> {
            lost = false;
            connected().object().ready();
            connected().feed().pods().forEach(this::see);
            pods.values().forEach(pod -> {
                pod.comeBack();
                pod.resume();
                advance(pod);
            });
        });
    }

    @Override
    public void close() {
        thread.shutdownNow();
        if (connection != null) {
            connection.feed().close();
        }
    }

    private void see(Pod pod) {
        String uid = pod.getMetadata().getUid();
        if (lost) {
            return;
        }
        if (Pods.deleting(pod)) {
            remove(pod);
        } else if (!pods.containsKey(uid) && !Pods.finished(pod)) {
            SimulatedPod simulated = new SimulatedPod(pod, Script.of(Simulation.of(pod), options));
            pods.put(uid, simulated);
            advance(simulated);
        } else if (pods.containsKey(uid)) {
            correct(pods.get(uid), pod);
        }
    }

    /** As a kubelet does when the node controller, which missed that the node is back, called the pod not ready once more. */
    private void correct(SimulatedPod simulated, Pod seen) {
        if (simulated.isMisreported(Pods.ready(seen))) {
            simulated.resume();
            advance(simulated);
        }
    }

    private void remove(Pod pod) {
        forget(pod.getMetadata().getUid());
        try {
            connected().client().resource(pod).withGracePeriod(0).delete();
        } catch (KubernetesClientException failed) {
            LOG.atDebug().setCause(failed).log("pod not deleted, trying again");
            thread.schedule(() -> remove(pod), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void forget(String uid) {
        SimulatedPod known = pods.remove(uid);
        if (known != null) {
            known.cancel();
            addresses.release(uid);
        }
    }

    private void exit(SimulatedPod pod, int exitCode, String reason) {
        play(pod, Script.exit(exitCode, reason, pod.exit(), options));
    }

    private void play(SimulatedPod pod, Script script) {
        pod.follow(script);
        advance(pod);
    }

    private void advance(SimulatedPod pod) {
        pod.upcoming().ifPresent(step -> {
            if (step.after().isZero()) {
                perform(pod, step);
            } else {
                pod.awaits(
                        thread.schedule(() -> perform(pod, step), step.after().toMillis(), TimeUnit.MILLISECONDS));
            }
        });
    }

    private void perform(SimulatedPod pod, Script.Step step) {
        if (lost || !pods.containsKey(pod.uid())) {
            return;
        }
        try {
            write(pod, step);
            pod.done(step);
            advance(pod);
        } catch (KubernetesClientException failed) {
            if (failed.getCode() != NOT_FOUND) {
                pod.awaits(thread.schedule(() -> perform(pod, step), RETRY_MILLIS, TimeUnit.MILLISECONDS));
            }
        }
    }

    private void write(SimulatedPod simulated, Script.Step step) {
        Connection with = connected();
        Pod pod = with.client()
                .pods()
                .inNamespace(simulated.namespace())
                .withName(simulated.name())
                .get();
        if (pod == null || !pod.getMetadata().getUid().equals(simulated.uid()) || Pods.deleting(pod)) {
            return;
        }
        int restarts = simulated.restarts() + step.restarts();
        Instant now = with.clock().instant();
        Containers containers = step.scene().containers(pod, restarts, now);
        var status = PodStatuses.of(pod, containers, addresses.of(simulated.uid()), now);
        Pod written = new PodBuilder(pod).withStatus(status).build();
        with.client().resource(written).updateStatus();
        simulated.wrote(Pods.ready(written));
    }

    private SimulatedPod find(String name) {
        return pods.values().stream()
                .filter(pod -> pod.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no pod \"%s\" on node %s".formatted(name, options.name())));
    }

    private Connection connected() {
        if (connection == null) {
            throw new IllegalStateException("the node was not started");
        }
        return connection;
    }

    /** Runs on the node's thread and waits, so that its effect can be seen when the caller goes on. */
    private void onThread(Runnable change) {
        try {
            CompletableFuture.runAsync(change, thread).join();
        } catch (java.util.concurrent.CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
