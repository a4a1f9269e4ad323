package com.nineminds.temporal.cluster.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.store.ExpiredRevisionException;
import com.nineminds.temporal.cluster.store.ObjectKey;
import com.nineminds.temporal.cluster.store.ObjectStore;
import com.nineminds.temporal.cluster.store.Snapshot;
import java.util.List;

/** Answers lists. */
public final class Lists {
    private final ObjectStore store;

    public Lists(ObjectStore store) {
        this.store = store;
    }

    /**
     * One page of the selected objects.
     *
     * @throws ApiException 410 when the version or page asked for is no longer known, 504 when it is yet to come
     */
    public Page list(Selection selection, ListOptions options) {
        Snapshot snapshot = snapshot(selection, options);
        List<ObjectNode> selected =
                snapshot.objects().stream().filter(selection.predicate()).toList();
        if (!options.continuation().isEmpty()) {
            ObjectKey last = PageToken.decode(options.continuation()).last();
            selected = selected.stream()
                    .filter(object -> key(object).compareTo(last) > 0)
                    .toList();
        }
        int limit = options.limit();
        if (limit <= 0 || selected.size() <= limit) {
            return new Page(snapshot.revision(), selected, "", 0);
        }
        List<ObjectNode> page = selected.subList(0, limit);
        String next = new PageToken(snapshot.revision(), key(page.get(limit - 1))).encode();
        return new Page(snapshot.revision(), page, next, selection.everything() ? selected.size() - limit : 0);
    }

    private Snapshot snapshot(Selection selection, ListOptions options) {
        String resource = selection.type().storage();
        try {
            if (!options.continuation().isEmpty()) {
                long revision = PageToken.decode(options.continuation()).revision();
                return store.listAsOf(resource, selection.namespace(), revision);
            }
            Revisions.check(options.resourceVersion(), store);
            return options.exact()
                    ? store.listAsOf(resource, selection.namespace(), Revisions.parse(options.resourceVersion()))
                    : store.list(resource, selection.namespace());
        } catch (ExpiredRevisionException expired) {
            throw ApiException.expired(
                    "The provided continue parameter is too old to display a consistent list result. You can start a"
                            + " new list without the continue parameter.");
        }
    }

    private static ObjectKey key(ObjectNode object) {
        return new ObjectKey("", ObjectMeta.namespace(object), ObjectMeta.name(object));
    }
}
