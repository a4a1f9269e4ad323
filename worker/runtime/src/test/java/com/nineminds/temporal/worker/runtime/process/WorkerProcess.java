package com.nineminds.temporal.worker.runtime.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A worker as a process of its own, with this process's class path and nothing of its environment. */
public record WorkerProcess(Process process, Path log) implements AutoCloseable {
    /** Without them newer JVMs complain on stderr. */
    private static final List<String> AS_IN_THE_IMAGE =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /** @param main has the main method */
    public static WorkerProcess start(
            Class<?> main, Path directory, Map<String, String> environment, String... arguments) throws IOException {
        Path log = Files.createTempFile(directory, "worker", ".log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Runtime.version().feature() < 24 ? List.of() : AS_IN_THE_IMAGE);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new WorkerProcess(builder.start(), log);
    }

    /** Sends SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("the worker process does not end");
        }
        return process.exitValue();
    }

    /** What it wrote so far. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
