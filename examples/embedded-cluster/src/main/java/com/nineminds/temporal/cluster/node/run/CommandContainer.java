package com.nineminds.temporal.cluster.node.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A container that is a process of this machine. */
public final class CommandContainer implements RunningContainer {
    /** A process that left its output open to a child must not keep its own end back for longer. */
    private static final long OUTPUT_MILLIS = 500;

    private final Process process;
    private final CompletableFuture<Integer> exit;

    private CommandContainer(Process process, CompletableFuture<Integer> exit) {
        this.process = process;
        this.exit = exit;
    }

    /**
     * Starts a process.
     *
     * @throws IOException when there is no such command
     */
    public static CommandContainer start(Launch launch, LogRing log) throws IOException {
        Process process = launch.builder().start();
        process.getOutputStream().close();
        CompletableFuture<Void> output = new CompletableFuture<>();
        Thread reader = new Thread(() -> copy(process, log, output), "output-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        CompletableFuture<Integer> exit = process.onExit()
                .thenCompose(ended -> output.completeOnTimeout(null, OUTPUT_MILLIS, TimeUnit.MILLISECONDS)
                        .thenApply(ready -> ended.exitValue()));
        return new CommandContainer(process, exit);
    }

    private static void copy(Process process, LogRing log, CompletableFuture<Void> output) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
            }
        } catch (IOException | UncheckedIOException closed) {
            log.add("output of the process lost: " + closed.getMessage());
        } finally {
            log.end();
            output.complete(null);
        }
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    @Override
    public void terminate() {
        // Not Process.destroy, which closes the output as well: what is said while stopping counts.
        process.toHandle().destroy();
    }

    @Override
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }
}
