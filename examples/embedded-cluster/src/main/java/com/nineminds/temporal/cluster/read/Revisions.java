package com.nineminds.temporal.cluster.read;

import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.store.ObjectStore;
import java.util.List;

/** Resource versions as requests name them. */
final class Revisions {
    private Revisions() {}

    /** 0 when the request names none. */
    static long parse(String resourceVersion) {
        try {
            return resourceVersion.isEmpty() ? 0 : Long.parseLong(resourceVersion);
        } catch (NumberFormatException malformed) {
            throw ApiException.badRequest("resourceVersion: Invalid value: \"" + resourceVersion + "\"");
        }
    }

    static void check(String resourceVersion, ObjectStore store) {
        long asked = parse(resourceVersion);
        long current = store.revision();
        if (asked > current) {
            throw ApiException.timeout(
                    "Too large resource version: %d, current: %d".formatted(asked, current),
                    List.of(new Cause("ResourceVersionTooLarge", "Too large resource version", "")));
        }
    }
}
