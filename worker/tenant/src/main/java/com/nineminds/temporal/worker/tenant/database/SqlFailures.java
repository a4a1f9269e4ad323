package com.nineminds.temporal.worker.tenant.database;

import com.google.common.base.Throwables;
import com.nineminds.temporal.worker.tenant.failure.Failures;
import io.temporal.failure.ApplicationFailure;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Database errors as typed failures, by SQLSTATE: a violated unique key is a duplicate, other bad data a validation error, a schema or
 * grant that does not fit a configuration error; everything else may pass and is retried.
 */
final class SqlFailures {

    /** SQLSTATE of a write on a standby. */
    static final String READ_ONLY = "25006";

    private static final String UNIQUE_VIOLATION = "23505";

    private SqlFailures() {}

    static ApplicationFailure from(Throwable failed) {
        String what = describe(failed);
        String state = sqlException(failed)
                .flatMap(sql -> Optional.ofNullable(sql.getSQLState()))
                .orElse("");
        if (state.equals(UNIQUE_VIOLATION)) {
            return Failures.duplicate(what);
        }
        if (state.startsWith("22") || state.startsWith("23")) {
            return Failures.validation(what);
        }
        if (state.startsWith("42")) {
            return Failures.configuration(what);
        }
        return Failures.databaseUnavailable(what);
    }

    /** What went wrong and where, without the values that PostgreSQL quotes in its details. */
    static String describe(Throwable failed) {
        Optional<SQLException> sql = sqlException(failed);
        if (sql.isEmpty()) {
            return "the database failed: " + failed.getClass().getSimpleName();
        }
        if (sql.get() instanceof PSQLException answered && answered.getServerErrorMessage() != null) {
            return describe(answered.getServerErrorMessage());
        }
        return "the database cannot be reached: " + sql.get().getMessage();
    }

    private static String describe(ServerErrorMessage answer) {
        // 22xxx quotes the offending value in the message itself.
        String message = String.valueOf(answer.getSQLState()).startsWith("22")
                ? "a value cannot be stored"
                : answer.getMessage();
        String where = String.join(
                ", ",
                Stream.of(answer.getTable(), answer.getColumn(), answer.getConstraint())
                        .filter(name -> name != null)
                        .toList());
        return "the database refused: " + message + " (" + answer.getSQLState() + (where.isEmpty() ? "" : ", " + where)
                + ")";
    }

    /** The innermost: pools wrap what the server said. */
    private static Optional<SQLException> sqlException(Throwable failed) {
        return Throwables.getCausalChain(failed).stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce((outer, inner) -> inner);
    }
}
