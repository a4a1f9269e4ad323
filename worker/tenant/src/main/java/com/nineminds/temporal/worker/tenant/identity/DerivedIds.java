package com.nineminds.temporal.worker.tenant.identity;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that are the same whenever they are asked for, so that a repeated step finds what the first attempt made. */
public final class DerivedIds {

    private DerivedIds() {}

    /** The id of the one {@code thing} that belongs to {@code owner}. */
    public static UUID of(Object owner, String thing) {
        return UUID.nameUUIDFromBytes((owner + "/" + thing).getBytes(StandardCharsets.UTF_8));
    }
}
