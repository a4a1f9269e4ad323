package com.nineminds.temporal.api.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of {@code validation/}: a worker that is taken ({@code valid-*}) or refused ({@code invalid-*}).
 *
 * @param yaml the TemporalWorker
 * @param refusal what to expect, absent for a valid one
 */
public record AdmissionCase(String file, String yaml, Optional<Refusal> refusal) {
    private static final String FOLDER = "validation";

    /**
     * @param field path of the offending field, such as {@code spec.env[0].name}
     * @param message text that the message contains
     * @param by who can see it: {@code admission}, {@code operator} or both
     */
    public record Refusal(String field, String message, String by) {
        public boolean byAdmission() {
            return !by.equals("operator");
        }

        public boolean byOperator() {
            return !by.equals("admission");
        }
    }

    /** All cases in the order of their names, from the class folder or the jar that holds this class. */
    public static List<AdmissionCase> all() {
        try {
            var source = AdmissionCase.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return source.getPath().endsWith(".jar")
                    ? ofJar(source)
                    : ofFolder(Path.of(source).resolve(FOLDER));
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("cannot read the admission cases", e);
        }
    }

    private static List<AdmissionCase> ofJar(URI jar) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(Path.of(jar), Map.of())) {
            return ofFolder(files.getPath(FOLDER));
        }
    }

    private static List<AdmissionCase> ofFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(AdmissionCase::read).toList();
        }
    }

    private static AdmissionCase read(Path path) {
        try {
            var file = path.getFileName().toString();
            var yaml = Files.readString(path);
            if (file.matches("valid-[a-z0-9-]+\\.yaml")) {
                return new AdmissionCase(file, yaml, Optional.empty());
            }
            if (file.matches("invalid-[a-z0-9-]+\\.yaml")) {
                var refusal = new Refusal(
                        required(file, yaml, "field"),
                        required(file, yaml, "message"),
                        header(yaml, "by").orElse("both"));
                return new AdmissionCase(file, yaml, Optional.of(refusal));
            }
            throw new IllegalArgumentException(file + " is used by no test: name it valid-*.yaml or invalid-*.yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String required(String file, String yaml, String key) {
        return header(yaml, key)
                .orElseThrow(() -> new IllegalArgumentException(file + " needs a comment line \"# " + key + ": ...\""));
    }

    private static Optional<String> header(String yaml, String key) {
        var prefix = "# " + key + ": ";
        return yaml.lines()
                .takeWhile(line -> line.startsWith("#"))
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst();
    }

    @Override
    public String toString() {
        return file;
    }
}
