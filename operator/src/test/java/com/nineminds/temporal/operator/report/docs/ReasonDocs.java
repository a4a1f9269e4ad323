package com.nineminds.temporal.operator.report.docs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.nineminds.temporal.operator.decide.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** What is written about each reason beside its own name, category and template: {@code docs/reasons.yaml}. */
record ReasonDocs(Map<Reason, Text> texts) {
    /**
     * @param means what is the case
     * @param operator what the operator does about it
     * @param remedy what a person can do
     */
    record Text(String means, String operator, String remedy) {}

    static ReasonDocs load() {
        try (InputStream yaml = Objects.requireNonNull(ReasonDocs.class.getResourceAsStream("/docs/reasons.yaml"))) {
            return new ReasonDocs(new ObjectMapper(new YAMLFactory())
                    .readValue(yaml, new TypeReference<java.util.EnumMap<Reason, Text>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Text of(Reason reason) {
        return Objects.requireNonNull(texts.get(reason), () -> reason + " has no text in docs/reasons.yaml");
    }
}
