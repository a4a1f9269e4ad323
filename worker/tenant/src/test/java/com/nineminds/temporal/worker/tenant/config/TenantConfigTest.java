package com.nineminds.temporal.worker.tenant.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nineminds.temporal.worker.runtime.config.ConfigProblem;
import com.nineminds.temporal.worker.runtime.config.InvalidConfigException;
import com.nineminds.temporal.worker.runtime.config.SettingsReader;
import com.nineminds.temporal.worker.runtime.config.WorkerConfig;
import com.nineminds.temporal.worker.tenant.config.EmailConfig.Provider;
import com.nineminds.temporal.worker.tenant.password.HashParameters;
import com.nineminds.temporal.worker.tenant.wire.CompensationPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantConfigTest {

    private static final String LONG = "0123456789abcdef0123456789abcdef";

    /** The original worker's variables. */
    private static final Map<String, String> ORIGINAL = Map.ofEntries(
            Map.entry("TEMPORAL_ADDRESS", "temporal-frontend.temporal.svc.cluster.local:7233"),
            Map.entry("TEMPORAL_NAMESPACE", "default"),
            Map.entry("TEMPORAL_TASK_QUEUE", "tenant-workflows"),
            Map.entry("DB_HOST", "db.msp.svc.cluster.local"),
            Map.entry("DB_PORT", "5432"),
            Map.entry("DB_NAME_SERVER", "server"),
            Map.entry("DB_USER_SERVER", "app_user"),
            Map.entry("DB_PASSWORD_SERVER", "server-pw"),
            Map.entry("DB_USER_ADMIN", "postgres"),
            Map.entry("DB_PASSWORD_ADMIN", "admin-pw"),
            Map.entry("NODE_ENV", "production"),
            Map.entry("LOG_LEVEL", "info"),
            Map.entry("INTERNAL_API_SHARED_SECRET", LONG),
            Map.entry("RESEND_API_KEY", "re_test"),
            Map.entry("APPLICATION_URL", "https://app.example.net"),
            Map.entry("NMSTORE_BASE_URL", "https://store.example.net"),
            Map.entry("ALGA_AUTH_KEY", "pepper"),
            Map.entry("SALT_BYTES", "12"),
            Map.entry("ITERATIONS", "10000"),
            Map.entry("KEY_LENGTH", "64"),
            Map.entry("ALGORITHM", "sha512"),
            Map.entry("ENABLE_HEALTH_CHECK", "true"),
            Map.entry("HEALTH_CHECK_PORT", "8080"));

    private static final Map<String, String> MORE =
            Map.of("EMAIL_PROVIDER", "resend", "RESEND_DEFAULT_FROM_ADDRESS", "hello@example.net");

    @Test
    void the_original_workers_variables_and_how_to_send_e_mails_are_a_production_configuration() {
        TenantConfig config = read(ORIGINAL, MORE);

        assertThat(config.database().admin().user()).isEqualTo("postgres");
        assertThat(config.database().admin().password().get()).isEqualTo("admin-pw");
        assertThat(config.database().server().user()).isEqualTo("app_user");
        assertThat(config.database().createProductSchema()).isFalse();
        assertThat(config.email().provider()).isEqualTo(Provider.RESEND);
        assertThat(config.email().applicationUrl()).isEqualTo("https://app.example.net");
        assertThat(config.store().url()).contains(URI.create("https://store.example.net"));
        assertThat(config.hashing()).isEqualTo(HashParameters.defaults());
        assertThat(config.policy()).isEqualTo(CompensationPolicy.RETAIN);
        assertThat(config.showPassword()).isFalse();
        assertThat(config.toString()).doesNotContain("admin-pw", "re_test", LONG, "pepper]");
    }

    @Test
    void everything_that_is_missing_is_told_at_once_the_runtimes_variables_included() {
        var refused = catchThrowableOfType(
                InvalidConfigException.class, () -> read(Map.of("NODE_ENV", "production"), Map.of()));

        assertThat(refused.problems())
                .extracting(ConfigProblem::variable)
                .contains(
                        "TEMPORAL_ADDRESS",
                        "TEMPORAL_TASK_QUEUES",
                        "DB_HOST",
                        "DB_PORT",
                        "DB_NAME_SERVER",
                        "DB_USER_SERVER",
                        "DB_PASSWORD_SERVER",
                        "DB_USER_ADMIN",
                        "DB_PASSWORD_ADMIN",
                        "EMAIL_PROVIDER",
                        "APPLICATION_URL",
                        "ALGA_AUTH_KEY")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL_PROVIDER, mock, EMAIL_PROVIDER would send nothing",
        "EMAIL_PROVIDER, sendgrid, 'EMAIL_PROVIDER is ''sendgrid'': use resend, smtp, mock'",
        "RESEND_API_KEY, '', RESEND_API_KEY is not set",
        "APPLICATION_URL, http://app.example.net, give a public https address",
        "APPLICATION_URL, https://localhost:3000, give a public https address",
        "NMSTORE_BASE_URL, http://localhost:3000, NMSTORE_BASE_URL is this machine",
        "NMSTORE_BASE_URL, store, NMSTORE_BASE_URL is 'store': give a whole URL",
        "INTERNAL_API_SHARED_SECRET, 0123456789abcdef0123456789abcde, fewer than 32 characters",
        "INTERNAL_API_SHARED_SECRET, temp-secret, a well-known placeholder",
        "ALGA_AUTH_KEY, defaultKey, a well-known placeholder",
        "ALGORITHM, md5, 'ALGORITHM is ''md5'': use sha256, sha512'",
        "ITERATIONS, 0, ITERATIONS is '0': give a whole number from 1000",
        "SALT_BYTES, twelve, SALT_BYTES is 'twelve'",
        "KEY_LENGTH, 8, KEY_LENGTH is '8'",
        "DB_PORT, 99999, DB_PORT is '99999'",
        "DB_POOL_MAX, 5, 'DB_POOL_MAX is 5, fewer than the 10 activities'",
        "ENABLE_HEALTH_CHECK, false, ENABLE_HEALTH_CHECK is false",
        "TEMPORAL_TLS_CLIENT_CERT_PATH, /does/not/exist, 'TEMPORAL_TLS_CLIENT_CERT_PATH is /does/not/exist, which cannot be read'"
    })
    void a_value_that_would_do_harm_is_refused(String variable, String value, String problem) {
        Map<String, String> changed = new HashMap<>(MORE);
        changed.put(variable, value);

        assertThatThrownBy(() -> read(ORIGINAL, changed)).hasMessageContaining(problem);
    }

    @Test
    void every_task_queue_has_slots_of_its_own_and_the_pool_grows_with_them() {
        TenantConfig config = read(
                ORIGINAL,
                Map.of(
                        "EMAIL_PROVIDER", "resend",
                        "RESEND_DEFAULT_FROM_ADDRESS", "hello@example.net",
                        "TEMPORAL_TASK_QUEUES", "one,two",
                        "MAX_CONCURRENT_ACTIVITIES", "7",
                        "DB_POOL_ACQUIRE_TIMEOUT", "3s"));

        assertThat(config.database().admin().poolSize()).isEqualTo(15);
        assertThat(config.database().admin().acquireTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_mail_server_a_pepper_of_another_name_and_a_way_past_the_pooler_can_be_chosen() {
        TenantConfig config = read(
                ORIGINAL,
                Map.of(
                        "EMAIL_PROVIDER", "smtp",
                        "RESEND_DEFAULT_FROM_ADDRESS", "hello@example.net",
                        "SMTP_HOST", "mail.example.net",
                        "SMTP_USER", "worker",
                        "SMTP_PASSWORD", "smtp-pw",
                        "PASSWORD_PEPPER_SECRET", "NEXTAUTH_SECRET",
                        "NEXTAUTH_SECRET", "other-pepper",
                        "DB_HOST_ADMIN", "primary.msp",
                        "DB_PORT_ADMIN", "5433"));

        assertThat(config.email().smtp().orElseThrow().port()).isEqualTo(587);
        assertThat(config.pepper().reveal()).isEqualTo("other-pepper");
        assertThat(config.database().admin().host()).isEqualTo("primary.msp");
        assertThat(config.database().server().host()).isEqualTo("db.msp.svc.cluster.local");
    }

    @Test
    void without_a_store_nobody_needs_its_secret() {
        Map<String, String> changed = new HashMap<>(MORE);
        changed.put("NMSTORE_BASE_URL", "");
        changed.put("INTERNAL_API_SHARED_SECRET", "");

        assertThat(read(ORIGINAL, changed).store())
                .isEqualTo(new StoreConfig(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static TenantConfig read(Map<String, String> environment, Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(changes);
        var settings =
                new SettingsReader(all, Map.of("MAX_CONCURRENT_ACTIVITIES", "10", "MAX_CONCURRENT_WORKFLOWS", "10"));
        WorkerConfig worker = WorkerConfig.read(settings);
        TenantConfig config = TenantConfig.read(settings, worker);
        settings.finish();
        return config;
    }
}
