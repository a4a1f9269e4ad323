package com.nineminds.temporal.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.EventType;
import com.nineminds.temporal.cluster.store.StoreEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** All resources that are served at the moment. Follows CustomResourceDefinitions as they come and go. */
public final class ResourceTypes {
    private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

    private final List<ResourceType> builtIn = BuiltInTypes.all();
    private final Map<String, List<ResourceType>> custom = new ConcurrentSkipListMap<>();

    /** Takes note of a change of a CustomResourceDefinition; ignores all others. */
    public void accept(StoreEvent event) {
        if (!event.key().resource().equals(DEFINITIONS)) {
            return;
        }
        ObjectNode definition = event.object();
        if (event.type() == EventType.DELETED) {
            custom.remove(ObjectMeta.name(definition));
        } else {
            custom.put(ObjectMeta.name(definition), CustomTypes.of(definition));
        }
    }

    public Stream<ResourceType> all() {
        return Stream.concat(builtIn.stream(), custom.values().stream().flatMap(List::stream));
    }

    public Optional<ResourceType> find(String group, String version, String plural) {
        return all().filter(type -> type.group().equals(group)
                        && type.version().equals(version)
                        && type.plural().equals(plural))
                .findFirst();
    }

    public Optional<ResourceType> ofKind(String apiVersion, String kind) {
        return all().filter(type ->
                        type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
                .findFirst();
    }
}
