package com.nineminds.temporal.operator.decide;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the world should look like; never which calls to make.
 *
 * @param revisions the record as it shall be persisted before anything else happens
 * @param capacities pods per revision; a revision that is not named is left as it is
 * @param serving revisions that have capacity
 * @param retired revisions beyond the history limit, to be deleted with their children
 * @param gates measurements that are needed now
 * @param requeueAfter when time alone could change the decision
 */
public record Decision(
        Revisions revisions,
        Map<String, Capacity> capacities,
        SortedSet<String> retired,
        Standing standing,
        List<Notice> notices,
        Optional<GateRequest> gates,
        Optional<Duration> requeueAfter) {
    public Decision {
        capacities = Map.copyOf(capacities);
        retired = Collections.unmodifiableSortedSet(new TreeSet<>(retired));
        notices = List.copyOf(notices);
    }

    public SortedSet<String> serving() {
        SortedSet<String> serving = new TreeSet<>();
        capacities.forEach((hash, capacity) -> {
            if (!capacity.isZero()) {
                serving.add(hash);
            }
        });
        return serving;
    }
}
