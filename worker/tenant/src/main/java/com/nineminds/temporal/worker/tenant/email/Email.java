package com.nineminds.temporal.worker.tenant.email;

import java.util.Map;

/** A message to one person, as HTML and as plain text. {@code tags} are for the provider's statistics. */
public record Email(String to, String subject, String html, String text, Map<String, String> tags) {

    public Email {
        tags = Map.copyOf(tags);
    }
}
