package com.nineminds.temporal.cluster.node.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A local command in place of an image. All strings may hold placeholders: {@code ${pod.ip}}, {@code ${pod.name}},
 * {@code ${pod.dir}}, {@code ${mount:/path/in/the/container}} and {@code ${port:8080}}; see {@link Placeholders}.
 *
 * @param entrypoint replaced by a container's {@code command}
 * @param args replaced by a container's {@code command} or {@code args}
 * @param env what the image sets; a container's own variables win
 */
public record ImageCommand(List<String> entrypoint, List<String> args, Map<String, String> env) implements Image {
    public ImageCommand {
        entrypoint = List.copyOf(entrypoint);
        args = List.copyOf(args);
        env = Map.copyOf(env);
    }

    public static ImageCommand of(String... entrypoint) {
        return new ImageCommand(List.of(entrypoint), List.of(), Map.of());
    }

    public ImageCommand withArgs(String... other) {
        return new ImageCommand(entrypoint, List.of(other), env);
    }

    public ImageCommand withEnv(Map<String, String> other) {
        return new ImageCommand(entrypoint, args, other);
    }

    /**
     * The image's part of the command line, by Docker's rule: a container's {@code command} replaces all of it, its
     * {@code args} replace the image's.
     */
    public List<String> argv(boolean ownCommand, boolean ownArgs) {
        List<String> argv = new ArrayList<>();
        if (!ownCommand) {
            argv.addAll(entrypoint);
            argv.addAll(ownArgs ? List.of() : args);
        }
        return argv;
    }
}
