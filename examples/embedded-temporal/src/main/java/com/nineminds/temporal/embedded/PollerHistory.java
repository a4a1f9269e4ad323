package com.nineminds.temporal.embedded;

import com.google.protobuf.Timestamp;
import io.temporal.api.taskqueue.v1.PollerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pollers of every queue with the time of their last access, kept by the rule of the real server's {@code pollerHistory}: an
 * entry is renewed when a poll begins and when it ends uncancelled, and is gone {@code timeToLive} later. Nothing else adds or
 * removes one; ShutdownWorker does not either, by that server's default ({@code frontend.enableCancelWorkerPollsOnShutdown}).
 */
final class PollerHistory {

    private record Poller(PolledQueue queue, String identity, Optional<String> deploymentVersion) {}

    private record Access(Poll poll, Instant at) {}

    private final Duration timeToLive;
    private final Map<Poller, Access> accesses = new HashMap<>();

    PollerHistory(Duration timeToLive) {
        this.timeToLive = timeToLive;
    }

    synchronized void accessed(Poll poll, Instant now) {
        var poller = new Poller(poll.queue(), poll.poller().getIdentity(), poll.deploymentVersion());
        accesses.put(poller, new Access(poll, now));
    }

    /** The pollers of exactly this queue, sorted by identity. */
    List<PollerInfo> pollersOf(PolledQueue queue, Instant now) {
        return known(now).stream()
                .filter(access -> access.poll().queue().equals(queue))
                .map(PollerHistory::info)
                .sorted(Comparator.comparing(PollerInfo::getIdentity))
                .toList();
    }

    /** The pollers of a task queue and of the sticky queues that belong to it, of both kinds, sorted by identity and kind. */
    List<PollerSeen> seenOn(String namespace, String taskQueue, Instant now) {
        return known(now).stream()
                .filter(access -> access.poll().queue().namespace().equals(namespace))
                .filter(access -> access.poll().taskQueue().equals(taskQueue))
                .map(PollerHistory::seen)
                .sorted(Comparator.comparing(PollerSeen::identity)
                        .thenComparing(PollerSeen::kind)
                        .thenComparing(PollerSeen::sticky))
                .toList();
    }

    private synchronized List<Access> known(Instant now) {
        accesses.values().removeIf(access -> !access.at().plus(timeToLive).isAfter(now));
        return List.copyOf(accesses.values());
    }

    private static PollerInfo info(Access access) {
        var time = Timestamp.newBuilder()
                .setSeconds(access.at().getEpochSecond())
                .setNanos(access.at().getNano());
        return access.poll().poller().toBuilder().setLastAccessTime(time).build();
    }

    private static PollerSeen seen(Access access) {
        Poll poll = access.poll();
        return new PollerSeen(
                poll.poller().getIdentity(),
                poll.queue().kind(),
                poll.sticky(),
                access.at(),
                poll.poller().getRatePerSecond(),
                poll.deploymentVersion());
    }
}
