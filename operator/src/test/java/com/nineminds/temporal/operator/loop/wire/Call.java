package com.nineminds.temporal.operator.loop.wire;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One request as the API server understands it.
 *
 * @param group of the resource; empty for the core group
 * @param verb get, list, watch, create, update, patch or delete
 * @param resource such as {@code pods} or {@code deployments/scale}; empty for requests about no resource
 * @param name of the object; empty for requests about collections
 */
public record Call(String verb, String group, String resource, String name) {
    private static final Set<String> READS = Set.of("get", "list", "watch");
    private static final int CORE_PREFIX = 2;
    private static final int GROUP_PREFIX = 3;
    private static final int NAMESPACE_PREFIX = 2;

    static Call of(String method, URI uri) {
        List<String> path = Arrays.stream(uri.getPath().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
        List<String> rest = path.subList(Math.min(path.size(), prefix(path)), path.size());
        if (rest.size() > NAMESPACE_PREFIX && rest.get(0).equals("namespaces")) {
            rest = rest.subList(NAMESPACE_PREFIX, rest.size());
        }
        String name = rest.size() > 1 ? rest.get(1) : "";
        String resource = rest.isEmpty() ? "" : rest.get(0) + (rest.size() > 2 ? "/" + rest.get(2) : "");
        boolean watch = uri.getQuery() != null && uri.getQuery().contains("watch=true");
        return new Call(verb(method, watch, name), group(path), resource, name);
    }

    private static int prefix(List<String> path) {
        return !path.isEmpty() && path.get(0).equals("api") ? CORE_PREFIX : GROUP_PREFIX;
    }

    private static String group(List<String> path) {
        return path.size() > 1 && path.get(0).equals("apis") ? path.get(1) : "";
    }

    private static String verb(String method, boolean watch, String name) {
        return switch (method) {
            case "GET" -> watch ? "watch" : name.isEmpty() ? "list" : "get";
            case "POST" -> "create";
            case "PUT" -> "update";
            default -> method.toLowerCase(java.util.Locale.ROOT);
        };
    }

    Permission needs() {
        return new Permission(verb, group, resource);
    }

    public boolean write() {
        return !READS.contains(verb);
    }

    boolean watch() {
        return verb.equals("watch");
    }

    /** Any write to a resource. */
    public static Predicate<Call> writing(String resource) {
        return call -> call.write() && call.resource().equals(resource);
    }

    public static Predicate<Call> anyWrite() {
        return Call::write;
    }

    public static Predicate<Call> any() {
        return call -> true;
    }

    @Override
    public String toString() {
        return verb + " " + resource + (name.isEmpty() ? "" : " " + name);
    }
}
