package com.nineminds.temporal.worker.tenant.config;

import com.nineminds.temporal.worker.runtime.config.Parsers;
import com.nineminds.temporal.worker.runtime.config.Secret;
import com.nineminds.temporal.worker.runtime.config.SecretRule;
import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.tenant.config.EmailConfig.Provider;
import com.nineminds.temporal.worker.tenant.config.EmailConfig.SmtpConfig;
import com.nineminds.temporal.worker.tenant.database.DatabaseSettings;
import com.nineminds.temporal.worker.tenant.email.Addresses;
import com.nineminds.temporal.worker.tenant.email.Sender;
import com.nineminds.temporal.worker.tenant.email.SmtpTransport.Security;
import com.nineminds.temporal.worker.tenant.password.HashParameters;
import com.nineminds.temporal.worker.tenant.password.HashParameters.Digest;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Turns settings into a {@link TenantConfig}. */
final class TenantConfigReader {

    private static final URI RESEND = URI.create("https://api.resend.com");
    private static final SecretRule SHARED = SecretRule.atLeast(32);

    private final SettingsReader settings;
    private final WorkerConfig worker;
    private final boolean production;

    TenantConfigReader(SettingsReader settings, WorkerConfig worker) {
        this.settings = settings;
        this.worker = worker;
        // Either says so: a misspelt one must not loosen the rules.
        this.production = isProduction("NODE_ENV") || isProduction("TEMPORAL_WORKER_PROFILE");
    }

    TenantConfig read() {
        return new TenantConfig(
                database(),
                email(),
                store(),
                hashing(),
                pepper(),
                settings.optional(
                        "COMPENSATION_POLICY", CompensationPolicy.RETAIN, Parsers.oneOf(CompensationPolicy.class)),
                settings.optional("TEMPORARY_PASSWORD_IN_RESULT", false, Parsers::bool));
    }

    private boolean isProduction(String variable) {
        return settings.settings()
                .get(variable)
                .filter("production"::equalsIgnoreCase)
                .isPresent();
    }

    private DatabaseConfig database() {
        int slots =
                worker.tuning().activities() * Math.max(1, worker.taskQueues().size());
        int pool = settings.optional("DB_POOL_MAX", slots, Parsers.wholeNumber(1, 1000));
        if (pool < slots) {
            settings.problem(
                    "DB_POOL_MAX",
                    "is " + pool + ", fewer than the " + slots + " activities that may run at the same time"
                            + " (MAX_CONCURRENT_ACTIVITIES on every task queue): raise it or lower those");
        }
        // One more for the health check, which must not wait for an activity to end.
        return new DatabaseConfig(
                user("ADMIN", pool + 1),
                user("SERVER", 1),
                settings.optional("DB_CREATE_PRODUCT_SCHEMA", false, Parsers::bool));
    }

    private DatabaseSettings user(String role, int pool) {
        // The administrator may have a way of its own to the same database, past a pooler.
        String host = settings.required("DB_HOST", "the host of the database", "", Parsers::text);
        int port = settings.required("DB_PORT", "the port of the database", 0, Parsers.wholeNumber(1, 65535));
        return new DatabaseSettings(
                settings.optional("DB_HOST_" + role, host, Parsers::text),
                settings.optional("DB_PORT_" + role, port, Parsers.wholeNumber(1, 65535)),
                settings.required("DB_NAME_SERVER", "the name of the database", "", Parsers::text),
                settings.required("DB_USER_" + role, "a user of the database", "", Parsers::text),
                settings.secret("DB_PASSWORD_" + role, SecretRule.any()),
                pool,
                settings.optional("DB_POOL_ACQUIRE_TIMEOUT", Duration.ofSeconds(10), Parsers::duration));
    }

