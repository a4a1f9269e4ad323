package com.nineminds.temporal.worker.tenant.wire;

import org.junit.jupiter.api.condition.EnabledIf;

/** The contract on the server at {@code TEMPORAL_ADDRESS}, in its namespace {@code default}. */
@EnabledIf("isServerGiven")
class RealServerWireTest extends WireContract {
    RealServerWireTest() {
        super(System.getenv("TEMPORAL_ADDRESS"));
    }

    static boolean isServerGiven() {
        boolean given = System.getenv("TEMPORAL_ADDRESS") != null;
        if (!given) {
            System.out.println("RealServerWireTest skipped: TEMPORAL_ADDRESS names no Temporal server");
        }
        return given;
    }
}
