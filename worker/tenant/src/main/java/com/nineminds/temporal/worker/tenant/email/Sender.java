package com.nineminds.temporal.worker.tenant.email;

/** Whom messages come from. */
public record Sender(String name, String address) {

    /** As a header has it: {@code "System" <noreply@example.com>}. */
    String header() {
        return '"' + name.replaceAll("[\\p{Cntrl}\"\\\\]", "") + "\" <" + address + '>';
    }
}
