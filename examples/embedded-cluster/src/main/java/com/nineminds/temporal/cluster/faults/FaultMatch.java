package com.nineminds.temporal.cluster.faults;

import java.util.regex.Pattern;

/**
 * Which requests suffer a fault.
 *
 * @param verb get, list, watch, create, update, patch, delete or deletecollection; {@code *} for all
 * @param resource such as {@code deployments.apps} or {@code pods/status}; {@code *} for all
 * @param name matches the whole name of the object; requests about collections have an empty one
 */
public record FaultMatch(String verb, String resource, Pattern name) {
    private static final String ALL = "*";

    public static FaultMatch of(String verb, String resource) {
        return new FaultMatch(verb, resource, Pattern.compile(".*"));
    }

    /** The same for objects whose name matches a regular expression. */
    public FaultMatch named(String expression) {
        return new FaultMatch(verb, resource, Pattern.compile(expression));
    }

    boolean covers(String otherVerb, String otherResource, String otherName) {
        return (verb.equals(ALL) || verb.equals(otherVerb))
                && (resource.equals(ALL) || resource.equals(otherResource))
                && name.matcher(otherName).matches();
    }
}
