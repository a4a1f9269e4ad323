package com.nineminds.temporal.cluster.protobuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nineminds.temporal.cluster.json.Json;
import com.nineminds.temporal.cluster.protobuf.Wire.Field;
import com.nineminds.temporal.cluster.schema.Definitions;
import com.nineminds.temporal.cluster.schema.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A body: four marking bytes, then a message that says which kind of object it carries. */
public final class ProtobufBody {
    public static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MARK = {'k', '8', 's', 0};
    private static final int TYPE = 1;
    private static final int OBJECT = 2;

    private ProtobufBody() {}

    /**
     * The object of a body, with its API version and kind.
     *
     * @throws IllegalArgumentException when the body is none, or carries a kind that is not one of Kubernetes' own
     */
    public static ObjectNode read(byte[] body) {
        if (body.length < MARK.length || !Arrays.equals(body, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new IllegalArgumentException("the body does not begin as Kubernetes' protobuf does");
        }
        List<Field> envelope = Wire.read(Arrays.copyOfRange(body, MARK.length, body.length));
        List<Field> type = Wire.read(bytes(envelope, TYPE));
        String apiVersion = new String(bytes(type, 1), StandardCharsets.UTF_8);
        String kind = new String(bytes(type, 2), StandardCharsets.UTF_8);
        ObjectNode object = Json.object().put("apiVersion", apiVersion).put("kind", kind);
        return object.setAll(ProtobufObject.read(bytes(envelope, OBJECT), schema(apiVersion, kind)));
    }

    private static Schema schema(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        return Definitions.kubernetes()
                .ofKind(group, apiVersion.substring(slash + 1), kind)
                .or(() -> Definitions.kubernetes().ofKind("", "v1", kind))
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s of %s is not known in protobuf here; send JSON".formatted(kind, apiVersion)));
    }

    private static byte[] bytes(List<Field> fields, int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .findFirst()
                .map(Field::bytes)
                .orElseGet(() -> new byte[0]);
    }
}
