package com.nineminds.temporal.cluster.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.faults.Faults;
import com.nineminds.temporal.cluster.faults.LiveWatch;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.EventType;
import com.nineminds.temporal.cluster.store.ExpiredRevisionException;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.store.Snapshot;
import com.nineminds.temporal.cluster.store.StoreEvent;
import com.nineminds.temporal.cluster.store.Subscription;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One watch: writes the changes of a resource as lines of JSON until the client or the server ends it. */
public final class WatchSession {
    private static final Duration BOOKMARK_INTERVAL = Duration.ofSeconds(30);
    private static final Duration LAST_BOOKMARK = Duration.ofSeconds(2);

    private final ObjectStore store;
    private final Faults faults;
    private final Selection selection;
    private final WatchOptions options;
    private final UnaryOperator<ObjectNode> view;
    private long sent;

    /** @param view the form in which objects are shown */
    public WatchSession(
            ObjectStore store,
            Faults faults,
            Selection selection,
            WatchOptions options,
            UnaryOperator<ObjectNode> view) {
        this.store = store;
        this.faults = faults;
        this.selection = selection;
        this.options = options;
        this.view = view;
    }

    /** Runs the watch on the calling thread. */
    public void writeTo(OutputStream out) throws IOException, InterruptedException {
        String resource = selection.type().storage();
        Snapshot state = store.list(resource, selection.namespace());
        sent = options.startsWithState() ? state.revision() : Revisions.parse(options.resourceVersion());
        try (Subscription changes = store.subscribe(resource, sent)) {
            if (options.startsWithState()) {
                sendState(state, out);
            }
            LiveWatch live = new LiveWatch(resource, changes::wake);
            faults.opened(live);
            try {
                follow(changes, live, out);
            } finally {
                faults.closed(live);
            }
        } catch (ExpiredRevisionException expired) {
            send(
                    "ERROR",
                    ApiException.expired(String.valueOf(expired.getMessage())).status(),
                    out);
        }
    }

    private void sendState(Snapshot state, OutputStream out) throws IOException {
        for (ObjectNode object : state.objects()) {
            if (selection.predicate().test(object)) {
                send("ADDED", view.apply(object), out);
            }
        }
        if (options.initialEvents() && options.bookmarks()) {
            ObjectNode bookmark = bookmark(state.revision());
            Json.child(Json.child(bookmark, "metadata"), "annotations").put("k8s.io/initial-events-end", "true");
            send("BOOKMARK", bookmark, out);
        }
    }

    private void follow(Subscription changes, LiveWatch live, OutputStream out)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + options.timeout().toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0 || live.fate() == LiveWatch.Fate.DROPPED) {
                return;
            }
            if (live.fate() == LiveWatch.Fate.EXPIRED) {
                store.compact(selection.type().storage());
                send("ERROR", ApiException.expired("too old resource version").status(), out);
                return;
            }
            long patience = Math.min(beforeBookmark(left), BOOKMARK_INTERVAL.toNanos());
            Optional<StoreEvent> event = changes.next(Duration.ofNanos(patience).plusMillis(1));
            if (event.isPresent()) {
                deliver(event.get(), out);
            } else if (options.bookmarks() && System.nanoTime() < end) {
                sendBookmark(changes, out);
            }
        }
    }

    /** The last bookmark comes shortly before the end. */
    private static long beforeBookmark(long left) {
        long last = LAST_BOOKMARK.toNanos();
        return left > last ? left - last : left;
    }

    private void deliver(StoreEvent event, OutputStream out) throws IOException, InterruptedException {
        Duration delay = faults.delayOf(selection.type().storage());
        if (!delay.isZero()) {
            Thread.sleep(delay.toMillis());
        }
        if (event.revision() <= sent) {
            return;
        }
        sent = event.revision();
        boolean after =
                event.type() != EventType.DELETED && selection.predicate().test(event.object());
        Optional<ObjectNode> before = event.previous().filter(selection.predicate());
        if (after) {
            send(before.isPresent() ? "MODIFIED" : "ADDED", view.apply(event.object()), out);
        } else if (before.isPresent()) {
            send("DELETED", view.apply(last(event, before.get())), out);
        }
    }

    /** What leaves a selection is shown as it last was in it. */
    private static ObjectNode last(StoreEvent event, ObjectNode before) {
        if (event.type() == EventType.DELETED) {
            return event.object();
        }
        ObjectNode last = before.deepCopy();
        ObjectMeta.metadata(last).put("resourceVersion", Long.toString(event.revision()));
        return last;
    }

    /** Says that nothing is missing up to the present version; only true when every change has been taken. */
    private void sendBookmark(Subscription changes, OutputStream out) throws IOException {
        long revision = store.revision();
        if (changes.isDrained()) {
            sent = Math.max(sent, revision);
            send("BOOKMARK", bookmark(revision), out);
        }
    }

    private ObjectNode bookmark(long revision) {
        ObjectNode bookmark = Json.object()
                .put("kind", selection.type().kind())
                .put("apiVersion", selection.type().apiVersion());
        bookmark.putObject("metadata").put("resourceVersion", Long.toString(revision));
        return bookmark;
    }

    private static void send(String type, ObjectNode object, OutputStream out) throws IOException {
        ObjectNode line = Json.object().put("type", type);
        line.set("object", object);
        out.write(Json.bytes(line));
        out.write('\n');
        out.flush();
    }
}
