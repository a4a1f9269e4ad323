package com.nineminds.temporal.operator.loop;

import com.nineminds.temporal.operator.loop.wire.Call;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Waits until an operator has come to rest, and the cluster: controllers that have work left may take longer for it than it is quiet. */
final class Idleness {
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private int requests = -1;
    private long since;

    private Idleness() {}

    /** Returns once every Deployment has the pods that it asks for, and nothing passed the wire for a while. */
    static void await(Story story) {
        Idleness idleness = new Idleness();
        Awaitility.await("idleness")
                .pollInSameThread()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> idleness.reached(requests(story).size(), settled(story)));
    }

    private static boolean settled(Story story) {
        int asked = 0;
        for (Deployment each : story.client
                .apps()
                .deployments()
                .inNamespace(story.namespace)
                .list()
                .getItems()) {
            asked += each.getSpec().getReplicas();
            if (!each.getMetadata().getGeneration().equals(each.getStatus().getObservedGeneration())) {
                return false;
            }
        }
        List<Pod> pods = story.client.pods().inNamespace(story.namespace).list().getItems();
        return pods.size() == asked
                && pods.stream().allMatch(pod -> pod.getMetadata().getDeletionTimestamp() == null);
    }

    /** Writes and reads that no cache answered; a watch that is opened again feeds a cache. */
    static List<Call> requests(Story story) {
        return story.wire().calls(call -> !call.verb().equals("watch"));
    }

    private boolean reached(int now, boolean settled) {
        if (now != requests || !settled) {
            requests = now;
            since = System.nanoTime();
        }
        return System.nanoTime() - since >= QUIET.toNanos();
    }
}
