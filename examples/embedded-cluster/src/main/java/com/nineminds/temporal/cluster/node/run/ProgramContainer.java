package com.nineminds.temporal.cluster.node.run;

import com.nineminds.temporal.cluster.node.image.ImageProgram;
import com.nineminds.temporal.cluster.node.image.ImageProgram.Surroundings;
import java.util.concurrent.CompletableFuture;

/** A container that is a thread of this process. */
public final class ProgramContainer implements RunningContainer {
    private static final int TERMINATED = 143;

    private final Thread thread;
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();

    private ProgramContainer(ImageProgram program, Surroundings surroundings, LogRing log) {
        this.thread = new Thread(() -> run(program, surroundings, log), "container-program");
        thread.setDaemon(true);
    }

    public static ProgramContainer start(ImageProgram program, Surroundings surroundings, LogRing log) {
        ProgramContainer container = new ProgramContainer(program, surroundings, log);
        container.thread.start();
        return container;
    }

    private void run(ImageProgram program, Surroundings surroundings, LogRing log) {
        int code = 1;
        try {
            code = program.run(surroundings);
        } catch (InterruptedException stopped) {
            code = TERMINATED;
        } catch (RuntimeException failed) {
            log.add("failed: " + failed);
        } finally {
            log.end();
            exit.complete(code);
        }
    }

    @Override
    public CompletableFuture<Integer> exit() {
        return exit;
    }

    @Override
    public void terminate() {
        thread.interrupt();
    }

    @Override
    public void kill() {
        exit.complete(KILLED);
        thread.interrupt();
    }
}