    private EmailConfig email() {
        Provider provider = settings.optional("EMAIL_PROVIDER", Provider.MOCK, Parsers.oneOf(Provider.class));
        if (production && provider == Provider.MOCK) {
            settings.problem("EMAIL_PROVIDER", "would send nothing to anybody: in production set it to resend or smtp");
        }
        return new EmailConfig(
                provider,
                sender(provider),
                settings.optional("RESEND_BASE_URL", RESEND, Parsers::url),
                provider == Provider.RESEND
                        ? Optional.of(settings.secret("RESEND_API_KEY", SecretRule.any()))
                        : Optional.empty(),
                provider == Provider.SMTP ? Optional.of(smtp()) : Optional.empty(),
                applicationUrl());
    }

    private Sender sender(Provider provider) {
        String address = settings.optional("RESEND_DEFAULT_FROM_ADDRESS", "noreply@example.com", Parsers::text);
        if (!Addresses.isAddress(address)) {
            settings.problem("RESEND_DEFAULT_FROM_ADDRESS", "is no e-mail address");
        }
        if (production && provider != Provider.MOCK && address.endsWith("@example.com")) {
            settings.problem("RESEND_DEFAULT_FROM_ADDRESS", "is not set: give the address that e-mails come from");
        }
        return new Sender(settings.optional("RESEND_DEFAULT_FROM_NAME", "System", Parsers::text), address);
    }

    private SmtpConfig smtp() {
        return new SmtpConfig(
                settings.required("SMTP_HOST", "the host of the mail server", "", Parsers::text),
                settings.optional("SMTP_PORT", 587, Parsers.wholeNumber(1, 65535)),
                settings.optional("SMTP_SECURITY", Security.STARTTLS, Parsers.oneOf(Security.class)),
                settings.settings().get("SMTP_USER"),
                settings.optionalSecret("SMTP_PASSWORD", SecretRule.any()));
    }

    private String applicationUrl() {
        Optional<URI> url =
                settings.optional("APPLICATION_URL", Optional.empty(), text -> Optional.of(Parsers.url(text)));
        if (production) {
            requireForProduction("APPLICATION_URL", url, "the address of the application");
        }
        return url.map(URI::toString).orElse("http://localhost:3000");
    }

    private StoreConfig store() {
        Optional<URI> url =
                settings.optional("NMSTORE_BASE_URL", Optional.empty(), text -> Optional.of(Parsers.url(text)));
        url.filter(store -> production && isThisMachine(store))
                .ifPresent(store -> settings.problem("NMSTORE_BASE_URL", "is this machine: give the store's address"));
        return new StoreConfig(
                url,
                url.isPresent()
                        ? Optional.of(settings.secret("INTERNAL_API_SHARED_SECRET", SHARED))
                        : settings.optionalSecret("INTERNAL_API_SHARED_SECRET", SHARED),
                settings.optionalSecret("TEMPORAL_WEBHOOK_SECRET", SHARED));
    }

    private void requireForProduction(String variable, Optional<URI> url, String what) {
        if (settings.settings().get(variable).isEmpty()) {
            settings.problem(variable, "is not set: give " + what);
        }
        url.filter(it -> !"https".equalsIgnoreCase(it.getScheme()) || isThisMachine(it))
                .ifPresent(it -> settings.problem(variable, "is '" + it + "': give a public https address"));
    }

    private static boolean isThisMachine(URI url) {
        return url.getHost().equals("localhost") || url.getHost().startsWith("127.");
    }

    private HashParameters hashing() {
        HashParameters defaults = HashParameters.defaults();
        return new HashParameters(
                settings.optional("SALT_BYTES", defaults.saltBytes(), Parsers.wholeNumber(8, 64)),
                settings.optional("ITERATIONS", defaults.iterations(), Parsers.wholeNumber(1000, 10_000_000)),
                settings.optional("KEY_LENGTH", defaults.keyLength(), Parsers.wholeNumber(16, 512)),
                settings.optional("ALGORITHM", defaults.digest(), Parsers.oneOf(Digest.class)));
    }

    /** Named by a setting, since the product has moved it once already. */
    private Secret pepper() {
        String name = settings.optional("PASSWORD_PEPPER_SECRET", "ALGA_AUTH_KEY", Parsers::text);
        return settings.secret(name, SecretRule.any());
    }
}
