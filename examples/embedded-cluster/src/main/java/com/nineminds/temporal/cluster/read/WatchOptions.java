package com.nineminds.temporal.cluster.read;

import java.time.Duration;

/**
 * How a watch begins and ends.
 *
 * @param resourceVersion changes after it are sent; empty or 0 to begin with all objects as if they were just added
 * @param bookmarks tell the client now and then how far it has come
 * @param initialEvents begin with all objects, then a marked bookmark
 * @param timeout after which the server ends the watch
 */
public record WatchOptions(String resourceVersion, boolean bookmarks, boolean initialEvents, Duration timeout) {
    boolean startsWithState() {
        return initialEvents || resourceVersion.isEmpty() || resourceVersion.equals("0");
    }
}
