package com.nineminds.temporal.cluster.kind;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The resources that the server has without any CustomResourceDefinition. */
final class BuiltInTypes {
    private BuiltInTypes() {}

    static List<ResourceType> all() {
        return List.of(
                core("Namespace", "namespaces", List.of("ns"), Set.of("status", "finalize"), false),
                core("Node", "nodes", List.of("no"), Set.of("status"), false),
                type(
                        "",
                        "v1",
                        names("Pod", "pods", List.of("po"), List.of("all")),
                        Set.of("status", "eviction", "binding", "log"),
                        true),
                type("", "v1", names("Service", "services", List.of("svc"), List.of("all")), Set.of("status"), true),
                core("ConfigMap", "configmaps", List.of("cm"), Set.of(), true),
                core("Secret", "secrets", List.of(), Set.of(), true),
                core("ServiceAccount", "serviceaccounts", List.of("sa"), Set.of(), true),
                core("Endpoints", "endpoints", List.of("ep"), Set.of(), true),
                core("ResourceQuota", "resourcequotas", List.of("quota"), Set.of("status"), true),
                core("Event", "events", List.of("ev"), Set.of(), true),
                stored(type("events.k8s.io", "v1", names("Event", "events", List.of("ev"), List.of()), Set.of(), true)),
                type(
                        "apps",
                        "v1",
                        names("Deployment", "deployments", List.of("deploy"), List.of("all")),
                        Set.of("status", "scale"),
                        true),
                type(
                        "apps",
                        "v1",
                        names("ReplicaSet", "replicasets", List.of("rs"), List.of("all")),
                        Set.of("status", "scale"),
                        true),
                type(
                        "apps",
                        "v1",
                        names("ControllerRevision", "controllerrevisions", List.of(), List.of()),
                        Set.of(),
                        true),
                type(
                        "autoscaling",
                        "v2",
                        names("HorizontalPodAutoscaler", "horizontalpodautoscalers", List.of("hpa"), List.of("all")),
                        Set.of("status"),
                        true),
                type(
                        "policy",
                        "v1",
                        names("PodDisruptionBudget", "poddisruptionbudgets", List.of("pdb"), List.of()),
                        Set.of("status"),
                        true),
                type(
                        "networking.k8s.io",
                        "v1",
                        names("NetworkPolicy", "networkpolicies", List.of("netpol"), List.of()),
                        Set.of(),
                        true),
                type("coordination.k8s.io", "v1", names("Lease", "leases", List.of(), List.of()), Set.of(), true),
                type(
                        "apiextensions.k8s.io",
                        "v1",
                        names(
                                "CustomResourceDefinition",
                                "customresourcedefinitions",
                                List.of("crd", "crds"),
                                List.of("api-extensions")),
                        Set.of("status"),
                        false));
    }

    private static ResourceType core(
            String kind, String plural, List<String> shortNames, Set<String> subresources, boolean namespaced) {
        return type("", "v1", names(kind, plural, shortNames, List.of()), subresources, namespaced);
    }

    private static ResourceType type(
            String group, String version, ResourceNames names, Set<String> subresources, boolean namespaced) {
        String storage = group.isEmpty() ? names.plural() : names.plural() + "." + group;
        return new ResourceType(group, version, names, namespaced, subresources, storage, false);
    }

    /** Events of both groups are the same objects. */
    private static ResourceType stored(ResourceType events) {
        return new ResourceType(
                events.group(), events.version(), events.names(), true, events.subresources(), "events", false);
    }

    private static ResourceNames names(String kind, String plural, List<String> shortNames, List<String> categories) {
        String singular = kind.toLowerCase(Locale.ROOT);
        return new ResourceNames(plural, singular, kind, shortNames, categories);
    }
}
