package com.nineminds.temporal.cluster.kind;

import java.util.List;

/** What a resource is called, by clients and in discovery. */
public record ResourceNames(
        String plural, String singular, String kind, List<String> shortNames, List<String> categories) {
    public String listKind() {
        return kind + "List";
    }
}
