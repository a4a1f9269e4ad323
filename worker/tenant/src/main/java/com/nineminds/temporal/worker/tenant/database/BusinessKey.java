package com.nineminds.temporal.worker.tenant.database;

/**
 * What a tenant is made for.
 *
 * @param forEver whether the key makes no second tenant even after the first is complete. A paid session does not; a workflow id may be
 *     used again once its run has ended
 */
public record BusinessKey(String text, boolean forEver) {

    public static BusinessKey checkout(String session) {
        return new BusinessKey("checkout:" + session, true);
    }

    public static BusinessKey workflow(String workflowId) {
        return new BusinessKey("workflow:" + workflowId, false);
    }
}
