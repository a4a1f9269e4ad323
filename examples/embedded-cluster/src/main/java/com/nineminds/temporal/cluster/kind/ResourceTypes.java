package com.nineminds.temporal.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.EventType;
import com.nineminds.temporal.cluster.store.StoreEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** All resources that are served at the moment. Follows CustomResourceDefinitions as they come and go. */
public final class ResourceTypes {
    private static final String DEFINITIONS = "customresourcedefinitions.apiextensions.k8s.io";

    private final List<ResourceType> builtIn;
    private final Function<ObjectNode, List<ResourceType>> reader;
    private final Map<String, List<ResourceType>> custom = new ConcurrentSkipListMap<>();

    /** @param reader finds the resources that a CustomResourceDefinition defines */
    public ResourceTypes(List<ResourceType> builtIn, Function<ObjectNode, List<ResourceType>> reader) {
        this.builtIn = List.copyOf(builtIn);
        this.reader = reader;
    }

    /** Takes note of a change of a CustomResourceDefinition; ignores all others. */
    public void accept(StoreEvent event) {
        if (!event.key().resource().equals(DEFINITIONS)) {
            return;
        }
        ObjectNode definition = event.object();
        if (event.type() == EventType.DELETED) {
            custom.remove(ObjectMeta.name(definition));
        } else {
            custom.put(ObjectMeta.name(definition), reader.apply(definition));
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

    /** The resource of a kind that an object or an owner reference names. */
    public Optional<ResourceType> ofKind(String apiVersion, String kind) {
        return all().filter(type ->
                        type.apiVersion().equals(apiVersion) && type.kind().equals(kind))
                .findFirst();
    }

    /** The resource whose objects are kept under a name. */
    public Optional<ResourceType> ofStorage(String storage) {
        return all().filter(type -> type.storage().equals(storage)).findFirst();
    }
}
