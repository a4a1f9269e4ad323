package com.nineminds.temporal.cluster.builtin;

import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.kind.ResourceNames;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.schema.Definitions;
import com.nineminds.temporal.cluster.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The resources that the server has without any CustomResourceDefinition. */
public final class BuiltInTypes {
    private static final List<String> ALL = List.of("all");
    private static final List<String> NONE = List.of();
    private static final String EVENTS = "events";

    private final ClusterAddresses addresses = new ClusterAddresses();

    private BuiltInTypes() {}

    public static List<ResourceType> all() {
        BuiltInTypes types = new BuiltInTypes();
        return Stream.of(types.core(), types.workloads(), types.policies(), types.system())
                .flatMap(List::stream)
                .toList();
    }

    private List<ResourceType> core() {
        return List.of(
                cluster("", "v1", names("Namespace", "namespaces", List.of("ns"), NONE), "status", "finalize"),
                cluster("", "v1", names("Node", "nodes", List.of("no"), NONE), "status"),
                namespaced("", "v1", names("Pod", "pods", List.of("po"), ALL), "status", "eviction", "binding", "log"),
                namespaced("", "v1", names("Service", "services", List.of("svc"), ALL), "status"),
                namespaced("", "v1", names("ConfigMap", "configmaps", List.of("cm"), NONE)),
                namespaced("", "v1", names("Secret", "secrets", NONE, NONE)),
                namespaced("", "v1", names("ServiceAccount", "serviceaccounts", List.of("sa"), NONE)),
                namespaced("", "v1", names("Endpoints", "endpoints", List.of("ep"), NONE)),
                namespaced("", "v1", names("ResourceQuota", "resourcequotas", List.of("quota"), NONE), "status"),
                namespaced("", "v1", names("Event", EVENTS, List.of("ev"), NONE)),
                namespaced("events.k8s.io", "v1", names("Event", EVENTS, List.of("ev"), NONE)));
    }

    private List<ResourceType> workloads() {
        return List.of(
                namespaced("apps", "v1", names("Deployment", "deployments", List.of("deploy"), ALL), "status", "scale"),
                namespaced("apps", "v1", names("ReplicaSet", "replicasets", List.of("rs"), ALL), "status", "scale"),
                namespaced("apps", "v1", names("ControllerRevision", "controllerrevisions", NONE, NONE)),
                namespaced(
                        "autoscaling",
                        "v2",
                        names("HorizontalPodAutoscaler", "horizontalpodautoscalers", List.of("hpa"), ALL),
                        "status"));
    }

    private List<ResourceType> policies() {
        return List.of(
                namespaced(
                        "policy",
                        "v1",
                        names("PodDisruptionBudget", "poddisruptionbudgets", List.of("pdb"), NONE),
                        "status"),
                namespaced(
                        "networking.k8s.io", "v1", names("NetworkPolicy", "networkpolicies", List.of("netpol"), NONE)));
    }

    private List<ResourceType> system() {
        return List.of(
                namespaced("coordination.k8s.io", "v1", names("Lease", "leases", NONE, NONE)),
                review("SelfSubjectAccessReview", "selfsubjectaccessreviews"),
                review("SelfSubjectRulesReview", "selfsubjectrulesreviews"),
                cluster(
                        "apiextensions.k8s.io",
                        "v1",
                        names(
                                "CustomResourceDefinition",
                                "customresourcedefinitions",
                                List.of("crd", "crds"),
                                List.of("api-extensions")),
                        "status"));
    }

    private ResourceType namespaced(String group, String version, ResourceNames names, String... subresources) {
        return type(group, version, names, true, Set.of(subresources));
    }

    private ResourceType cluster(String group, String version, ResourceNames names, String... subresources) {
        return type(group, version, names, false, Set.of(subresources));
    }

    private ResourceType review(String kind, String plural) {
        ResourceNames names = names(kind, plural, NONE, NONE);
        Schema schema = schema("authorization.k8s.io", "v1", kind);
        BuiltInForm form = new BuiltInForm("", schema, addresses);
        return new ResourceType("authorization.k8s.io", "v1", names, false, Set.of(), "", schema, form, Json.object());
    }

    private static Schema schema(String group, String version, String kind) {
        return Definitions.kubernetes()
                .ofKind(group, version, kind)
                .orElseThrow(() -> new IllegalStateException("no schema for " + kind));
    }

    private ResourceType type(
            String group, String version, ResourceNames names, boolean namespaced, Set<String> subresources) {
        Schema schema = schema(group, version, names.kind());
        boolean unqualified = group.isEmpty() || names.plural().equals(EVENTS);
        String storage = unqualified ? names.plural() : names.plural() + "." + group;
        BuiltInForm form = new BuiltInForm(storage, schema, addresses);
        return new ResourceType(group, version, names, namespaced, subresources, storage, schema, form, Json.object());
    }

    private static ResourceNames names(String kind, String plural, List<String> shortNames, List<String> categories) {
        return new ResourceNames(plural, kind.toLowerCase(Locale.ROOT), kind, shortNames, categories);
    }
}
