package com.nineminds.temporal.operator.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.decide.Failure;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.gate.WorkerKey;
import com.nineminds.temporal.operator.resources.Labels;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBuilder;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the API server's no to an object says about the revision that it belongs to. */
class RefusedRevisionsTest {
    private static final WorkerKey WORKER = new WorkerKey("shop", "mail", "uid-1");
    private static final WorkerKey ANEW = new WorkerKey("shop", "mail", "uid-2");
    private static final Map<String, Failure> EVIDENCE =
            Map.of("green", Failure.of(Reason.ObjectRefused, "Deployment", "mail-green", "no"));
    private static final ObjectMeta OF_GREEN = new ObjectMetaBuilder()
            .withName("mail-green")
            .addToLabels(Labels.REVISION, "green")
            .build();

    private final Encounters met = new Encounters(false, Instant.EPOCH);

    @Test
    void whatARevisionIsMadeOfSpeaksAgainstIt() {
        refuse(new DeploymentBuilder().withMetadata(OF_GREEN).build());
        assertThat(met.refusedRevisions()).containsOnlyKeys("green");

        Encounters ofConfig = new Encounters(false, Instant.EPOCH);
        ofConfig.refused(
                new ConfigMapBuilder().withMetadata(OF_GREEN).build(), new ApplyRefusal("denied the request", true));
        assertThat(ofConfig.refusedRevisions()).containsOnlyKeys("green");
    }

    /** Its bounds follow the spec, which another revision would have too. */
    @Test
    void anAutoscalerThatIsRefusedSpeaksAgainstNoRevision() {
        refuse(new HorizontalPodAutoscalerBuilder().withMetadata(OF_GREEN).build());

        assertThat(met.refusedRevisions()).isEmpty();
        assertThat(met.problems()).extracting(Failure::reason).containsExactly(Reason.ObjectRefused);
    }

    @Test
    void aWorkerThatIsMadeAnewStartsWithoutTheEvidenceOfTheOneBefore() {
        RefusedRevisions memory = new RefusedRevisions();

        assertThat(memory.remember(WORKER, EVIDENCE)).isTrue();
        assertThat(memory.remember(WORKER, EVIDENCE)).isFalse();

        assertThat(memory.of(WORKER)).isEqualTo(EVIDENCE);
        assertThat(memory.of(ANEW)).isEmpty();
        assertThat(memory.remember(ANEW, EVIDENCE)).isTrue();
        assertThat(memory.of(WORKER)).isEmpty();
    }

    private void refuse(HasMetadata object) {
        met.refused(object, new ApplyRefusal("denied the request", true));
    }
}
