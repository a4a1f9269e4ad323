package com.nineminds.temporal.cluster.gc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.json.ObjectMeta;
import com.nineminds.temporal.cluster.kind.ResourceTypes;
import com.nineminds.temporal.cluster.store.ObjectKey;
import com.nineminds.temporal.cluster.write.Change;
import com.nineminds.temporal.cluster.write.DeleteOptions;
import com.nineminds.temporal.cluster.write.Deleter;
import com.nineminds.temporal.cluster.write.Target;
import com.nineminds.temporal.cluster.write.WriteOptions;
import com.nineminds.temporal.cluster.write.Writer;
import java.util.Optional;
import java.util.OptionalLong;

/** Deletes and changes objects by key. What is gone already is passed over. */
final class Removals {
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final ResourceTypes types;
    private final Writer writer;
    private final Deleter deleter;

    Removals(ResourceTypes types, Writer writer, Deleter deleter) {
        this.types = types;
        this.writer = writer;
        this.deleter = deleter;
    }

    /** @param propagation Background or Foreground, or empty to keep what was asked for before */
    void delete(ObjectKey key, ObjectNode object, String propagation) {
        DeleteOptions options = new DeleteOptions(propagation, OptionalLong.empty(), ObjectMeta.uid(object), "", false);
        target(key, "").ifPresent(target -> unlessGone(() -> deleter.delete(target, options)));
    }

    void change(ObjectKey key, String subresource, Change change) {
        WriteOptions options = WriteOptions.by("kube-controller-manager");
        target(key, subresource).ifPresent(target -> unlessGone(() -> writer.update(target, change, options)));
    }

    private Optional<Target> target(ObjectKey key, String subresource) {
        return types.ofStorage(key.resource()).map(type -> new Target(type, key.namespace(), key.name(), subresource));
    }

    private static void unlessGone(Runnable action) {
        try {
            action.run();
        } catch (ApiException refused) {
            if (refused.code() != NOT_FOUND && refused.code() != CONFLICT) {
                throw refused;
            }
        }
    }
}
