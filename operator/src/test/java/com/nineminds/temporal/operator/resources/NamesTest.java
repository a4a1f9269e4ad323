package com.nineminds.temporal.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final String HASH = "bcdfg24567";
    private static final String LONGEST = "a".repeat(40);

    @Test
    void the_longest_worker_leaves_room_for_the_suffixes_of_replica_sets() {
        String deployment = Names.ofRevision(worker(LONGEST), HASH);

        assertThat(deployment).isEqualTo(LONGEST + "-" + HASH);
        assertThat(deployment + "-" + "x".repeat(10)).hasSizeLessThanOrEqualTo(63);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Orders", "1st", "-a", "a-", "a.b", "a_b"})
    void a_name_that_the_schema_refuses_is_refused_here_too(String name) {
        assertThatThrownBy(() -> Names.ofWorker(worker(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("metadata.name");
    }

    @Test
    void a_name_that_is_too_long_is_refused_with_the_limit() {
        assertThatThrownBy(() -> Names.ofRevision(worker(LONGEST + "a"), HASH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 40");
    }

    @Test
    void what_is_no_hash_makes_no_name() {
        assertThatThrownBy(() -> Names.ofRevision(worker("a"), "v2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("v2");
    }

    private static WorkerRef worker(String name) {
        return new WorkerRef("shop", name, "uid");
    }
}
