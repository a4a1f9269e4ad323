package com.nineminds.temporal.cluster.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceType;
import com.nineminds.temporal.cluster.read.Page;
import com.nineminds.temporal.cluster.table.Tables;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** The form in which a client wants to see objects. */
public final class View {
    private enum Shape {
        WHOLE,
        TABLE,
        METADATA
    }

    private final ResourceType type;
    private final Version version;
    private final Shape shape;
    private final String include;
    private final Tables tables;

    /**
     * Reads the wish of a client.
     *
     * @param accept the Accept header
     * @param include what rows of tables carry of their object
     */
    public View(ResourceType type, String accept, String include, Tables tables) {
        this.type = type;
        this.version = new Version(type);
        this.shape = shape(accept);
        this.include = include;
        this.tables = tables;
    }

    public ObjectNode one(ObjectNode stored) {
        ObjectNode object = version.shown(stored);
        return switch (shape) {
            case WHOLE -> object;
            case METADATA -> Tables.partial(object);
            case TABLE -> {
                ObjectNode metadata = Json.object().put("resourceVersion", ObjectMeta.resourceVersion(object));
                yield tables.of(type, List.of(stored), include, metadata);
            }
        };
    }

    /** For one watch: of tables only the first tells its columns. */
    public UnaryOperator<ObjectNode> stream() {
        AtomicBoolean told = new AtomicBoolean();
        return stored -> {
            ObjectNode one = one(stored);
            if (shape == Shape.TABLE && told.getAndSet(true)) {
                one.putNull("columnDefinitions");
            }
            return one;
        };
    }

    public ObjectNode list(Page page) {
        ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(page.revision()));
        if (!page.continuation().isEmpty()) {
            metadata.put("continue", page.continuation());
        }
        if (page.remaining() > 0) {
            metadata.put("remainingItemCount", page.remaining());
        }
        if (shape == Shape.TABLE) {
            return tables.of(type, page.objects(), include, metadata);
        }
        ObjectNode list = Json.object();
        if (shape == Shape.WHOLE) {
            list.put("kind", type.names().listKind()).put("apiVersion", type.apiVersion());
        } else {
            list.put("kind", "PartialObjectMetadataList").put("apiVersion", "meta.k8s.io/v1");
        }
        list.set("metadata", metadata);
        ArrayNode items = list.putArray("items");
        page.objects().forEach(object -> items.add(item(object)));
        return list;
    }

    /** The items of a list of one of Kubernetes' own kinds do not say what they are. */
    private ObjectNode item(ObjectNode stored) {
        ObjectNode one = one(stored);
        if (shape != Shape.WHOLE || type.custom()) {
            return one;
        }
        ObjectNode item = Json.object();
        item.setAll(one);
        return item.without(List.of("kind", "apiVersion"));
    }

    /** The first acceptable form wins; what the server does not have is passed over. */
    private static Shape shape(String accept) {
        for (String one : accept.split(",")) {
            String wish = one.replace(" ", "");
            boolean current = wish.contains(";v=v1;") || wish.endsWith(";v=v1");
            if (!wish.startsWith("application/json")) {
                continue;
            }
            if (wish.contains(";as=Table") && current) {
                return Shape.TABLE;
            }
            if (wish.contains(";as=PartialObjectMetadata") && current) {
                return Shape.METADATA;
            }
            if (!wish.contains(";as=")) {
                return Shape.WHOLE;
            }
        }
        return Shape.WHOLE;
    }
}
