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
 * Writes Events in the name of one component; what is said again about the same object raises {@code count}. Events
 * are advice: a refused write is logged and forgotten. Thread-safe.
 */
public final class EventRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);
    private static final AtomicLong NAMES = new AtomicLong(System.nanoTime());

    private final KubernetesClient client;
    private final String component;
    private final Clock clock;
    private final Map<Said, Event> said = new ConcurrentHashMap<>();

    private record Said(String uid, @Nullable String fieldPath, String type, String reason, String message) {}

    /** @param component such as {@code kubelet}: the event's source */
    public EventRecorder(KubernetesClient client, String component, Clock clock) {
        this.client = client;
        this.component = component;
        this.clock = clock;
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
        Said key = new Said(about.getUid(), about.getFieldPath(), type, reason, message);
        try {
            said.compute(key, (same, earlier) -> earlier == null ? create(about, same) : repeat(earlier, about, same));
        } catch (KubernetesClientException refused) {
            LOG.atDebug().setCause(refused).addKeyValue("reason", reason).log("event not written");
        }
    }

    private Event create(ObjectReference about, Said what) {
        String now = KubeTime.format(clock.instant());
        String namespace = about.getNamespace() == null ? "default" : about.getNamespace();
        Event event = new EventBuilder()
                .withNewMetadata()
                .withName(about.getName() + "." + Long.toHexString(NAMES.incrementAndGet()))
                .withNamespace(namespace)
                .endMetadata()
                .withInvolvedObject(about)
                .withType(what.type())
                .withReason(what.reason())
                .withMessage(what.message())
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

    private Event repeat(Event earlier, ObjectReference about, Said what) {
        Event again = new EventBuilder(earlier)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .withCount(earlier.getCount() + 1)
                .withLastTimestamp(KubeTime.format(clock.instant()))
                .build();
        try {
            return client.v1().events().resource(again).update();
        } catch (KubernetesClientException failed) {
            if (failed.getCode() == 404) {
                return create(about, what);
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
