package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.api.PodLogs;
import com.nineminds.temporal.cluster.node.image.PullFailure;
import com.nineminds.temporal.cluster.node.run.LogRing;
import com.nineminds.temporal.cluster.node.run.Prober;
import com.nineminds.temporal.cluster.objects.EventRecorder;
import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A node that runs containers as processes of this machine: what an image stands for is given by the options. The
 * processes share the file system and the network of the machine and end with this one.
 */
public final class ProcessNode implements ClusterNode {
    private static final String SHARED = "127.0.0.1";

    private final ProcessNodeOptions options;
    private final PullFaults pullFaults = new PullFaults();
    private final Prober prober = new Prober();
    private final PodAddresses addresses = new PodAddresses("127.1");
    private final PodDirectories directories = new PodDirectories();
    private final Map<String, PodWorker> pods = new ConcurrentHashMap<>();
    private final Thread abandon = new Thread(this::abandon, "abandon-pods");
    private volatile boolean lost;
    private boolean closed;
    private @Nullable Connection connection;

    private record Connection(NodeServices services, NodeObject object, PodFeed feed) {}

    public ProcessNode(ProcessNodeOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return options.name();
    }

    @Override
    public void start(KubernetesClient client, Clock clock) {
        Runtime.getRuntime().addShutdownHook(abandon);
        EventRecorder events = new EventRecorder(client, "kubelet", clock);
        NodeServices services = new NodeServices(client, clock, events, options, pullFaults, prober);
        PodFeed feed = new PodFeed(client, options.name(), new PodFeed.Listener() {
            @Override
            public void changed(Pod pod) {
                see(services, pod);
            }

            @Override
            public void gone(Pod pod) {
                Optional.ofNullable(pods.get(pod.getMetadata().getUid())).ifPresent(PodWorker::gone);
            }
        });
        NodeObject object = new NodeObject(client, clock, options.name());
        connection = new Connection(services, object, feed);
        object.register();
        feed.start();
    }

    private synchronized void see(NodeServices services, Pod pod) {
        String uid = pod.getMetadata().getUid();
        if (closed) {
            return;
        }
        if (!pods.containsKey(uid) && Pods.finished(pod) && !Pods.deleting(pod)) {
            return;
        }
        pods.computeIfAbsent(uid, unseen -> admit(services, pod)).update(pod);
    }

    private PodWorker admit(NodeServices services, Pod pod) {
        String uid = pod.getMetadata().getUid();
        String address = options.network() == PodNetwork.OWN_ADDRESS ? addresses.of(uid) : SHARED;
        PodWorker worker = new PodWorker(services, pod, address, directories.of(pod), () -> {
            pods.remove(uid);
            addresses.release(uid);
            directories.delete(pod);
        });
        if (lost) {
            worker.lose();
        }
        return worker;
    }

    /** Pulls of images that a glob matches fail from now on, also of images that the node knows. */
    public void failPulls(String imageGlob, PullFailure failure) {
        pullFaults.put(imageGlob, failure);
    }

    /** Ends what {@link #failPulls} began; waiting pods notice with their next attempt. */
    public void healPulls(String imageGlob) {
        pullFaults.remove(imageGlob);
    }

    /** Kills the first container of a pod as the kernel does when it uses too much memory. */
    public void oomKill(String pod) {
        find(pod).oomKill("");
    }

    private PodWorker find(String name) {
        return pods.values().stream()
                .filter(worker -> worker.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no pod \"%s\" on node %s".formatted(name, options.name())));
    }

    /** The machine goes down: all processes are killed. */
    @Override
    public void lose() {
        lost = true;
        pods.values().forEach(PodWorker::lose);
        connected().object().lost();
    }

    @Override
    public void restore() {
        lost = false;
        connected().object().ready();
        pods.values().forEach(PodWorker::restore);
    }

    @Override
    public PodLogs logs() {
        return (query, out) -> {
            Optional<LogRing> log = pods.values().stream()
                    .filter(worker -> worker.is(query.namespace(), query.pod()))
                    .findFirst()
                    .flatMap(worker -> worker.logs(query.container()))
                    .flatMap(logs -> logs.of(query.previous()));
            if (log.isPresent()) {
                log.get().write(out, query.tailLines(), query.follow());
            }
        };
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        if (connection != null) {
            connection.feed().close();
            forgetHook();
        }
        pods.values().forEach(PodWorker::gone);
        pods.values().forEach(PodWorker::close);
        prober.close();
        directories.close();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(abandon);
        } catch (IllegalStateException goingDown) {
            // The hook has run or will run: there is nothing left to take back.
        }
    }

    private void abandon() {
        pods.values().forEach(PodWorker::abandon);
    }

    private Connection connected() {
        if (connection == null) {
            throw new IllegalStateException("the node was not started");
        }
        return connection;
    }
}
