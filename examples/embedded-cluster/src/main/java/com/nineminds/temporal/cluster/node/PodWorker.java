package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.config.PortMap;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything about one pod on a process node, on a thread of its own: every change - of the pod, of a process, of a
 * probe, of time - leads to one {@link #sync}, which starts and stops containers and writes the status.
 */
final class PodWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PodWorker.class);
    private static final Duration RETRY = Duration.ofMillis(500);

    private final NodeServices services;
    private final PodContext context;
    private final PodContainers containers;
    private final PodVolumes volumes;
    private final PodStatusWriter writer;
    private final Runnable ended;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Pod pod;
    private boolean lost;
    private boolean gone;

    /** @param ended called once when nothing of the pod is left on the node */
    PodWorker(NodeServices services, Pod pod, String address, Path directory, Runnable ended) {
        this.services = services;
        this.pod = pod;
        this.ended = ended;
        String name = pod.getMetadata().getName();
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "pod-" + name);
            made.setDaemon(true);
            return made;
        });
        PortMap ports = services.options().network() == PodNetwork.OWN_ADDRESS ? PortMap.same() : PortMap.free();
        this.context = new PodContext(services, () -> this.pod, address, directory, ports, thread, this::sync);
        this.containers = new PodContainers(context);
        this.volumes = new PodVolumes(context);
        this.writer = new PodStatusWriter(services.client());
    }

    /** The pod was created or changed. */
    void update(Pod changed) {
        context.onThread(() -> {
            pod = changed;
            sync();
        });
    }

    /** The pod is no longer in the API. */
    void gone() {
        context.onThread(() -> {
            gone = true;
            containers.kill(ExitCause.OWN);
            sync();
        });
    }

    void lose() {
        context.onThread(() -> {
            lost = true;
            containers.kill(ExitCause.NODE_LOST);
        });
    }

    void restore() {
        context.onThread(() -> {
            lost = false;
            sync();
        });
    }

    void oomKill(String container) {
        context.onThread(() -> containers.find(container).ifPresent(one -> one.kill(ExitCause.OUT_OF_MEMORY)));
    }

    /** Kills everything and waits for the end, but not for ever. */
    void close() {
        gone();
        try {
            if (!over.await(5, TimeUnit.SECONDS)) {
                LOG.warn("a pod did not end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills all processes without any bookkeeping: the whole machine is going down. */
    void abandon() {
        containers.kill(ExitCause.OWN);
    }

    boolean is(String namespace, String name) {
        return pod.getMetadata().getNamespace().equals(namespace)
                && pod.getMetadata().getName().equals(name);
    }

    String name() {
        return pod.getMetadata().getName();
    }

    Optional<ContainerLogs> logs(String container) {
        return containers.find(container).map(ContainerRunner::logs);
    }

    private void sync() {
        try {
            if (gone) {
                finish();
            } else if (!lost) {
                advance();
            }
        } catch (KubernetesClientException failed) {
            LOG.atDebug().setCause(failed).log("pod not written, trying again");
            context.syncAfter(RETRY);
        } catch (RuntimeException failed) {
            LOG.atError().setCause(failed).addKeyValue("pod", name()).log("pod not synchronized, trying again");
            context.syncAfter(RETRY);
        }
    }

    private void advance() {
        boolean deleting = Pods.deleting(pod);
        boolean stopping = deleting && containers.stop(deletionGrace());
        if (!deleting && publish() && !Pods.finished(pod) && volumes.prepare()) {
            containers.drive();
        }
        if (publish() && deleting && !stopping && !containers.anyRunning()) {
            services.client().resource(pod).withGracePeriod(0).delete();
        }
    }

    /** Returns whether the pod still exists. */
    private boolean publish() {
        Optional<Pod> now = writer.write(pod, containers.statuses(), context.address(), context.now());
        now.ifPresent(written -> pod = written);
        return now.isPresent();
    }

    private Duration deletionGrace() {
        Long seconds = pod.getMetadata().getDeletionGracePeriodSeconds();
        return seconds == null ? context.grace() : Duration.ofSeconds(seconds);
    }

    private void finish() {
        if (containers.anyRunning()) {
            return;
        }
        context.thread().shutdownNow();
        if (over.getCount() > 0) {
            over.countDown();
            ended.run();
        }
    }
}
