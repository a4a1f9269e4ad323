package com.nineminds.temporal.worker.tenant.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nineminds.temporal.worker.tenant.stub.TestDatabase;
import io.temporal.failure.ApplicationFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What PostgreSQL says, as something that a retry helps or does not. */
class SqlFailuresTest {

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "23505, DuplicateError, true",
        "23502, ValidationError, true",
        "23503, ValidationError, true",
        "23514, ValidationError, true",
        "22001, ValidationError, true",
        "22P02, ValidationError, true",
        "42P01, ConfigurationError, true",
        "42501, ConfigurationError, true",
        "08006, DatabaseUnavailable, false",
        "25006, DatabaseUnavailable, false",
        "40001, DatabaseUnavailable, false",
        "40P01, DatabaseUnavailable, false",
        "53300, DatabaseUnavailable, false",
        "55P03, DatabaseUnavailable, false",
        "57014, DatabaseUnavailable, false",
        "57P01, DatabaseUnavailable, false"
    })
    void a_state_says_whether_a_retry_helps(String state, String type, boolean forGood) {
        ApplicationFailure failure = failureOf("DO $$ BEGIN RAISE 'no' USING ERRCODE = '" + state + "'; END $$");

        assertThat(failure.getType()).isEqualTo(type);
        assertThat(failure.isNonRetryable()).isEqualTo(forGood);
        assertThat(failure.getMessage()).contains(state);
    }

    @Test
    void a_failure_names_the_column_and_not_the_person() {
        ApplicationFailure failure =
                failureOf("INSERT INTO tenants (tenant, company_name, email) VALUES ('ada@acme.example', 'Acme', 'x')");
        ApplicationFailure missing = failureOf("INSERT INTO tenants (company_name) VALUES ('ada@acme.example')");

        assertThat(failure).hasMessageNotContaining("ada@acme.example").hasNoCause();
        assertThat(missing)
                .hasMessageContaining("email")
                .hasMessageNotContaining("ada@acme.example")
                .hasNoCause();
    }

    private static ApplicationFailure failureOf(String sql) {
        return catchThrowableOfType(
                ApplicationFailure.class, () -> database.open().inTransaction(handle -> handle.execute(sql)));
    }
}
