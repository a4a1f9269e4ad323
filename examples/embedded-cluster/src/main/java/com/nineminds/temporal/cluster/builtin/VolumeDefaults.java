package com.nineminds.temporal.cluster.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import java.util.List;

/** Defaults of one volume of a pod. */
final class VolumeDefaults {
    private static final int FILE_MODE = 0644;
    private static final int TOKEN_SECONDS = 3600;

    private VolumeDefaults() {}

    static void apply(ObjectNode volume) {
        if (volume.size() == 1 && volume.has("name")) {
            volume.putObject("emptyDir");
        }
        for (String files : List.of("configMap", "secret", "downwardAPI", "projected")) {
            Json.objectAt(volume, files).ifPresent(source -> Absent.put(source, "defaultMode", FILE_MODE));
        }
        Json.objectAt(volume, "hostPath").ifPresent(path -> Absent.put(path, "type", ""));
        Json.objects(volume, "downwardAPI", "items").forEach(VolumeDefaults::fieldReference);
        for (ObjectNode source : Json.objects(volume, "projected", "sources")) {
            Json.objectAt(source, "serviceAccountToken")
                    .ifPresent(token -> Absent.put(token, "expirationSeconds", TOKEN_SECONDS));
            Json.objects(source, "downwardAPI", "items").forEach(VolumeDefaults::fieldReference);
        }
    }

    private static void fieldReference(ObjectNode item) {
        Json.objectAt(item, "fieldRef").ifPresent(reference -> Absent.put(reference, "apiVersion", "v1"));
    }
}
