package com.nineminds.temporal.operator.report.events;

import com.nineminds.temporal.operator.decide.Notice;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** From a notice to a core/v1 Event. */
final class EventFactory {
    static final String COMPONENT = "temporal-worker-operator";

    /** The bound of events.k8s.io, under which the same objects are served. */
    private static final int LONGEST_MESSAGE = 1024;

    private static final int HASH_BYTES = 10;

    private EventFactory() {}

    /**
     * The same for the same notice about the same object, also after a restart, so that the API server refuses a repeat. The reason is
     * part of it because the keys of two reasons may be equal: both may be the token of a verb.
     */
    static String name(HasMetadata about, Notice notice) {
        String identity = about.getMetadata().getUid() + "/" + notice.reason().name() + "/" + notice.key();
        byte[] hash = sha256().digest(identity.getBytes(StandardCharsets.UTF_8));
        return about.getMetadata().getName() + "." + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    }

    static Event event(HasMetadata about, Notice notice, Instant now) {
        ObjectMeta metadata = about.getMetadata();
        String time = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return new EventBuilder()
                .withNewMetadata()
                .withNamespace(metadata.getNamespace())
                .withName(name(about, notice))
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(about.getApiVersion())
                .withKind(about.getKind())
                .withNamespace(metadata.getNamespace())
                .withName(metadata.getName())
                .withUid(metadata.getUid())
                .endInvolvedObject()
                .withType(notice.reason().warning() ? "Warning" : "Normal")
                .withReason(notice.reason().name())
                .withMessage(clip(notice.message()))
                .withReportingComponent(COMPONENT)
                .withNewSource()
                .withComponent(COMPONENT)
                .endSource()
                .withFirstTimestamp(time)
                .withLastTimestamp(time)
                .withCount(1)
                .build();
    }

    private static String clip(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 3) + "...";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
