package com.nineminds.temporal.operator.metrics;

import com.nineminds.temporal.api.v1alpha1.Phase;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Every meter of the operator. Series that can only be counted later exist from the start where there are few of them. */
public final class OperatorMetrics implements AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public OperatorMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        Arrays.stream(RolloutPhase.values()).filter(RolloutPhase::terminal).forEach(this::rollouts);
        failures();
    }

    /** A rollout came to its end. */
    public void rolloutEnded(RolloutPhase result) {
        rollouts(result).increment();
    }

    /**
     * A revision was rejected.
     *
     * @param reaction from the event that showed the evidence to the end of the write of the rejection
     */
    public void rejected(Reason reason, Duration reaction) {
        Counter.builder("temporalworker.rollbacks")
                .description("Revisions that were rejected, by reason")
                .tag("reason", reason.name())
                .register(registry)
                .increment();
        timer("temporalworker.rollback.reaction", "From the event that showed evidence to the written rejection")
                .tag("category", lower(reason.category().name()))
                .register(registry)
                .record(reaction);
    }

    /** A reconcile with everything that belongs to it, the write of the status included. */
    public void reconciled(Duration took) {
        timer("temporalworker.reconcile", "Reconciles").register(registry).record(took);
    }

    public void reconcileFailed() {
        failures().increment();
    }

    /** A look at the evidence that a gate asks for. */
    public void gateAsked(String gate, boolean answered, Duration took) {
        timer("temporalworker.gate.lookup", "Calls to what gates ask")
                .tag("gate", gate)
                .tag("result", answered ? "answered" : "failed")
                .register(registry)
                .record(took);
    }

    /** @param code of HTTP, or {@code none} if there was no answer */
    public void apiAnswered(String verb, String code) {
        Counter.builder("temporalworker.api.requests")
                .description("Requests to the API server, by verb and code")
                .tag("verb", verb)
                .tag("code", code)
                .register(registry)
                .increment();
    }

    /** @param count of the workers that the leader knows in a phase */
    public void countWorkers(ToLongFunction<Phase> count) {
        for (Phase phase : Phase.values()) {
            Gauge.builder("temporalworker.workers", () -> count.applyAsLong(phase))
                    .description("Workers by phase, told by the leader only")
                    .tag("phase", phase.name())
                    .register(registry);
        }
    }

    /** @param name in Micrometer's form, without the prefix */
    public void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder("temporalworker." + name, value).description(description).register(registry);
    }

    /** Everything, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        registry.close();
    }

    private Counter rollouts(RolloutPhase result) {
        return Counter.builder("temporalworker.rollouts")
                .description("Rollouts that ended, by result")
                .tag("result", lower(result.name()))
                .register(registry);
    }

    private Counter failures() {
        return Counter.builder("temporalworker.reconcile.failures")
                .description("Reconciles that failed and are tried again")
                .register(registry);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT);
    }
}
