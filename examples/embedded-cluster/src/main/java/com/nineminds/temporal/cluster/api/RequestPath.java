package com.nineminds.temporal.cluster.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The parts of {@code /api/v1/…} and {@code /apis/GROUP/VERSION/…}. Parts that are not there are empty.
 *
 * @param group empty for the core group
 */
record RequestPath(String group, String version, String namespace, String resource, String name, String subresource) {

    /** Reads the path of a resource or of something in it; empty for every other path. */
    static Optional<RequestPath> parse(String path) {
        Deque<String> parts =
                new ArrayDeque<>(List.of(path.replaceFirst("^/", "").split("/")));
        String root = next(parts);
        String group = root.equals("apis") ? next(parts) : "";
        String version = next(parts);
        if (!root.equals("api") && !root.equals("apis") || parts.isEmpty()) {
            return Optional.empty();
        }
        String namespace = "";
        if (parts.peekFirst().equals("namespaces") && parts.size() > 2 && !isSubresource(parts)) {
            parts.removeFirst();
            namespace = next(parts);
        }
        return Optional.of(
                new RequestPath(group, version, namespace, next(parts), next(parts), String.join("/", parts)));
    }

    /** Tells {@code namespaces/x/status} from {@code namespaces/x/pods}. */
    private static boolean isSubresource(Deque<String> parts) {
        String last = parts.peekLast();
        return parts.size() == 3 && (last.equals("status") || last.equals("finalize"));
    }

    private static String next(Deque<String> parts) {
        return parts.isEmpty() ? "" : parts.removeFirst();
    }
}
