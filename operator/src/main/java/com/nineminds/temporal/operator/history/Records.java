package com.nineminds.temporal.operator.history;

import com.nineminds.temporal.operator.decide.Revisions;
import com.nineminds.temporal.operator.revision.RevisionData;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What all ControllerRevisions of a worker say.
 *
 * @param data inputs and rendered pod template per revision
 */
public record Records(Revisions revisions, Map<String, RevisionData> data) {
    public Records {
        data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    public Optional<RevisionData> data(String hash) {
        return Optional.ofNullable(data.get(hash));
    }
}
