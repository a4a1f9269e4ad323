package com.nineminds.temporal.cluster.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Reads the metadata of an object of the cluster. Absent fields read as empty text. */
public final class ObjectMeta {
    private ObjectMeta() {}

    public static String name(ObjectNode object) {
        return Json.text(object, "metadata", "name");
    }

    public static String namespace(ObjectNode object) {
        return Json.text(object, "metadata", "namespace");
    }

    public static String uid(ObjectNode object) {
        return Json.text(object, "metadata", "uid");
    }

    public static String resourceVersion(ObjectNode object) {
        return Json.text(object, "metadata", "resourceVersion");
    }

    public static boolean deleting(ObjectNode object) {
        return Json.present(Json.at(object, "metadata", "deletionTimestamp"));
    }

    public static List<String> finalizers(ObjectNode object) {
        return Json.texts(object, "metadata", "finalizers");
    }

    public static ObjectNode metadata(ObjectNode object) {
        return Json.child(object, "metadata");
    }
}
