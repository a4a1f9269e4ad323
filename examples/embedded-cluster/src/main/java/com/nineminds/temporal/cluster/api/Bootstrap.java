package com.nineminds.temporal.cluster.api;

import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import com.nineminds.temporal.cluster.write.Target;
import com.nineminds.temporal.cluster.write.WriteOptions;
import com.nineminds.temporal.cluster.write.Writer;
import java.util.List;

/** The objects that every cluster has from the start. */
final class Bootstrap {
    private static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-public", "kube-node-lease");

    private Bootstrap() {}

    static void run(ResourceTypes types, Writer writer) {
        var namespaces = types.find("", "v1", "namespaces").orElseThrow();
        for (String name : NAMESPACES) {
            var namespace = Json.object().put("apiVersion", "v1").put("kind", "Namespace");
            ObjectMeta.metadata(namespace).put("name", name);
            writer.create(new Target(namespaces, "", name, ""), namespace, WriteOptions.by("kube-apiserver"));
        }
    }
}
