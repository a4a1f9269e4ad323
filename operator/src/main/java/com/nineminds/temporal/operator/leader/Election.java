package com.nineminds.temporal.operator.leader;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands for election until it is closed, and again after every loss: the process goes on as a standby with warm caches. An API server
 * that is away for a while costs the leadership only if somebody else can reach it.
 *
 * <p>Unlike the elector of the client library this one trusts no clock of another machine, knows for how long it may write, and
 * gives the Lease back when it is closed.
 */
public final class Election implements Leadership, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Election.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

    private final Candidacy candidacy;
    private final LeaseClient leases;
    private final Runnable gained;
    private final LongSupplier nanoTime;
    private final LeaseWatch watch = new LeaseWatch();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Election::daemon);
    private volatile boolean leading;
    private volatile long validUntil;
    private volatile long answeredAt;
    private volatile String problem = "";

    /**
     * @param client bound to no fence, and impatient: an attempt must be over within a fraction of the lease's duration
     * @param gained called on the election's thread whenever this operator becomes the leader, again after an interruption too
     */
    public Election(KubernetesClient client, Candidacy candidacy, Clock clock, Runnable gained) {
        this(new LeaseClient(client, candidacy, clock), candidacy, gained, System::nanoTime);
    }

    /** @param nanoTime of a clock that only goes forward, and goes on while the process is stopped */
    Election(LeaseClient leases, Candidacy candidacy, Runnable gained, LongSupplier nanoTime) {
        this.leases = leases;
        this.candidacy = candidacy;
        this.gained = gained;
        this.nanoTime = nanoTime;
        this.answeredAt = nanoTime.getAsLong();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "election");
        thread.setDaemon(true);
        return thread;
    }

    public void begin() {
        thread.scheduleWithFixedDelay(this::attempt, 0, candidacy.retry().toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean held() {
        return leading && nanoTime.getAsLong() - validUntil < 0;
    }

    @Override
    public Optional<String> trouble() {
        boolean silent =
                nanoTime.getAsLong() - answeredAt > candidacy.duration().toNanos();
        return silent ? Optional.of("the Lease cannot be read or written: " + problem) : Optional.empty();
    }

    /** Looks at the Lease, and takes or renews it where it may. Fails never. */
    void attempt() {
        long begin = nanoTime.getAsLong();
        try {
            Optional<Lease> lease = leases.read();
            lease.ifPresent(seen -> watch.see(seen, nanoTime.getAsLong()));
            Optional<Lease> written = write(lease);
            answeredAt = nanoTime.getAsLong();
            if (written.isPresent()) {
                watch.see(written.get(), answeredAt);
                lead(begin);
            } else {
                follow(lease.map(LeaseWatch::holder).orElse(""));
            }
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                // Somebody else was quicker, as the next look will show.
                answeredAt = nanoTime.getAsLong();
            } else {
                fail(e);
            }
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private void fail(RuntimeException e) {
        if (problem.isEmpty()) {
            LOG.atWarn()
                    .addKeyValue("cause", e.getMessage())
                    .log("the Lease cannot be read or written; told once until it can");
        }
        problem = String.valueOf(e.getMessage());
    }

    private Optional<Lease> write(Optional<Lease> lease) {
        if (lease.isEmpty()) {
            return Optional.of(leases.create());
        }
        if (leases.mine(lease.get())) {
            return Optional.of(leases.renew(lease.get()));
        }
        return watch.free(lease.get(), candidacy.duration(), nanoTime.getAsLong())
                ? Optional.of(leases.take(lease.get()))
                : Optional.empty();
    }

    private void lead(long since) {
        boolean before = held();
        problem = "";
        validUntil = since + candidacy.validity().toNanos();
        leading = true;
        if (!before && held()) {
            LOG.atInfo().addKeyValue("identity", candidacy.identity()).log("this operator leads");
            gained.run();
        }
    }

    private void follow(String leader) {
        if (leading) {
            leading = false;
            LOG.atWarn().addKeyValue("leader", leader).log("this operator leads no more");
        }
        problem = "";
    }

    /** Writes nothing any more after the Lease was given back, so whatever still writes is closed before. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
        boolean mine = leading;
        leading = false;
        if (mine) {
            giveBack();
        }
    }

    private void giveBack() {
        try {
            leases.read().filter(leases::mine).ifPresent(leases::giveBack);
            LOG.info("the Lease was given back");
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("the Lease could not be given back; it is free when it has expired");
        }
    }
}
