package com.nineminds.temporal.cluster.error;

/**
 * What an error is about.
 *
 * @param group empty for the core group
 * @param name of the object, empty when the request names none
 */
public record Subject(String group, String plural, String kind, String name) {
    public static final Subject NONE = new Subject("", "", "", "");

    /** The same where an error speaks of the resource instead of the kind. */
    public Subject asResource() {
        return new Subject(group, plural, plural, name);
    }

    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    String qualifiedKind() {
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
