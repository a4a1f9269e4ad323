package com.nineminds.temporal.operator.resources;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of expected files. {@code mvn -pl operator -am test -Dtest='Golden*' -Dsurefire.failIfNoSpecifiedTests=false
 * -Dgolden.rewrite=true} writes what is rendered now; read the difference before you commit it: a changed hash rolls pods.
 */
final class Golden {
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");
    private static final String OUT = "out-";
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
                    .disable(Feature.WRITE_DOC_START_MARKER)
                    .enable(Feature.MINIMIZE_QUOTES)
                    .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                    .enable(Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .enable(Feature.LITERAL_BLOCK_STYLE)
                    .disable(Feature.SPLIT_LINES))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Golden() {}

    /** @param files from the part of the name between {@code out-} and {@code .yaml} to what is rendered now */
    static void verify(Path folder, Map<String, ?> files) throws IOException {
        SortedMap<String, String> rendered = new TreeMap<>();
        for (Map.Entry<String, ?> file : files.entrySet()) {
            rendered.put(OUT + file.getKey() + ".yaml", yaml(file.getValue()));
        }
        if (REWRITE) {
            rewrite(folder, rendered);
        }
        for (Map.Entry<String, String> file : rendered.entrySet()) {
            assertThat(folder.resolve(file.getKey()))
                    .as("'expecting' is what is rendered now, 'but was' is what the file says")
                    .exists()
                    .hasContent(file.getValue());
        }
        try (Stream<Path> present = Files.list(folder)) {
            assertThat(present.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(OUT)))
                    .as("expected files of %s that nothing renders: delete them", folder.getFileName())
                    .containsExactlyInAnyOrderElementsOf(rendered.keySet());
        }
    }

    static <T> T read(Path file, Class<T> type) {
        try {
            return YAML.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(Path file) {
        return read(file, JsonNode.class);
    }

    private static String yaml(Object value) throws IOException {
        return YAML.writeValueAsString(YAML.convertValue(value, Object.class));
    }

    private static void rewrite(Path folder, Map<String, String> rendered) throws IOException {
        try (Stream<Path> present = Files.list(folder)) {
            for (Path file : present.toList()) {
                if (file.getFileName().toString().startsWith(OUT)) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<String, String> file : rendered.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
