package com.nineminds.temporal.worker.tenant.wire;

import com.nineminds.temporal.embedded.EmbeddedTemporal;
import com.nineminds.temporal.embedded.EmbeddedTemporalOptions;
import org.junit.jupiter.api.AfterAll;

/** The contract on Temporal's test server. */
class EmbeddedServerWireTest extends WireContract {

    private static final EmbeddedTemporal SERVER = EmbeddedTemporal.start(EmbeddedTemporalOptions.defaults());

    EmbeddedServerWireTest() {
        super(SERVER.address());
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }
}
