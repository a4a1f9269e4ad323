package com.nineminds.temporal.worker.tenant.wire;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on the server at {@code TEMPORAL_ADDRESS}, in its namespace {@code default}. */
@EnabledIfEnvironmentVariable(
        named = "TEMPORAL_ADDRESS",
        matches = ".+",
        disabledReason = "skipped: set TEMPORAL_ADDRESS to host:port of a Temporal server to run this")
class RealServerWireTest extends WireContract {

    RealServerWireTest() {
        super(System.getenv("TEMPORAL_ADDRESS"));
    }
}
