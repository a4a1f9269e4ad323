package com.nineminds.temporal.worker.tenant;

import com.nineminds.temporal.worker.runtime.WorkerParts;
import com.nineminds.temporal.worker.runtime.registration.Registration;
import com.nineminds.temporal.worker.tenant.activity.DatabaseTenantActivities;
import com.nineminds.temporal.worker.tenant.activity.DatabaseUserActivities;
import com.nineminds.temporal.worker.tenant.activity.StoreActivities;
import com.nineminds.temporal.worker.tenant.activity.WelcomeEmailActivities;
import com.nineminds.temporal.worker.tenant.checkout.Store;
import com.nineminds.temporal.worker.tenant.config.EmailConfig;
import com.nineminds.temporal.worker.tenant.config.EmailConfig.SmtpConfig;
import com.nineminds.temporal.worker.tenant.config.TenantConfig;
import com.nineminds.temporal.worker.tenant.database.Database;
import com.nineminds.temporal.worker.tenant.database.DatabaseDependency;
import com.nineminds.temporal.worker.tenant.email.EmailTransport;
import com.nineminds.temporal.worker.tenant.email.MockTransport;
import com.nineminds.temporal.worker.tenant.email.ResendTransport;
import com.nineminds.temporal.worker.tenant.email.SmtpTransport;
import com.nineminds.temporal.worker.tenant.http.HttpService;
import com.nineminds.temporal.worker.tenant.password.PasswordHasher;
import com.nineminds.temporal.worker.tenant.password.Pepper;
import com.nineminds.temporal.worker.tenant.password.TemporaryPasswords;
import com.nineminds.temporal.worker.tenant.wire.WireJson;
import com.nineminds.temporal.worker.tenant.workflow.TenantWorkflows;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;

/** Puts the worker together. */
final class TenantParts {

    private final TenantConfig config;
    private final MeterRegistry metrics;

    TenantParts(TenantConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    WorkerParts build() {
        var database = Database.open(config.database().admin(), metrics);
        var server = Database.open(config.database().server());
        return WorkerParts.of(registration(database))
                .withDataConverter(WireJson.converter())
                .withDependency(new DatabaseDependency(
                        database, server, config.database().createProductSchema()))
                .withResource(database)
                .withResource(server);
    }

    private Registration registration(Database database) {
        var pepper = new Pepper(config.pepper());
        var passwords = new TemporaryPasswords(pepper);
        var hasher = new PasswordHasher(config.hashing(), pepper);
        var registration = Registration.builder()
                .activities(
                        new DatabaseTenantActivities(database),
                        new DatabaseUserActivities(database, hasher, passwords, config.showPassword()),
                        new WelcomeEmailActivities(
                                database,
                                passwords,
                                transport(config.email()),
                                config.email().applicationUrl()),
                        new StoreActivities(store(), Clock.systemUTC()));
        TenantWorkflows.addTo(registration, config.policy());
        return registration.build();
    }

    private EmailTransport transport(EmailConfig email) {
        return switch (email.provider()) {
            case MOCK -> new MockTransport();
            case RESEND -> resend(email);
            case SMTP -> smtp(email);
        };
    }

    private ResendTransport resend(EmailConfig email) {
        var resend = new ResendTransport(email.resendApi(), email.resendKey().orElseThrow(), email.sender());
        observe(resend.service());
        return resend;
    }

    private static SmtpTransport smtp(EmailConfig email) {
        SmtpConfig smtp = email.smtp().orElseThrow();
        var login =
                smtp.user().flatMap(user -> smtp.password().map(password -> new SmtpTransport.Login(user, password)));
        return new SmtpTransport(smtp.host(), smtp.port(), smtp.security(), login, email.sender());
    }

    private Optional<Store> store() {
        Optional<Store> store = config.store()
                .url()
                .flatMap(url -> config.store()
                        .secret()
                        .map(secret -> new Store(url, secret, config.store().signingKey())));
        store.ifPresent(it -> observe(it.service()));
        return store;
    }

    private void observe(HttpService service) {
        CircuitBreaker breaker = service.breaker();
        Gauge.builder("tenant_worker_circuit_open", breaker, it -> it.getState() == CircuitBreaker.State.CLOSED ? 0 : 1)
                .description("1 while calls to the service are refused or tried out")
                .tag("service", breaker.getName())
                .register(metrics);
    }
}
