package com.nineminds.temporal.operator.node;

import com.nineminds.temporal.operator.health.PodFailures;
import com.nineminds.temporal.operator.health.PodView;
import com.nineminds.temporal.operator.observe.PodViews;
import com.nineminds.temporal.operator.resources.Labels;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the API server told about the pods and revisions of a namespace, and when. */
final class Timeline implements AutoCloseable {
    private static final String VERDICT = "temporal.nineminds.com/verdict";

    private final Map<String, PodView> pods = new HashMap<>();
    private final Map<String, Instant> fatal = new HashMap<>();
    private final Map<String, Instant> ready = new HashMap<>();
    private final Map<String, Integer> timesReady = new HashMap<>();
    private final Map<String, Instant> rejected = new HashMap<>();
    private final List<SharedIndexInformer<?>> informers;
    private int fewestReady = Integer.MAX_VALUE;

    Timeline(KubernetesClient client, String namespace) {
        informers = List.of(
                client.pods().inNamespace(namespace).inform(new Told<>(this::seen, this::gone)),
                client.resources(ControllerRevision.class)
                        .inNamespace(namespace)
                        .inform(new Told<>(this::judged, record -> {})));
    }

    private synchronized void seen(Pod pod) {
        PodView view = PodViews.of(pod, revision(pod));
        PodView before = pods.put(view.name(), view);
        if (PodFailures.fatal(view, Set.of(), Instant.now()).isPresent()) {
            fatal.putIfAbsent(view.revision(), Instant.now());
        }
        if (serves(view)) {
            ready.putIfAbsent(view.revision(), view.readySince().orElseThrow());
            timesReady.merge(view.revision(), before != null && serves(before) ? 0 : 1, Integer::sum);
        }
        fewestReady = Math.min(fewestReady, readyPods(each -> true).size());
    }

    private synchronized void gone(Pod pod) {
        pods.remove(pod.getMetadata().getName());
        fewestReady = Math.min(fewestReady, readyPods(each -> true).size());
    }

    private synchronized void judged(ControllerRevision record) {
        if ("REJECTED".equals(record.getMetadata().getAnnotations().get(VERDICT))) {
            rejected.putIfAbsent(revision(record), Instant.now());
        }
    }

    private static String revision(HasMetadata object) {
        return object.getMetadata().getLabels().getOrDefault(Labels.REVISION, "");
    }

    private static boolean serves(PodView pod) {
        return pod.counts() && pod.readySince().isPresent();
    }

    /** Forgets how few there have been until now. */
    synchronized void startCounting() {
        fewestReady = readyPods(each -> true).size();
    }

    /** Ready pods of all revisions together, at the worst moment since counting started; terminating ones do not count. */
    synchronized int fewestReady() {
        return fewestReady;
    }

    synchronized List<String> readyPods(Predicate<PodView> which) {
        return pods.values().stream()
                .filter(Timeline::serves)
                .filter(which)
                .map(PodView::name)
                .collect(Collectors.toList());
    }

    /** When a pod of the revision first showed that it cannot work. */
    synchronized Optional<Instant> fatal(String hash) {
        return Optional.ofNullable(fatal.get(hash));
    }

    /** When a pod of the revision was first Ready, in whole seconds, as its status has it. */
    synchronized Optional<Instant> ready(String hash) {
        return Optional.ofNullable(ready.get(hash));
    }

    /** How often a pod of the revision became Ready. */
    synchronized int timesReady(String hash) {
        return timesReady.getOrDefault(hash, 0);
    }

    /** When the record of the revision's rejection was written. */
    synchronized Optional<Instant> rejected(String hash) {
        return Optional.ofNullable(rejected.get(hash));
    }

    @Override
    public void close() {
        informers.forEach(SharedIndexInformer::stop);
    }

    private record Told<T>(Consumer<T> changed, Consumer<T> gone) implements ResourceEventHandler<T> {
        @Override
        public void onAdd(T object) {
            changed.accept(object);
        }

        @Override
        public void onUpdate(T before, T now) {
            changed.accept(now);
        }

        @Override
        public void onDelete(T object, boolean stateUnknown) {
            gone.accept(object);
        }
    }
}
