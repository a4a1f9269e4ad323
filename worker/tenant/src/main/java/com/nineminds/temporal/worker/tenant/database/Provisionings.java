package com.nineminds.temporal.worker.tenant.database;

import com.nineminds.temporal.worker.tenant.failure.Failures;
import com.nineminds.temporal.worker.tenant.failure.Failures.ExistingTenant;
import com.nineminds.temporal.worker.tenant.failure.Failures.Owner;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which tenants were begun, for whom, and what became of them. One transaction's view. */
public final class Provisionings {

    /** What became of a tenant. */
    public enum State {
        /** Being made. */
        RUNNING,
        /** Left behind by a run that failed; the next one goes on. */
        RETAINED,
        /** In use. */
        COMPLETED,
        /** Deleted again. */
        COMPENSATED;

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who wants a tenant made: one key, one tenant. */
    public record Request(BusinessKey key, String workflowId, String runId) {}

    /**
     * A tenant that the request may write to.
     *
     * @param begunNow false when an earlier attempt may have written to it
     * @param resumed whether that attempt was of an earlier run
     */
    public record Claim(UUID tenant, boolean begunNow, boolean resumed) {}

    private record Row(UUID tenant, String key, String workflowId, String runId, State state) {}

    private final Handle handle;

    public Provisionings(Handle handle) {
        this.handle = handle;
    }

    /**
     * Gives the request its tenant: the wanted one, or the one that an earlier run for the same key has left behind.
     *
     * @throws io.temporal.failure.ApplicationFailure a duplicate error when the key has its tenant already or another workflow is
     *     making it, a validation error when the wanted tenant was rolled back
     */
    public Claim claim(Request request, UUID wanted) {
        AdvisoryLock.take(handle, request.key().text());
        Optional<Row> begun = named(wanted, request).or(() -> begun(request));
        if (begun.isPresent()) {
            takeOver(begun.get().tenant(), request);
            return new Claim(begun.get().tenant(), false, !begun.get().runId().equals(request.runId()));
        }
        if (request.key().forEver()) {
            find("state = 'completed' AND business_key = :value", request.key().text())
                    .ifPresent(row -> refuse(row, request));
        }
        insert(wanted, request);
        return new Claim(wanted, true, false);
    }

    public void advance(UUID tenant, State from, State to) {
        handle.createUpdate("UPDATE worker.provisioning SET state = :to, updated_at = now()"
                        + " WHERE tenant = :tenant AND state = :from")
                .bind("to", to.column())
                .bind("from", from.column())
                .bind("tenant", tenant)
                .execute();
    }

    /** The state, locked until the transaction ends. */
    public Optional<State> lock(UUID tenant) {
        return find("tenant = :value FOR UPDATE", tenant).map(Row::state);
    }

    /** Makes sure that the tenant is never made (again), whoever still tries. */
    public void bury(UUID tenant) {
        handle.createUpdate("INSERT INTO worker.provisioning (tenant, business_key, workflow_id, run_id, state)"
                        + " VALUES (:tenant, 'none', '', '', 'compensated')"
                        + " ON CONFLICT (tenant) DO UPDATE SET state = 'compensated', updated_at = now()")
                .bind("tenant", tenant)
                .execute();
    }

    /** Whoever can name the tenant may go on with it, unless it has come to an end. */
    private Optional<Row> named(UUID tenant, Request request) {
        Optional<Row> row = find("tenant = :value", tenant);
        row.filter(it -> it.state() == State.COMPLETED).ifPresent(it -> refuse(it, request));
        if (row.filter(it -> it.state() == State.COMPENSATED).isPresent()) {
            throw Failures.validation("tenant " + tenant + " was rolled back: start again without tenantId");
        }
        return row;
    }

    private Optional<Row> begun(Request request) {
        Optional<Row> row = find(
                "state IN ('running', 'retained') AND business_key = :value",
                request.key().text());
        row.filter(it -> it.state() == State.RUNNING && !it.workflowId().equals(request.workflowId()))
                .ifPresent(it -> refuse(it, request));
        return row;
    }

    private static void refuse(Row row, Request request) {
        throw Failures.duplicateTenant(
                "the request has its tenant already: " + row.tenant() + ", "
                        + row.state().column() + " by workflow " + row.workflowId(),
                new ExistingTenant(row.tenant(), ownerOf(row, request)));
    }

    private static Owner ownerOf(Row row, Request request) {
        if (!row.key().equals(request.key().text())) {
            return Owner.OTHER;
        }
        return row.state() == State.COMPLETED ? Owner.FULFILLED : Owner.IN_PROGRESS;
    }

    private void takeOver(UUID tenant, Request request) {
        handle.createUpdate("UPDATE worker.provisioning SET state = 'running', workflow_id = :workflow, run_id = :run,"
                        + " updated_at = now() WHERE tenant = :tenant")
                .bind("workflow", request.workflowId())
                .bind("run", request.runId())
                .bind("tenant", tenant)
                .execute();
    }

    private void insert(UUID tenant, Request request) {
        handle.createUpdate("INSERT INTO worker.provisioning (tenant, business_key, workflow_id, run_id, state)"
                        + " VALUES (:tenant, :key, :workflow, :run, 'running')")
                .bind("tenant", tenant)
                .bind("key", request.key().text())
                .bind("workflow", request.workflowId())
                .bind("run", request.runId())
                .execute();
    }

    private Optional<Row> find(String condition, Object value) {
        return handle.createQuery(
                        "SELECT tenant, business_key, workflow_id, run_id, upper(state) AS state FROM worker.provisioning WHERE "
                                + condition)
                .bind("value", value)
                .map((row, context) -> new Row(
                        row.getObject("tenant", UUID.class),
                        row.getString("business_key"),
                        row.getString("workflow_id"),
                        row.getString("run_id"),
                        State.valueOf(row.getString("state"))))
                .findFirst();
    }
}
