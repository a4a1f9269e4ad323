package com.nineminds.temporal.operator.resources;

import com.nineminds.temporal.operator.revision.RevisionHash;
import java.util.regex.Pattern;

/** Names of the children: {@code <worker>}, or {@code <worker>-<hash>} for what every revision has of its own. */
public final class Names {
    /** Characters of a worker's name: with a revision's hash and the pod's suffix a child still has a DNS label for a name. */
    public static final int MAX_WORKER_NAME = 40;

    private static final Pattern DNS_1035_LABEL = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    private Names() {}

    /** @throws IllegalArgumentException if the worker has a name that the schema refuses */
    public static String ofWorker(WorkerRef worker) {
        String name = worker.name();
        if (name.length() > MAX_WORKER_NAME || !DNS_1035_LABEL.matcher(name).matches()) {
            throw new IllegalArgumentException("metadata.name must be at most " + MAX_WORKER_NAME
                    + " lower case letters, digits and dashes, beginning with a letter: shorten or correct " + name);
        }
        return name;
    }

    /** @param hash as {@link RevisionHash} makes it */
    public static String ofRevision(WorkerRef worker, String hash) {
        if (hash.length() != RevisionHash.LENGTH) {
            throw new IllegalArgumentException("a revision hash has " + RevisionHash.LENGTH + " characters: " + hash);
        }
        return ofWorker(worker) + "-" + hash;
    }
}
