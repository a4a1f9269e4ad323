package com.nineminds.temporal.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/** A revision that is never served again until the target changes or a retry names it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RejectedStatus(
        @Required @Size(max = 64) @JsonPropertyDescription("Hash of the revision.")
        String hash,

        @Required @Size(max = 128) @JsonPropertyDescription("Why it was rejected, one word.")
        String reason,

        @Size(max = 64) @JsonPropertyDescription("Whether the revision or the infrastructure is to blame.") @Nullable
        String category,

        @Size(max = 32768) @JsonPropertyDescription("What was seen.") @Nullable
        String evidence,

        @Size(max = 64) @JsonPropertyDescription("When it was rejected, RFC 3339.") @Nullable
        String at) {}
