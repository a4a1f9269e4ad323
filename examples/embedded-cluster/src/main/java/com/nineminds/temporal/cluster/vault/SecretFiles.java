package com.nineminds.temporal.cluster.vault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files the annotations {@code agent-inject-secret-NAME}, {@code agent-inject-template-NAME}, {@code agent-inject-file-NAME},
 * {@code agent-inject-perms-NAME}, {@code error-on-missing-key-NAME} and {@code secret-volume-path} ask for.
 */
final class SecretFiles {
    private static final String SECRET = "agent-inject-secret";
    private static final String TEMPLATE = "agent-inject-template";
    private static final String VOLUME_PATH = "secret-volume-path";

    private final PodAnnotations annotations;

    SecretFiles(PodAnnotations annotations) {
        this.annotations = annotations;
    }

    /** Where the files are unless one of them says otherwise. */
    String mountPath() {
        return annotations.text(VOLUME_PATH, "/vault/secrets");
    }

    /** The other directories that files ask for, in the order of the files' names. */
    List<String> customMountPaths() {
        return names().stream()
                .map(this::mountPath)
                .distinct()
                .filter(path -> !path.equals(mountPath()))
                .toList();
    }

    /** @throws InjectionException naming the annotation of a template that this cluster cannot render */
    List<SecretFile> files() {
        List<SecretFile> files = new ArrayList<>();
        for (String name : names()) {
            files.add(new SecretFile(
                    destination(name),
                    template(name),
                    annotations.text("agent-inject-perms-" + name, ""),
                    annotations.flag("error-on-missing-key-" + name, false)));
        }
        return files;
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>(annotations.suffixes(SECRET));
        names.addAll(annotations.suffixes(TEMPLATE));
        return names;
    }

    private String mountPath(String name) {
        return annotations.text(VOLUME_PATH + "-" + name, mountPath());
    }

    private String destination(String name) {
        boolean preserve =
                annotations.flag("preserve-secret-case-" + name, annotations.flag("preserve-secret-case", false));
        String own = preserve ? name : name.toLowerCase(Locale.ROOT);
        String file = annotations.text("agent-inject-file-" + name, "");
        return Path.of(mountPath(name), file.isEmpty() ? own : file).normalize().toString();
    }

    private String template(String name) {
        String text = annotations.text(TEMPLATE + "-" + name, "");
        String annotation = PodAnnotations.PREFIX + TEMPLATE + "-" + name;
        if (text.isBlank()) {
            throw new InjectionException("annotation " + annotation
                    + " is missing: this cluster does not render the injector's default template");
        }
        try {
            Template.parse(text);
            return text;
        } catch (IllegalArgumentException unsupported) {
            throw new InjectionException("annotation " + annotation + ": " + unsupported.getMessage());
        }
    }
}
