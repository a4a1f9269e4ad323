package com.nineminds.temporal.rehearsal.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Files of this repository that the stage needs; the system property {@code repository} says where it is. */
public final class Files {
    private Files() {}

    public static String crd() {
        return read(repository().resolve("crds/temporalworkers.temporal.nineminds.com-v1.yaml"));
    }

    public static String exampleWorker() {
        return read(repository().resolve("examples/temporal-worker.yaml"));
    }

    /** @throws UncheckedIOException naming the file */
    public static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Path repository() {
        return Path.of(System.getProperty("repository", "."));
    }
}
