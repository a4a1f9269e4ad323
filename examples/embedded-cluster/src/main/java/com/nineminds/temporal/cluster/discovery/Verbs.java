package com.nineminds.temporal.cluster.discovery;

import com.nineminds.temporal.cluster.kind.ResourceType;
import java.util.List;
import java.util.Map;

/** What can be done with a resource, as discovery says it. */
final class Verbs {
    private static final List<String> ALL =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> PART = List.of("get", "patch", "update");
    private static final Map<String, List<String>> SPECIAL = Map.of(
            "eviction", List.of("create"),
            "binding", List.of("create"),
            "log", List.of("get"),
            "finalize", List.of("update"));

    private Verbs() {}

    static List<String> of(ResourceType type) {
        return type.stored() ? ALL : List.of("create");
    }

    static List<String> of(String subresource) {
        return SPECIAL.getOrDefault(subresource, PART);
    }
}
