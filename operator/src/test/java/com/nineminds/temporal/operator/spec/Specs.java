package com.nineminds.temporal.operator.spec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.nineminds.temporal.api.v1alpha1.TemporalWorkerSpec;

/** Specs from YAML: the required fields are there, the text adds to them. */
public final class Specs {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String REQUIRED = """
            image: registry.example.com/shop/orders-worker:1.4.2
            temporal: {address: "temporal.example.com:7233", taskQueues: [orders]}
            """;

    private Specs() {}

    public static TemporalWorkerSpec spec(String yaml) {
        try {
            return YAML.readValue(REQUIRED + yaml, TemporalWorkerSpec.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static EffectiveSpec effective(String yaml) {
        return EffectiveSpec.of("orders", spec(yaml));
    }
}
