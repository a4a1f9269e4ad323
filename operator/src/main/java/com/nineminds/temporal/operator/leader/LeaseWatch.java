package com.nineminds.temporal.operator.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import java.time.Duration;
import java.util.Optional;

/**
 * Since when a Lease has not changed, by the clock of the one who looks. The times in the Lease are those of another machine's clock,
 * which may be wrong; taken at their word they would let two lead at once.
 */
final class LeaseWatch {
    private String version = "";
    private long since;

    /** @param now in nanoseconds, of a clock that only goes forward */
    void see(Lease lease, long now) {
        String seen = lease.getMetadata().getUid() + "/" + lease.getMetadata().getResourceVersion();
        if (!seen.equals(version)) {
            version = seen;
            since = now;
        }
    }

    /** Empty if the Lease was given back, or somebody made it by hand. */
    static String holder(Lease lease) {
        return spec(lease).map(LeaseSpec::getHolderIdentity).orElse("");
    }

    /** Whether the holder has been silent for as long as it promised to be heard of, or gave the Lease back. */
    boolean free(Lease lease, Duration otherwise, long now) {
        Duration promised = spec(lease)
                .map(LeaseSpec::getLeaseDurationSeconds)
                .map(Duration::ofSeconds)
                .orElse(otherwise);
        return holder(lease).isEmpty() || now - since >= promised.toNanos();
    }

    private static Optional<LeaseSpec> spec(Lease lease) {
        return Optional.ofNullable(lease.getSpec());
    }
}
