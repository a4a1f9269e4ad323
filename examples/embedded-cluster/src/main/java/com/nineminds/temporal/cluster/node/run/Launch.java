package com.nineminds.temporal.cluster.node.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command line ready to be started.
 *
 * @param env all variables of the process; nothing is inherited
 * @param directory in which the process starts; it exists
 */
public record Launch(List<String> argv, Map<String, String> env, Path directory) {
    ProcessBuilder builder() {
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(env);
        return builder;
    }
}
