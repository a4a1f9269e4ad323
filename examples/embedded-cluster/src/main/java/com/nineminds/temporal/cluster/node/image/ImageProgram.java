package com.nineminds.temporal.cluster.node.image;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Java code of this process in place of an image. */
@FunctionalInterface
public non-sealed interface ImageProgram extends Image {
    /**
     * Runs until it is done or interrupted, which is how it is asked to stop.
     *
     * @return the exit code
     */
    int run(Surroundings surroundings) throws InterruptedException;

    /**
     * What the program has around it.
     *
     * @param env the container's variables
     * @param file where a path inside the container is on this machine
     * @param log takes one line of output
     */
    record Surroundings(Map<String, String> env, Function<String, Path> file, Consumer<String> log) {}
}
