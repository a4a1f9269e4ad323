package com.nineminds.temporal.api.v1alpha1.shape;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.nineminds.temporal.api.v1alpha1.Rules;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.Map;

/** Metadata of the pods. */
public record PodMetadataShape(
        @Size(max = 50)
        @ValidationRule(
                value =
                        "!self.exists(k, k.startsWith('temporal.nineminds.com/') || k.startsWith('app.kubernetes.io/'))",
                message = Rules.POD_LABELS)
        @JsonPropertyDescription("Further labels of the pods.")
        Map<String, @Size(max = 63) String> labels,

        @Size(max = 100)
        @ValidationRule(
                value = "!self.exists(k, k.startsWith('temporal.nineminds.com/'))",
                message = Rules.POD_ANNOTATIONS)
        @JsonPropertyDescription("Further annotations of the pods.")
        Map<String, @Size(max = 8192) String> annotations) {}
