package com.nineminds.temporal.operator.resources;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every child of every story is what its file says, revision hash included; see {@link Golden} for how to rewrite the files. */
class GoldenTest {
    @TestFactory
    Stream<DynamicTest> children_are_rendered_as_their_files_say() {
        return Story.all().stream()
                .map(story -> dynamicTest(
                        story.folder().getFileName().toString(), () -> Golden.verify(story.folder(), expected(story))));
    }

    private static Map<String, Object> expected(Story story) {
        Map<String, Object> files = new TreeMap<>(story.children());
        files.put(
                "revision",
                Map.of("hash", story.hash(), "inputs", story.revision().inputs()));
        return files;
    }
}
