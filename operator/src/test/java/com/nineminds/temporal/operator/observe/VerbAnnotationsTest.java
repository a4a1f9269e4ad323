package com.nineminds.temporal.operator.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.Verbs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people ask for by annotation. */
class VerbAnnotationsTest {
    @Test
    void everyVerbIsReadUnderItsOwnKey() {
        Verbs verbs = VerbAnnotations.read(Map.of(
                "temporal.nineminds.com/approve", "green#2",
                "temporal.nineminds.com/abort", " green ",
                "temporal.nineminds.com/retry", "blue#3",
                "temporal.nineminds.com/promote", "green",
                "example.com/abort", "green"));

        assertThat(verbs.all())
                .containsExactly(
                        new Verb(Verb.Kind.APPROVE, "green#2"),
                        new Verb(Verb.Kind.ABORT, "green"),
                        new Verb(Verb.Kind.RETRY, "blue#3"),
                        new Verb(Verb.Kind.PROMOTE, "green"));
    }

    @Test
    void aVerbWithoutARevisionIsNone() {
        assertThat(VerbAnnotations.read(Map.of("temporal.nineminds.com/abort", " ")))
                .isEqualTo(Verbs.NONE);
        assertThat(VerbAnnotations.read(Map.of())).isEqualTo(Verbs.NONE);
        assertThat(VerbAnnotations.read(null)).isEqualTo(Verbs.NONE);
    }

    @Test
    void aVerbNamesARevisionAndMaybeMore() {
        assertThat(List.of(new Verb(Verb.Kind.APPROVE, "green"), new Verb(Verb.Kind.APPROVE, "green#2#x")))
                .extracting(Verb::hash, verb -> verb.suffix().orElse("none"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("green", "none"),
                        org.assertj.core.groups.Tuple.tuple("green", "2#x"));
    }
}
