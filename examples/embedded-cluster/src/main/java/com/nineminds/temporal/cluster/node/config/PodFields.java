package com.nineminds.temporal.cluster.node.config;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The downward API: what a pod may read about itself. */
public final class PodFields {
    private static final Pattern ENTRY = Pattern.compile("metadata\\.(labels|annotations)\\['(.+)']");
    private static final Map<String, Quantity> NODE = Map.of("cpu", new Quantity("16"), "memory", new Quantity("64Gi"));

    private final Pod pod;
    private final String address;

    /** @param address of the pod, which its status may not have yet */
    public PodFields(Pod pod, String address) {
        this.pod = pod;
        this.address = address;
    }

    /**
     * The value of a {@code fieldRef}, empty for an absent label or annotation.
     *
     * @throws ConfigException when there is no such field
     */
    String value(String path) throws ConfigException {
        Matcher entry = ENTRY.matcher(path);
        if (entry.matches()) {
            return entries(entry.group(1)).getOrDefault(entry.group(2), "");
        }
        return switch (path) {
            case "metadata.name" -> pod.getMetadata().getName();
            case "metadata.namespace" -> pod.getMetadata().getNamespace();
            case "metadata.uid" -> pod.getMetadata().getUid();
            case "metadata.labels", "metadata.annotations" -> lines(entries(path.substring("metadata.".length())));
            case "spec.nodeName" -> text(pod.getSpec().getNodeName());
            case "spec.serviceAccountName" -> serviceAccount();
            case "status.hostIP", "status.hostIPs" -> "127.0.0.1";
            case "status.podIP", "status.podIPs" -> address;
            default -> throw new ConfigException("unsupported fieldPath: " + path);
        };
    }

    /** The value of a {@code resourceFieldRef}: whole units of the divisor, rounded up; an absent limit is the node's. */
    static String value(ResourceFieldSelector selector, Container container) throws ConfigException {
        String[] path = selector.getResource().split("\\.", 2);
        boolean limits = path[0].equals("limits");
        if (path.length < 2 || !(limits || path[0].equals("requests"))) {
            throw new ConfigException("unsupported container resource : " + selector.getResource());
        }
        Quantity amount = amount(container, limits, path[1]);
        Quantity divisor = selector.getDivisor();
        BigDecimal unit = divisor == null ? BigDecimal.ONE : divisor.getNumericalAmount();
        return amount.getNumericalAmount()
                .divide(unit.signum() == 0 ? BigDecimal.ONE : unit, 0, RoundingMode.CEILING)
                .toPlainString();
    }

    private static Quantity amount(Container container, boolean limits, String resource) {
        var resources = container.getResources();
        Map<String, Quantity> given =
                resources == null ? null : limits ? resources.getLimits() : resources.getRequests();
        Quantity own = given == null ? null : given.get(resource);
        Quantity absent = limits ? NODE.getOrDefault(resource, new Quantity("0")) : new Quantity("0");
        return own == null ? absent : own;
    }

    private Map<String, String> entries(String kind) {
        Map<String, String> entries = kind.equals("labels")
                ? pod.getMetadata().getLabels()
                : pod.getMetadata().getAnnotations();
        return entries == null ? Map.of() : entries;
    }

    private static String lines(Map<String, String> entries) {
        return new TreeMap<>(entries)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=\"" + entry.getValue().replace("\"", "\\\"") + "\"")
                        .collect(Collectors.joining("\n"));
    }

    private String serviceAccount() {
        String name = text(pod.getSpec().getServiceAccountName());
        return name.isEmpty() ? "default" : name;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
