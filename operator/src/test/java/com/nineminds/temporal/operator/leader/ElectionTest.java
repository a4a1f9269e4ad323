package com.nineminds.temporal.operator.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.cluster.api.ApiServer;
import com.nineminds.temporal.cluster.api.ApiServerOptions;
import com.nineminds.temporal.cluster.faults.Fault;
import com.nineminds.temporal.cluster.faults.FaultMatch;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two candidates with clocks that a test sets, each looking at the Lease when the test says so. */
class ElectionTest {
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final AtomicLong nanos = new AtomicLong(1);
    private ApiServer server;
    private KubernetesClient client;

    private final class Candidate {
        final AtomicInteger gained = new AtomicInteger();
        final Election election;

        Candidate(String name, Instant wallClock) {
            Candidacy candidacy = new Candidacy("default", "lease", name, LEASE);
            LeaseClient leases = new LeaseClient(client, candidacy, clock(wallClock));
            election = new Election(leases, candidacy, gained::incrementAndGet, nanos::get);
        }
    }

    private Clock clock(Instant atTheBeginning) {
        InstantSource source = () -> atTheBeginning.plusNanos(nanos.get());
        return source.withZone(ZoneOffset.UTC);
    }

    @BeforeEach
    void start() {
        server = ApiServer.start(ApiServerOptions.defaults());
        client = new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder(server.clientConfig())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Candidate candidate(String name) {
        return new Candidate(name, Instant.parse("2026-01-01T00:00:00Z"));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private Lease lease() {
        return client.leases().inNamespace("default").withName("lease").get();
    }

    @Test
    void the_first_leads_and_the_second_waits_as_long_as_the_first_is_heard_of() {
        Candidate one = candidate("one");
        Candidate two = candidate("two");
        for (int i = 0; i < 20; i++) {
            one.election.attempt();
            two.election.attempt();
            assertThat(one.election.held()).isTrue();
            assertThat(two.election.held()).isFalse();
            pass(Duration.ofSeconds(2));
        }
        assertThat(one.gained).hasValue(1);
        assertThat(lease().getSpec().getHolderIdentity()).isEqualTo("one");
    }

    @Test
    void a_leader_that_was_stopped_may_not_write_before_another_may() {
        Candidate one = candidate("one");
        Candidate two = candidate("two");
        one.election.attempt();
        two.election.attempt();

        Duration passed = Duration.ZERO;
        while (!two.election.held()) {
            assertThat(passed).isLessThan(Duration.ofSeconds(20));
            passed = passed.plusSeconds(1);
            pass(Duration.ofSeconds(1));
            two.election.attempt();
        }
        assertThat(passed).isGreaterThanOrEqualTo(LEASE);
        assertThat(one.election.held()).isFalse();

        one.election.attempt();
        assertThat(one.election.held()).isFalse();
        assertThat(two.gained).hasValue(1);
    }

    @Test
    void a_leader_that_was_stopped_stops_writing_long_before_its_lease_is_free() {
        Candidate one = candidate("one");
        one.election.attempt();

        pass(Duration.ofSeconds(9));
        assertThat(one.election.held()).isTrue();
        pass(Duration.ofSeconds(1));
        assertThat(one.election.held()).isFalse();
    }

    @Test
    void a_wall_clock_that_is_wrong_takes_the_lease_from_nobody() {
        Candidate one = candidate("one");
        Candidate ahead = new Candidate("ahead", Instant.parse("2027-01-01T00:00:00Z"));
        one.election.attempt();

        ahead.election.attempt();

        assertThat(ahead.election.held()).isFalse();
        assertThat(lease().getSpec().getHolderIdentity()).isEqualTo("one");
    }

    @Test
    void an_api_server_that_is_away_costs_the_leadership_nothing_but_the_time() {
        Candidate one = candidate("one");
        one.election.attempt();
        server.faults().always(FaultMatch.of("get", "leases.coordination.k8s.io"), Fault.unavailable());
        pass(Duration.ofSeconds(30));
        one.election.attempt();
        assertThat(one.election.held()).isFalse();
        assertThat(one.election.trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("Lease"));

        server.faults().clear();
        one.election.attempt();

        assertThat(one.election.held()).isTrue();
        assertThat(one.election.trouble()).isEmpty();
        assertThat(one.gained).as("what happened meanwhile was missed").hasValue(2);
    }

    @Test
    void who_loses_the_race_for_a_lease_is_in_no_trouble_and_stands_by() {
        Candidate late = candidate("late");
        server.faults().always(FaultMatch.of("create", "leases.coordination.k8s.io"), Fault.conflict());
        pass(LEASE.plusSeconds(1));

        late.election.attempt();

        assertThat(late.election.held()).isFalse();
        assertThat(late.election.trouble()).isEmpty();
    }

    @Test
    void a_lease_that_was_given_back_is_taken_at_the_next_look() {
        Candidate one = candidate("one");
        Candidate two = candidate("two");
        one.election.attempt();
        two.election.attempt();

        one.election.close();
        assertThat(one.election.held()).isFalse();
        two.election.attempt();

        assertThat(two.election.held()).isTrue();
        assertThat(lease().getSpec().getLeaseTransitions()).isEqualTo(1);
    }

    @Test
    void a_lease_that_somebody_made_by_hand_is_free() {
        client.resource(new LeaseBuilder()
                        .withNewMetadata()
                        .withName("lease")
                        .withNamespace("default")
                        .endMetadata()
                        .build())
                .create();
        Candidate one = candidate("one");

        one.election.attempt();

        assertThat(one.election.held()).isTrue();
    }

    @Test
    void who_closes_without_leading_leaves_the_lease_alone() {
        Candidate one = candidate("one");
        Candidate two = candidate("two");
        one.election.attempt();
        two.election.attempt();

        two.election.close();

        assertThat(lease().getSpec().getHolderIdentity()).isEqualTo("one");
    }

    @Test
    void of_two_that_take_a_free_lease_at_once_one_gets_it() {
        Candidate one = candidate("one");
        one.election.attempt();
        Lease read = lease();
        LeaseClient other = new LeaseClient(client, new Candidacy("default", "lease", "two", LEASE), Clock.systemUTC());
        pass(Duration.ofSeconds(2));
        one.election.attempt();

        assertThatThrownBy(() -> other.take(read))
                .isInstanceOfSatisfying(
                        KubernetesClientException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo(409));
    }

    @Test
    void behind_the_fence_nothing_is_written_and_everything_can_be_read() {
        Candidate one = candidate("one");
        one.election.attempt();
        try (KubernetesClient fenced = new KubernetesClientBuilder()
                .withConfig(server.clientConfig())
                .withHttpClientBuilderConsumer(http -> http.addOrReplaceInterceptor("fence", new Fence(one.election)))
                .build()) {
            var map = new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("a")
                    .withNamespace("default")
                    .endMetadata()
                    .build();
            fenced.resource(map).create();
            pass(Duration.ofSeconds(11));
            server.requests().mark();

            assertThatThrownBy(() -> fenced.resource(map).delete()).hasMessageContaining("another operator");
            assertThatThrownBy(() -> fenced.resource(map).serverSideApply()).hasMessageContaining("another operator");

            assertThat(server.requests().writes()).isZero();
            assertThat(fenced.resource(map).get()).isNotNull();
        }
    }
}
