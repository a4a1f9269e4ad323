package com.nineminds.temporal.worker.runtime.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueuePollsTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private final QueuePolls polls = new QueuePolls();

    @Test
    void a_first_poll_on_its_way_is_enough() {
        polls.sent("one", NOW);

        assertThat(polls.problem(NOW)).isEmpty();
    }

    @Test
    void a_failed_poll_is_a_problem_until_one_succeeds() {
        polls.sent("one", NOW);
        polls.failed("one", "UNAVAILABLE");
        assertThat(polls.problem(NOW)).contains("UNAVAILABLE");

        polls.sent("two", NOW);
        assertThat(polls.problem(NOW)).contains("UNAVAILABLE");

        polls.succeeded("two");
        assertThat(polls.problem(NOW)).isEmpty();
    }

    @Test
    void a_poll_that_the_server_keeps_waiting_ends_the_problem() {
        polls.sent("one", NOW);
        polls.failed("one", "UNAVAILABLE");
        polls.sent("two", NOW);

        assertThat(polls.problem(NOW.plus(QueuePolls.STEADY).minusMillis(1))).isPresent();
        assertThat(polls.problem(NOW.plus(QueuePolls.STEADY))).isEmpty();
    }

    @Test
    void one_failure_beside_a_waiting_poll_is_no_problem() {
        polls.sent("waiting", NOW.minus(QueuePolls.STEADY));
        polls.sent("one", NOW);
        polls.failed("one", "RESOURCE_EXHAUSTED");

        assertThat(polls.problem(NOW)).isEmpty();
    }

    @Test
    void a_worker_too_busy_to_poll_has_no_problem() {
        polls.sent("one", NOW);
        polls.succeeded("one");

        assertThat(polls.problem(NOW.plusSeconds(3600))).isEmpty();
    }

    @Test
    void a_poll_that_the_worker_itself_cancels_proves_nothing() {
        polls.sent("one", NOW);
        polls.failed("one", "UNAVAILABLE");
        polls.sent("two", NOW);
        polls.cancelled("two");

        assertThat(polls.problem(NOW.plusSeconds(60))).contains("UNAVAILABLE");
    }
}
