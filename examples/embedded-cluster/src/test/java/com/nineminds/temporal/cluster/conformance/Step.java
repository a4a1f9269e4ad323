package com.nineminds.temporal.cluster.conformance;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request of a conversation and the answer that is expected.
 *
 * @param request the text before the answer, as it was written
 * @param headers those of the request, with {@code Show}, {@code Keep} and {@code Await}
 * @param body YAML, empty when there is none
 * @param answer what follows {@code >>>}: the code, and as YAML the body
 */
record Step(
        String title,
        String request,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        String answer) {
    private static final String ANSWER = "\n>>> ";

    /** Reads a part of a file, after its {@code ###}. */
    static Step parse(String text) {
        int split = text.indexOf(ANSWER);
        String request = split < 0 ? text : text.substring(0, split);
        String answer = split < 0 ? "" : text.substring(split + ANSWER.length()).strip();
        String[] headAndBody = request.strip().split("\n\n", 2);
        List<String> head = Arrays.stream(headAndBody[0].split("\n"))
                .filter(line -> !line.startsWith("#"))
                .toList();
        String[] line = head.get(1).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        head.stream().skip(2).map(header -> header.split(": ", 2)).forEach(pair -> headers.put(pair[0], pair[1]));
        String body = headAndBody.length > 1 ? headAndBody[1] : "";
        return new Step(head.get(0).strip(), request.strip(), line[0], line[1].strip(), headers, body, answer);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The part of the file with another answer. */
    String answered(String other) {
        return "### " + request + "\n" + ANSWER + other.strip() + "\n";
    }
}
