package com.nineminds.temporal.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process occupies, as Linux tells.
 *
 * @param resident in MiB
 * @param cpu since its start
 */
public record Footprint(long resident, Duration cpu) {
    static Footprint of(ProcessHandle process) {
        return new Footprint(
                resident(process), process.info().totalCpuDuration().orElse(Duration.ZERO));
    }

    private static long resident(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("process " + process.pid() + " has ended"));
        } catch (IOException e) {
            throw new UncheckedIOException("the operator ended, or this is no Linux", e);
        }
    }
}
