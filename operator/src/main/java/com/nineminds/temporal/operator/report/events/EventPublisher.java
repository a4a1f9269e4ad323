package com.nineminds.temporal.operator.report.events;

import com.nineminds.temporal.operator.decide.Notice;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.RequestConfigBuilder;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells notices as core/v1 Events. A notice is told once: repeats are known in memory and make no call, and after a restart the API
 * server refuses them by their name. Nothing here blocks or fails a reconcile: events are written by one thread of their own, those
 * that do not fit its queue are dropped and counted, and a failure is logged once until writing works again.
 */
public final class EventPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventPublisher.class);
    private static final int QUEUE = 1_000;
    private static final Duration FLUSH = Duration.ofSeconds(1);
    private static final int REMEMBERED = 10_000;
    private static final int RETRIES = 3;
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int TOO_MANY_REQUESTS = 429;

    private final KubernetesClient client;
    private final Clock clock;
    private final Outbox outbox;
    private final RecentNames told = new RecentNames(REMEMBERED);
    private final AtomicBoolean failing = new AtomicBoolean();
    private final AtomicLong lost = new AtomicLong();

    /** @param client stays open; closed by its owner after this publisher */
    public EventPublisher(KubernetesClient client, Clock clock) {
        this(client, clock, QUEUE, FLUSH);
    }

    EventPublisher(KubernetesClient client, Clock clock, int queue, Duration flush) {
        this.client = impatient(client);
        this.clock = clock;
        this.outbox = new Outbox(queue, flush);
    }

    /** Returns at once. Notices told before are ignored. */
    public void publish(HasMetadata about, List<Notice> notices) {
        for (Notice notice : notices) {
            String name = EventFactory.name(about, notice);
            if (told.add(name)) {
                Event event = EventFactory.event(about, notice, clock.instant());
                if (!outbox.offer(() -> write(event))) {
                    told.forget(name);
                    lose(event, "the queue is full or closed");
                }
            }
        }
    }

    /** Events that were not written: dropped, or refused by the API server. */
    public long lost() {
        return lost.get();
    }

    /** Writes what is queued for at most a second. */
    @Override
    public void close() {
        lost.addAndGet(outbox.close());
    }

    private void write(Event event) {
        try {
            client.v1()
                    .events()
                    .inNamespace(event.getMetadata().getNamespace())
                    .resource(event)
                    .create();
            failing.set(false);
        } catch (KubernetesClientException e) {
            refused(event, e);
        } catch (RuntimeException e) {
            lose(event, String.valueOf(e.getMessage()));
        }
    }

    private void refused(Event event, KubernetesClientException e) {
        if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
            return;
        }
        if (mayPass(e.getCode())) {
            told.forget(event.getMetadata().getName());
        }
        lose(event, String.valueOf(e.getMessage()));
    }

    /** No answer, an overload or an outage. Anything else, such as a missing permission, would only be refused again. */
    private static boolean mayPass(int code) {
        return code == 0 || code == TOO_MANY_REQUESTS || code >= HttpURLConnection.HTTP_INTERNAL_ERROR;
    }

    private void lose(Event event, String why) {
        lost.incrementAndGet();
        if (failing.compareAndSet(false, true)) {
            LOG.atWarn()
                    .addKeyValue("namespace", event.getMetadata().getNamespace())
                    .addKeyValue("worker", event.getInvolvedObject().getName())
                    .addKeyValue("reason", event.getReason())
                    .addKeyValue("cause", why)
                    .log("event not written; further ones are counted but not logged until one is written");
        }
    }

    /** The default of ten retries would keep the queue waiting for minutes behind one event. */
    private static KubernetesClient impatient(KubernetesClient client) {
        return client.newClient(
                        new RequestConfigBuilder(client.getConfiguration().getRequestConfig())
                                .withRequestRetryBackoffLimit(RETRIES)
                                .withRequestTimeout(TIMEOUT_MILLIS)
                                .build())
                .adapt(KubernetesClient.class);
    }
}
