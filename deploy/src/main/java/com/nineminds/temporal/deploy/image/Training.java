package com.nineminds.temporal.deploy.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What surrounds the program of an image while it is trained, and what it is made to do: as much as possible of what a start needs. */
interface Training extends AutoCloseable {

    /** Variables that the program needs to find its surroundings, beside those of its own port. */
    Map<String, String> environment();

    /** Which variable tells the program where its HTTP server listens. */
    String portVariable();

    /**
     * Gives it work, and returns when that is done.
     *
     * @throws IOException if it does not get there in time
     */
    void exercise() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * @param module {@code operator}, {@code worker/runtime} or {@code worker/tenant}
     * @param folder for what has to be a file
     */
    static Training of(String module, Path folder) throws IOException {
        return switch (module) {
            case "operator" -> OperatorTraining.start(folder);
            case "worker/runtime" -> WorkerTraining.sample();
            case "worker/tenant" -> WorkerTraining.tenant();
            default ->
                throw new IllegalArgumentException(
                        "no image to train is made of " + module + ": take operator, worker/runtime or worker/tenant");
        };
    }
}
