package com.nineminds.temporal.cluster.objects;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Events in the name of one component; what is said again about the same object raises {@code count}, and
 * of many similar messages the later ones share one Event. Events are advice: a refused write is logged and forgotten. Thread-safe.
 */
public final class EventRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);
    private static final String COMBINED = "(combined from similar events): ";
    private static final AtomicLong NAMES = new AtomicLong(System.nanoTime());

    private final KubernetesClient client;
    private final String component;
    private final Clock clock;
    private final Map<Said, Event> said = new ConcurrentHashMap<>();
    private final SimilarMessages<Topic> similar;

    private record Topic(String uid, @Nullable String fieldPath, String type, String reason) {}

    private record Said(Topic topic, String message) {}

    /** @param component such as {@code kubelet}: the event's source */
    public EventRecorder(KubernetesClient client, String component, Clock clock) {
        this.client = client;
        this.component = component;
        this.clock = clock;
        this.similar = new SimilarMessages<>(clock);
    }

    public void normal(HasMetadata about, String reason, String message) {
        record(reference(about, null), "Normal", reason, message);
    }

    public void warning(HasMetadata about, String reason, String message) {
        record(reference(about, null), "Warning", reason, message);
    }

    /** @param fieldPath the part of the object that is meant, such as {@code spec.containers{worker}} */
    public void normal(HasMetadata about, String fieldPath, String reason, String message) {
        record(reference(about, fieldPath), "Normal", reason, message);
    }

    /** @param fieldPath the part of the object that is meant, such as {@code spec.containers{worker}} */
    public void warning(HasMetadata about, String fieldPath, String reason, String message) {
        record(reference(about, fieldPath), "Warning", reason, message);
    }

    private void record(ObjectReference about, String type, String reason, String message) {
        Topic topic = new Topic(about.getUid(), about.getFieldPath(), type, reason);
        boolean combined = similar.areMany(topic, message);
        String text = combined ? COMBINED + message : message;
        try {
            said.compute(
                    new Said(topic, combined ? COMBINED : message),
                    (same, earlier) ->
                            earlier == null ? create(about, topic, text) : repeat(earlier, about, topic, text));
        } catch (KubernetesClientException refused) {
            LOG.atDebug().setCause(refused).addKeyValue("reason", reason).log("event not written");
        }
    }

    private Event create(ObjectReference about, Topic topic, String message) {
        String now = KubeTime.format(clock.instant());
        String namespace = about.getNamespace() == null ? "default" : about.getNamespace();
        Event event = new EventBuilder()
                .withNewMetadata()
                .withName(about.getName() + "." + Long.toHexString(NAMES.incrementAndGet()))
                .withNamespace(namespace)
                .endMetadata()
                .withInvolvedObject(about)
                .withType(topic.type())
                .withReason(topic.reason())
                .withMessage(message)
                .withNewSource()
                .withComponent(component)
                .endSource()
                .withReportingComponent(component)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withCount(1)
                .build();
        return client.v1().events().resource(event).create();
    }

    private Event repeat(Event earlier, ObjectReference about, Topic topic, String message) {
        Event again = new EventBuilder(earlier)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .withMessage(message)
                .withCount(earlier.getCount() + 1)
                .withLastTimestamp(KubeTime.format(clock.instant()))
                .build();
        try {
            return client.v1().events().resource(again).update();
        } catch (KubernetesClientException failed) {
            if (failed.getCode() == 404) {
                return create(about, topic, message);
            }
            throw failed;
        }
    }

    private static ObjectReference reference(HasMetadata about, @Nullable String fieldPath) {
        return new ObjectReferenceBuilder()
                .withApiVersion(about.getApiVersion())
                .withKind(about.getKind())
                .withNamespace(about.getMetadata().getNamespace())
                .withName(about.getMetadata().getName())
                .withUid(about.getMetadata().getUid())
                .withResourceVersion(about.getMetadata().getResourceVersion())
                .withFieldPath(fieldPath)
                .build();
    }
}
