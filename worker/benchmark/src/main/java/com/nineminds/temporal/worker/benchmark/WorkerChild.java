package com.nineminds.temporal.worker.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A worker in a JVM of its own, and what it occupies. Closing kills it: what it still did is of no interest. */
final class WorkerChild implements AutoCloseable {
    private final Kind kind;
    private final Process process;
    private final String taskQueue;

    WorkerChild(Kind kind, Process process, String taskQueue) {
        this.kind = kind;
        this.process = process;
        this.taskQueue = taskQueue;
    }

    Kind kind() {
        return kind;
    }

    String taskQueue() {
        return taskQueue;
    }

    /** CPU time since its start, in steps of 10 ms. */
    Duration cpu() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the worker has ended, see its log"));
    }

    /** What is left of its heap after full collections, in bytes. */
    long liveHeap() {
        // The first collection lets go of what only a reference queue still had to be told about.
        jcmd("GC.run");
        return ClassHistogram.totalBytes(jcmd("GC.class_histogram"));
    }

    private String jcmd(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process asked = new ProcessBuilder(List.of(jcmd.toString(), String.valueOf(process.pid()), command))
                    .redirectErrorStream(true)
                    .start();
            String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (asked.waitFor() != 0) {
                throw new IllegalStateException("jcmd " + command + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("the benchmark needs a JDK: it has jcmd, a JRE has not", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
