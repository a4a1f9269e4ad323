package com.nineminds.temporal.cluster.error;

/**
 * What an error is about.
 *
 * @param group empty for the core group
 * @param name of the object, empty when the request names none
 */
public record Subject(String group, String plural, String kind, String name) {
    public static final Subject NONE = new Subject("", "", "", "");

    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
