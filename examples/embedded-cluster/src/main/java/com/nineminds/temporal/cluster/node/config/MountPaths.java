package com.nineminds.temporal.cluster.node.config;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the paths of one container are on this machine. Processes share the file system of the machine, so a mount
 * path in the container's command line or variables is replaced by the directory of the volume.
 */
public final class MountPaths {
    /** A path ends where a name cannot go on, and does not begin in the middle of another path. */
    private static final String BEGIN = "(?<![\\w./-])";

    private static final String END = "(?![\\w.-])";

    private final Map<String, Path> directories;
    private final Path elsewhere;

    private MountPaths(Map<String, Path> directories, Path elsewhere) {
        this.directories = directories;
        this.elsewhere = elsewhere;
    }

    /**
     * The paths of a container.
     *
     * @param volumes the directory in which every volume has its own, by the volume's name
     * @param elsewhere stands for the container's file system outside of its mounts
     */
    public static MountPaths of(Container container, Path volumes, Path elsewhere) {
        Map<String, Path> directories = new TreeMap<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (VolumeMount mount : container.getVolumeMounts()) {
            Path volume = volumes.resolve(mount.getName());
            String below = mount.getSubPath() == null ? "" : mount.getSubPath();
            directories.put(trimmed(mount.getMountPath()), volume.resolve(below).normalize());
        }
        return new MountPaths(directories, elsewhere);
    }

    public List<String> rewrite(List<String> texts) {
        return texts.stream().map(this::rewrite).toList();
    }

    /** Replaces every mount path in a text, of nested ones the innermost. */
    public String rewrite(String text) {
        if (directories.isEmpty()) {
            return text;
        }
        String any = String.join(
                "|", directories.keySet().stream().map(Pattern::quote).toList());
        return Pattern.compile(BEGIN + "(" + any + ")" + END)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(directories.get(found.group(1)))));
    }

    /** Where a file of the container is. */
    public Path resolve(String path) {
        String rewritten = rewrite(path);
        return rewritten.equals(path) ? elsewhere.resolve(path.replaceFirst("^/+", "")) : Path.of(rewritten);
    }

    /** Makes the directories of sub-paths that do not exist yet, as the kubelet does. */
    public void create() throws IOException {
        for (Path directory : directories.values()) {
            if (Files.notExists(directory)) {
                Files.createDirectories(directory);
            }
        }
    }

    private static String trimmed(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
