package com.nineminds.temporal.worker.tenant.stub;

import com.nineminds.temporal.worker.runtime.registration.Registration;
import com.nineminds.temporal.worker.tenant.activity.DatabaseTenantActivities;
import com.nineminds.temporal.worker.tenant.activity.DatabaseUserActivities;
import com.nineminds.temporal.worker.tenant.activity.StoreActivities;
import com.nineminds.temporal.worker.tenant.activity.WelcomeEmailActivities;
import com.nineminds.temporal.worker.tenant.checkout.Store;
import com.nineminds.temporal.worker.tenant.email.EmailTransport;
import com.nineminds.temporal.worker.tenant.email.ResendTransport;
import com.nineminds.temporal.worker.tenant.email.Sender;
import com.nineminds.temporal.worker.tenant.password.HashParameters;
import com.nineminds.temporal.worker.tenant.password.HashParameters.Digest;
import com.nineminds.temporal.worker.tenant.password.PasswordHasher;
import com.nineminds.temporal.worker.tenant.password.TemporaryPasswords;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import com.nineminds.temporal.worker.tenant.workflow.TenantWorkflows;
import io.temporal.worker.Worker;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The tenant worker's code with a real database, a stub of Resend and a stub of the store. */
public final class TenantFixture implements AutoCloseable {

    public static final String PEPPER = "pepper-of-tests-only";

    private static final HashParameters QUICK = new HashParameters(12, 1000, 64, Digest.SHA512);

    public final TestDatabase database;
    public final ResendStub resend = new ResendStub();
    public final StoreStub store = new StoreStub();
    public final PasswordHasher hasher = new PasswordHasher(QUICK, () -> PEPPER);

    private final CompensationPolicy policy;
    private boolean showPassword;
    private EmailTransport transport =
            new ResendTransport(resend.uri(), () -> "re_test", new Sender("System", "noreply@example.com"));

    public TenantFixture(CompensationPolicy policy) {
        this(policy, 10);
    }

    public TenantFixture(CompensationPolicy policy, int connections) {
        this(policy, TestDatabase.create(connections));
    }

    /** The database is closed with it. */
    public TenantFixture(CompensationPolicy policy, TestDatabase database) {
        this.policy = policy;
        this.database = database;
    }

    /** For activities made from now on. */
    public TenantFixture showPassword() {
        showPassword = true;
        return this;
    }

    /** With another mail provider than the stub of Resend; for activities made from now on. */
    public TenantFixture mailedBy(EmailTransport other) {
        transport = other;
        return this;
    }

    public EmailTransport transport() {
        return transport;
    }

    public void register(Worker worker) {
        registration().addTo(worker);
    }

    public Registration registration() {
        var registration = Registration.builder().activities(activities().toArray());
        TenantWorkflows.addTo(registration, policy);
        return registration.build();
    }

    public List<Object> activities() {
        var passwords = new TemporaryPasswords(() -> PEPPER);
        return List.of(
                new DatabaseTenantActivities(database.open()),
                new DatabaseUserActivities(database.open(), hasher, passwords, showPassword),
                new WelcomeEmailActivities(database.open(), passwords, transport, "https://app.example.com/login"),
                new StoreActivities(
                        Optional.of(new Store(store.uri(), () -> StoreStub.SECRET, Optional.empty())),
                        Clock.systemUTC()));
    }

    @Override
    public void close() {
        database.close();
        resend.close();
        store.close();
    }
}
