package com.nineminds.temporal.cluster.read;

import com.nineminds.temporal.cluster.error.ApiException;
import com.nineminds.temporal.cluster.error.Cause;
import com.nineminds.temporal.cluster.store.ObjectStore;
import java.util.List;

/** Resource versions as requests name them. */
public final class Revisions {
    private Revisions() {}

    /** 0 when the request names none. */
    static long parse(String resourceVersion) {
        try {
            return resourceVersion.isEmpty() ? 0 : Long.parseLong(resourceVersion);
        } catch (NumberFormatException malformed) {
            String why = "resourceVersion: Invalid value: \"%s\": strconv.ParseUint: parsing \"%s\": invalid syntax";
            throw ApiException.of(500, "", why.formatted(resourceVersion, resourceVersion));
        }
    }

    /** @throws ApiException 500, as the real server has it, when the text is no version */
    public static void check(String resourceVersion) {
        parse(resourceVersion);
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
