package com.nineminds.temporal.cluster.node;

import com.nineminds.temporal.cluster.node.config.ConfigException;
import com.nineminds.temporal.cluster.node.config.ConfigSource;
import com.nineminds.temporal.cluster.node.config.Expansion;
import com.nineminds.temporal.cluster.node.config.MountPaths;
import com.nineminds.temporal.cluster.node.config.PodFields;
import com.nineminds.temporal.cluster.node.config.Variables;
import com.nineminds.temporal.cluster.node.image.Image;
import com.nineminds.temporal.cluster.node.image.ImageCommand;
import com.nineminds.temporal.cluster.node.image.ImageProgram;
import com.nineminds.temporal.cluster.node.image.Placeholders;
import com.nineminds.temporal.cluster.node.run.CommandContainer;
import com.nineminds.temporal.cluster.node.run.Launch;
import com.nineminds.temporal.cluster.node.run.LogRing;
import com.nineminds.temporal.cluster.node.run.ProgramContainer;
import com.nineminds.temporal.cluster.node.run.RunningContainer;
import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Turns a container of a pod into a command line, variables and a directory of this machine, and starts it. */
final class ContainerLauncher {
    /** All that a process takes over from ours; it must find its runtime, and nothing else of this machine. */
    private static final Set<String> INHERITED =
            Set.of("PATH", "JAVA_HOME", "LANG", "LC_ALL", "TZ", "SystemRoot", "TEMP");

    private final PodContext context;
    private final Container container;
    private final MountPaths paths;

    ContainerLauncher(PodContext context, Container container) {
        this.context = context;
        this.container = container;
        this.paths = MountPaths.of(container, context.volumes(), directory());
    }

    /**
     * Starts the container.
     *
     * @throws ConfigException when something that its variables refer to does not exist
     * @throws IOException when the command does not exist
     */
    Started start(Image image, LogRing log) throws ConfigException, IOException {
        Files.createDirectories(directory());
        paths.create();
        Map<String, String> own = variables();
        if (image instanceof ImageProgram program) {
            var surroundings = new ImageProgram.Surroundings(own, paths::resolve, log::add);
            Launch launch = new Launch(List.of(), own, directory());
            return new Started(ProgramContainer.start(program, surroundings, log), launch);
        }
        Launch launch = launch((ImageCommand) image, own);
        return new Started(CommandContainer.start(launch, log), launch);
    }

    /**
     * A run that has begun.
     *
     * @param launch with which commands can be run beside it
     */
    record Started(RunningContainer run, Launch launch) {}

    /** An exec probe's command, run as the container is. */
    Launch inside(Launch running, List<String> command) {
        return new Launch(paths.rewrite(Expansion.expand(command, running.env())), running.env(), running.directory());
    }

    private Launch launch(ImageCommand image, Map<String, String> own) throws IOException {
        Placeholders placeholders = placeholders();
        List<String> command = container.getCommand();
        List<String> args = container.getArgs();
        List<String> argv = new ArrayList<>(placeholders.fill(image.argv(!command.isEmpty(), !args.isEmpty())));
        argv.addAll(paths.rewrite(Expansion.expand(command, own)));
        argv.addAll(paths.rewrite(Expansion.expand(args, own)));
        Map<String, String> env = inherited();
        env.putAll(placeholders.fill(image.env()));
        own.forEach((name, value) -> env.put(name, rewritten(name, value)));
        return new Launch(argv, env, workingDirectory());
    }

    private Map<String, String> variables() throws ConfigException {
        var pod = context.pod().get();
        ConfigSource source =
                new ConfigSource(context.services().client(), pod.getMetadata().getNamespace());
        return new Variables(source, new PodFields(pod, context.address())).of(container);
    }

    private String rewritten(String name, String value) {
        return paths.rewrite(context.ports().rewrite(container, name, value));
    }

    private Map<String, String> inherited() {
        Map<String, String> env = new HashMap<>(System.getenv());
        env.keySet().retainAll(INHERITED);
        env.put("HOME", directory().toString());
        env.put("HOSTNAME", context.pod().get().getMetadata().getName());
        return env;
    }

    private Placeholders placeholders() {
        Map<String, UnaryOperator<String>> values = new LinkedHashMap<>();
        values.put("pod.ip", unused -> context.address());
        values.put("pod.name", unused -> context.pod().get().getMetadata().getName());
        values.put("pod.dir", unused -> context.directory().toString());
        values.put("mount", path -> paths.resolve(path).toString());
        values.put("port", port -> String.valueOf(context.ports().port(Integer.parseInt(port))));
        return new Placeholders(values);
    }

    private Path workingDirectory() throws IOException {
        String asked = container.getWorkingDir();
        Path directory = asked == null || asked.isEmpty() ? directory() : paths.resolve(asked);
        return Files.createDirectories(directory);
    }

    private Path directory() {
        return context.directory().resolve("containers").resolve(container.getName());
    }
}
