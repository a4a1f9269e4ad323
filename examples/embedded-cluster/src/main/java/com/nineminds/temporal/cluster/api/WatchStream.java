package com.nineminds.temporal.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.store.EventType;
import com.nineminds.temporal.cluster.store.StoreEvent;
import com.nineminds.temporal.cluster.store.Subscription;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes the changes of a resource as lines of JSON. */
final class WatchStream {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Subscription subscription;
    private final Predicate<ObjectNode> selected;

    WatchStream(Subscription subscription, Predicate<ObjectNode> selected) {
        this.subscription = subscription;
        this.selected = selected;
    }

    ApiResponse response() {
        return new ApiResponse.Streamed("application/json", this::writeTo);
    }

    private void writeTo(OutputStream out) throws IOException, InterruptedException {
        try (subscription) {
            while (true) {
                Optional<StoreEvent> event = subscription.next(PATIENCE);
                if (event.isPresent()) {
                    write(event.get(), out);
                }
            }
        }
    }

    private void write(StoreEvent event, OutputStream out) throws IOException {
        boolean after = event.type() != EventType.DELETED && selected.test(event.object());
        boolean before = event.previous().filter(selected).isPresent();
        if (!after && !before) {
            return;
        }
        String type = after ? before ? "MODIFIED" : "ADDED" : "DELETED";
        ObjectNode line = Json.object().put("type", type);
        line.set("object", event.object());
        out.write(Json.bytes(line));
        out.write('\n');
        out.flush();
    }
}
