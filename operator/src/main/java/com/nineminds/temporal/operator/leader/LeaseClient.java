package com.nineminds.temporal.operator.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Reads and writes the Lease. Every write is bound to the version that was read: of two who take it at once, one gets a conflict. */
final class LeaseClient {
    private final KubernetesClient client;
    private final Candidacy candidacy;
    private final Clock clock;

    LeaseClient(KubernetesClient client, Candidacy candidacy, Clock clock) {
        this.client = client;
        this.candidacy = candidacy;
        this.clock = clock;
    }

    Optional<Lease> read() {
        return Optional.ofNullable(resource().get());
    }

    boolean mine(Lease lease) {
        return candidacy.identity().equals(LeaseWatch.holder(lease));
    }

    Lease create() {
        Lease lease = new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(candidacy.namespace())
                .withName(candidacy.name())
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(candidacy.identity())
                .withLeaseDurationSeconds(seconds())
                .withAcquireTime(now())
                .withRenewTime(now())
                .withLeaseTransitions(0)
                .endSpec()
                .build();
        return client.resource(lease).create();
    }

    Lease renew(Lease lease) {
        return update(
                lease,
                new LeaseBuilder(lease)
                        .editSpec()
                        .withRenewTime(now())
                        .endSpec()
                        .build());
    }

    Lease take(Lease lease) {
        Integer transitions = lease.getSpec() == null ? null : lease.getSpec().getLeaseTransitions();
        return update(
                lease,
                new LeaseBuilder(lease)
                        .editOrNewSpec()
                        .withHolderIdentity(candidacy.identity())
                        .withLeaseDurationSeconds(seconds())
                        .withAcquireTime(now())
                        .withRenewTime(now())
                        .withLeaseTransitions(transitions == null ? 1 : transitions + 1)
                        .endSpec()
                        .build());
    }

    /** Lets the next one take it at once. */
    void giveBack(Lease lease) {
        update(
                lease,
                new LeaseBuilder(lease)
                        .editSpec()
                        .withHolderIdentity("")
                        .withLeaseDurationSeconds(1)
                        .withRenewTime(now())
                        .endSpec()
                        .build());
    }

    private Lease update(Lease read, Lease next) {
        return client.resource(next)
                .lockResourceVersion(read.getMetadata().getResourceVersion())
                .update();
    }

    private Resource<Lease> resource() {
        return client.leases().inNamespace(candidacy.namespace()).withName(candidacy.name());
    }

    private int seconds() {
        return Math.toIntExact(Math.max(1, candidacy.duration().toSeconds()));
    }

    private ZonedDateTime now() {
        return clock.instant().atZone(ZoneOffset.UTC);
    }
}
