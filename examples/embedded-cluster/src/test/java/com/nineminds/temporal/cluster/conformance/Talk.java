package com.nineminds.temporal.cluster.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** One conversation with a server, with a namespace of its own. */
final class Talk {
    private static final String NAMESPACE = "ns";

    private final TestedServer server;
    private final Map<String, String> names = new TreeMap<>();

    private Talk(TestedServer server, String id) {
        this.server = server;
        names.put("id", id);
        names.put(NAMESPACE, "conformance-" + id);
    }

    static Talk begin(TestedServer server) {
        Talk talk = new Talk(server, "x" + UUID.randomUUID().toString().substring(0, 7));
        server.client()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(talk.names.get(NAMESPACE))
                        .endMetadata()
                        .build())
                .create();
        return talk;
    }

    /** The neutral answer of the server. */
    String answer(Step step) throws InterruptedException {
        Answer answer = step.header("Await").isPresent() ? await(step) : send(step);
        step.header("Keep").ifPresent(keep -> keep(keep, answer));
        Answer neutral = new Neutral(naming()).of(answer);
        return Neutral.text(
                answer.code(), step.header("Show").map(neutral::show).orElse(neutral.body()));
    }

    private Answer await(Step step) {
        return Awaitility.await(step.title())
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> send(step),
                        answer -> answer.is(filled(step.headers().get("Await"))));
    }

    private Answer send(Step step) throws InterruptedException {
        JsonNode body = Neutral.parse(filled(step.body()));
        return server.send(
                step.method(), filled(step.path()), step.headers(), body.isMissingNode() ? "" : body.toString());
    }

    private void keep(String keep, Answer answer) {
        String[] nameAndPointer = keep.split("=", 2);
        names.put(nameAndPointer[0], answer.at(nameAndPointer[1]).asText());
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }

    /** What is kept is a version or UID, which is neutral by itself; other names must not hide in numbers. */
    private Map<String, String> naming() {
        return names.entrySet().stream()
                .filter(name -> name.getKey().equals("id") || name.getKey().equals(NAMESPACE))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void end() {
        server.client().namespaces().withName(names.get(NAMESPACE)).delete();
        server.client()
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withLabel("conformance", names.get("id"))
                .delete();
    }
}
