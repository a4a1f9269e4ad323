package com.nineminds.temporal.cluster.node.image;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads images from YAML: {@code images} maps a reference or glob to a command line, or to an object with
 * {@code entrypoint}, {@code args} and {@code env}.
 */
public final class ImageFile {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> VARIABLES = new TypeReference<>() {};

    private ImageFile() {}

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException when it cannot be read
     * @throws IllegalArgumentException naming the image whose entry is wrong
     */
    public static ImageCommands read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot read the image file " + file, failed);
        }
    }

    /** As {@link #read}, from text. */
    public static ImageCommands parse(String yaml) {
        JsonNode images = Serialization.unmarshal(yaml, JsonNode.class).path("images");
        if (!images.isObject()) {
            throw new IllegalArgumentException("images: must map image references to commands");
        }
        Map<String, ImageCommand> commands = new LinkedHashMap<>();
        images.properties().forEach(entry -> commands.put(entry.getKey(), command(entry.getKey(), entry.getValue())));
        return ImageCommands.of(commands);
    }

    private static ImageCommand command(String image, JsonNode entry) {
        try {
            List<String> entrypoint = texts(entry.isArray() ? entry : entry.path("entrypoint"));
            if (entrypoint.isEmpty()) {
                throw new IllegalArgumentException("entrypoint is missing");
            }
            Map<String, String> env =
                    entry.has("env") ? Serialization.jsonMapper().convertValue(entry.get("env"), VARIABLES) : Map.of();
            return new ImageCommand(entrypoint, texts(entry.path("args")), env);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "images[%s]: give a command line, or an object with entrypoint, args and env (%s)"
                            .formatted(image, wrong.getMessage()),
                    wrong);
        }
    }

    private static List<String> texts(JsonNode node) {
        return node.isMissingNode() ? List.of() : Serialization.jsonMapper().convertValue(node, TEXTS);
    }
}
