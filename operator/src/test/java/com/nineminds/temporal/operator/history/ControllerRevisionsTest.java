package com.nineminds.temporal.operator.history;

import static com.nineminds.temporal.operator.spec.Specs.effective;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RevisionState;
import com.nineminds.temporal.operator.decide.Rollout;
import com.nineminds.temporal.operator.decide.Route;
import com.nineminds.temporal.operator.decide.Verb;
import com.nineminds.temporal.operator.decide.Verdict;
import com.nineminds.temporal.operator.resources.RevisionRenderer;
import com.nineminds.temporal.operator.resources.WorkerRef;
import com.nineminds.temporal.operator.revision.RevisionData;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is recorded of a revision comes back, and what cannot be read stops nothing. */
class ControllerRevisionsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final WorkerRef WORKER = new WorkerRef("shop", "orders", "uid");
    private static final RevisionData DATA = RevisionRenderer.render(WORKER, effective(""));
    private static final String HASH = DATA.hash();
    private static final RevisionState REJECTED = RevisionState.unknown(HASH, 7)
            .with(Rollout.start(RevisionState.unknown(HASH, 7), Optional.of("blue"), Route.STEPS, 4, NOW))
            .rejected(Failure.of(Reason.OOMKilled, "worker", "orders-1", "exit code 137, OOMKilled"), NOW);

    @Test
    void everythingIsRebuiltFromTheObjectsAlone() {
        RevisionState state = REJECTED.consume(new Verb(Verb.Kind.RETRY, HASH + "#2"));

        Records read = stored(ControllerRevisions.write(WORKER, state, DATA));

        assertThat(read.revisions().byHash()).containsExactly(Map.entry(HASH, state));
        assertThat(read.data(HASH)).contains(DATA);
    }

    @Test
    void whatIsKeptAsTextReadsTheSameAndIsKeptOnce() {
        ControllerRevision object = ControllerRevisions.write(WORKER, REJECTED, DATA);
        Records written = ControllerRevisions.read(List.of(object));

        ControllerRevisions.keepDataAsText(object);
        Object text = object.getData();
        ControllerRevisions.keepDataAsText(object);

        assertThat(text).isInstanceOf(String.class);
        assertThat(object.getData()).isSameAs(text);
        assertThat(ControllerRevisions.read(List.of(object))).isEqualTo(written);
    }

    @Test
    void aRevisionWithoutDataOrWithATextThatIsNoneIsToldByItsName() {
        ControllerRevision object = ControllerRevisions.write(WORKER, REJECTED, DATA);
        object.setData(null);
        ControllerRevisions.keepDataAsText(object);
        assertThatThrownBy(() -> ControllerRevisions.read(List.of(object)))
                .hasMessageContaining(object.getMetadata().getName());

        object.setData("{no JSON");
        assertThatThrownBy(() -> ControllerRevisions.read(List.of(object)))
                .hasMessageContaining(object.getMetadata().getName())
                .hasMessageContaining("no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#a,b", "#\"quoted\"", "#1\n2", "#ü", "# "})
    void aVerbThatHadItsEffectIsKnownAgainWhateverItsSuffixIs(String suffix) {
        Verb verb = new Verb(Verb.Kind.RETRY, HASH + suffix);

        Records read = stored(ControllerRevisions.write(WORKER, REJECTED.consume(verb), DATA));

        assertThat(read.revisions().get(HASH).orElseThrow().consumed()).containsExactly(verb.token());
    }

    @Test
    void theRecordOfVerbsIsBounded() {
        RevisionState state = REJECTED;
        for (int i = 1; i <= 2 * RevisionState.MOST_CONSUMED; i++) {
            state = state.consume(new Verb(Verb.Kind.RETRY, HASH + "#" + i + "x".repeat(100_000)));
        }

        ControllerRevision written = ControllerRevisions.write(WORKER, state, DATA);

        assertThat(written.getMetadata().getAnnotations().toString()).hasSizeLessThan(20_000);
        assertThat(stored(written).revisions().get(HASH).orElseThrow().consumed())
                .hasSize(RevisionState.MOST_CONSUMED)
                .doesNotContain(new Verb(Verb.Kind.RETRY, HASH + "#1" + "x".repeat(100_000)).token());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "temporal.nineminds.com/verdict    | Quarantined",
                "temporal.nineminds.com/decided-at | yesterday",
                "temporal.nineminds.com/attempts   | many",
                "temporal.nineminds.com/consumed   | retry=a,retry=b",
                "temporal.nineminds.com/rollout    | {\"id\": \"x-1\", \"phase\": \"MEDITATING\"}",
                "temporal.nineminds.com/rollout    | not JSON",
                "temporal.nineminds.com/rollout    | null",
                "temporal.nineminds.com/mood       | fine",
            })
    void aValueOfANewerOperatorOrOfAPersonStopsNothing(String key, String value) {
        ControllerRevision odd = ControllerRevisions.write(WORKER, REJECTED, DATA);
        odd.getMetadata().getAnnotations().put(key, value);

        RevisionState read = stored(odd).revisions().get(HASH).orElseThrow();

        assertThat(read.hash()).isEqualTo(HASH);
        assertThat(read.number()).isEqualTo(7);
    }

    @Test
    void aRolloutThatAnOlderOperatorRecordedGoesOn() {
        String key = "temporal.nineminds.com/rollout";
        ControllerRevision old = ControllerRevisions.write(WORKER, REJECTED, DATA);
        String known = old.getMetadata().getAnnotations().get(key);
        String unknown = known.replace("\"baseline\":\"UNKNOWN\",", "");
        old.getMetadata().getAnnotations().put(key, unknown);

        assertThat(unknown).isNotEqualTo(known);
        assertThat(stored(old).revisions().get(HASH)).contains(REJECTED);
    }

    @Test
    void aRejectionForAReasonThatIsNotKnownYetIsStillARejection() {
        ControllerRevision odd = ControllerRevisions.write(WORKER, REJECTED, DATA);
        odd.getMetadata().getAnnotations().put("temporal.nineminds.com/reason", "BoredToDeath");

        RevisionState read = stored(odd).revisions().get(HASH).orElseThrow();

        assertThat(read.is(Verdict.REJECTED)).isTrue();
        assertThat(read.cause()).isEmpty();
    }

    @Test
    void anObjectWithoutAnnotationsIsARevisionOfWhichNothingIsKnown() {
        ControllerRevision bare = ControllerRevisions.write(WORKER, REJECTED, DATA);
        bare.getMetadata().setAnnotations(null);

        assertThat(stored(bare).revisions().get(HASH)).contains(RevisionState.unknown(HASH, 7));
    }

    @Test
    void anObjectWithoutItsDataIsNamedTogetherWithTheRemedy() {
        ControllerRevision broken = ControllerRevisions.write(WORKER, REJECTED, DATA);
        broken.setData(Map.of());

        assertThatThrownBy(() -> stored(broken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orders-" + HASH + ": data.inputs")
                .hasMessageContaining("delete that ControllerRevision");
    }

    private static Records stored(ControllerRevision object) {
        String json = Serialization.asJson(object);
        return ControllerRevisions.read(List.of(Serialization.unmarshal(json, ControllerRevision.class)));
    }
}
