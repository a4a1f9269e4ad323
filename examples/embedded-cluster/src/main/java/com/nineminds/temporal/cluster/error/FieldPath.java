package com.nineminds.temporal.cluster.error;

/** Paths of fields as error messages write them: {@code spec.containers[0].name}, {@code data[a.b]}. */
public final class FieldPath {
    private FieldPath() {}

    public static String field(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }

    public static String index(String parent, int index) {
        return parent + "[" + index + "]";
    }

    /** The entry of a map. */
    public static String key(String parent, String key) {
        return parent + "[" + key + "]";
    }
}
