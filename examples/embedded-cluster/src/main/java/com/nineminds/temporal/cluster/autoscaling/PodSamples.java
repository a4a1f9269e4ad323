package com.nineminds.temporal.cluster.autoscaling;

import com.nineminds.temporal.cluster.objects.Pods;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pods of one target by what is known of their use of one resource.
 *
 * @param usage of pods that are measured and count
 * @param unready pods whose use says nothing yet: pending ones, for {@code cpu} also those that are not ready
 * @param missing pods that are not measured
 */
record PodSamples(Usage usage, Set<String> unready, Set<String> missing) {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final String NONE = "no metrics returned from resource metrics API";
    private static final String NO_SERVER = "unable to fetch metrics from resource metrics API:"
            + " the server could not find the requested resource (get pods.metrics.k8s.io)";
    private static final String FAILED = "FailedGetResourceMetric";

    static PodSamples of(Target target, String resource, ScriptedMetrics metrics) throws MetricException {
        Map<String, Integer> percents = percents(target, resource, metrics);
        Map<String, Long> requested = new HashMap<>();
        Map<String, Long> used = new HashMap<>();
        Set<String> unready = new HashSet<>();
        Set<String> missing = new HashSet<>();
        for (Pod pod : counted(target.pods())) {
            String name = pod.getMetadata().getName();
            long request = request(pod, resource);
            requested.put(name, request);
            if (Pods.phase(pod).equals("Pending") || (resource.equals("cpu") && !Pods.ready(pod))) {
                unready.add(name);
            } else if (percents.containsKey(name)) {
                used.put(name, request * percents.get(name) / 100);
            } else {
                missing.add(name);
            }
        }
        Usage usage = new Usage(used, requested);
        if (usage.requests() == 0) {
            throw failure(resource, "did not receive metrics for targeted pods (pods might be unready)");
        }
        return new PodSamples(usage, unready, missing);
    }

    private static Map<String, Integer> percents(Target target, String resource, ScriptedMetrics metrics)
            throws MetricException {
        Map<String, Integer> percents = new HashMap<>();
        for (Pod pod : target.pods()) {
            metrics.used(target, pod, resource)
                    .ifPresent(percent -> percents.put(pod.getMetadata().getName(), percent));
        }
        if (percents.isEmpty()) {
            throw failure(
                    resource,
                    "unable to get metrics for resource %s: %s".formatted(resource, metrics.any() ? NONE : NO_SERVER));
        }
        return percents;
    }

    private static List<Pod> counted(List<Pod> pods) {
        return pods.stream()
                .filter(pod -> !Pods.deleting(pod) && !Pods.phase(pod).equals("Failed"))
                .toList();
    }

    private static long request(Pod pod, String resource) throws MetricException {
        long sum = 0;
        for (Container container : pod.getSpec().getContainers()) {
            Map<String, Quantity> requests = container.getResources() == null
                    ? Map.of()
                    : container.getResources().getRequests();
            Quantity request = requests.get(resource);
            if (request == null) {
                throw failure(
                        resource,
                        "missing request for %s in container %s of Pod %s"
                                .formatted(
                                        resource,
                                        container.getName(),
                                        pod.getMetadata().getName()));
            }
            sum += request.getNumericalAmount().multiply(THOUSAND).longValue();
        }
        return sum;
    }

    private static MetricException failure(String resource, String why) {
        return new MetricException(
                FAILED,
                resource + " resource metric value",
                "failed to get %s utilization: %s".formatted(resource, why));
    }
}
