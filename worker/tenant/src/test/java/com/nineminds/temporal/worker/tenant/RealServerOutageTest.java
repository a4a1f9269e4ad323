package com.nineminds.temporal.worker.tenant;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The Temporal server at {@code TEMPORAL_ADDRESS} cannot be reached for a minute: longer than an attempt may take. */
@EnabledIf("isServerGiven")
class RealServerOutageTest {

    @TempDir
    private Path directory;

    static boolean isServerGiven() {
        boolean given = System.getenv("TEMPORAL_ADDRESS") != null;
        if (!given) {
            System.out.println("RealServerOutageTest skipped: TEMPORAL_ADDRESS names no Temporal server");
        }
        return given;
    }

    @Test
    void a_minute_without_temporal_is_survived() throws Exception {
        try (var around = Surroundings.at(System.getenv("TEMPORAL_ADDRESS"), directory)) {
            RealOutageTest.outOfReachOfTemporal(around, Duration.ofMinutes(1));
        }
    }
}
