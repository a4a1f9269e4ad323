package com.nineminds.temporal.cluster.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file of requests and answers.
 *
 * @param introduction the text before the first request
 */
record Conversation(Path file, String introduction, List<Step> steps) {
    private static final Pattern PART = Pattern.compile("(?m)^### ");

    static List<Conversation> all(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .map(Conversation::read)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Conversation read(Path file) {
        try {
            List<String> parts = new ArrayList<>(Arrays.asList(PART.split(Files.readString(file))));
            String introduction = parts.remove(0);
            return new Conversation(
                    file, introduction, parts.stream().map(Step::parse).toList());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String name() {
        return file.getFileName().toString().replace(".http", "");
    }

    /** Writes the file again with other answers; a step that has none keeps its own. */
    void record(Map<Step, String> answers) {
        String text = introduction
                + steps.stream()
                        .map(step -> step.answered(answers.getOrDefault(step, step.answer())))
                        .collect(Collectors.joining("\n"));
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
