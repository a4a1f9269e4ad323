package com.nineminds.temporal.operator.decide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every story {@code in-*.yaml} has the timeline {@code out-*.txt}. {@code mvn -pl operator -am test -Dtest=StoryTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.rewrite=true} writes the timelines anew; read the difference before you commit it.
 */
class StoryTest {
    private static final Path STORIES = Path.of("src/test/resources/stories");
    private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");
    private static final String IN = "in-";

    @TestFactory
    Stream<DynamicTest> everyStoryGoesAsItsFileSays() throws IOException {
        return files().stream()
                .filter(name -> name.startsWith(IN))
                .map(name -> dynamicTest(name, () -> goesAsItsFileSays(name)));
    }

    @Test
    void noFileIsUnused() throws IOException {
        List<String> files = files();

        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(files.stream()
                        .filter(name -> name.startsWith(IN))
                        .flatMap(name -> Stream.of(name, timelineOf(name)))
                        .toList());
    }

    private static void goesAsItsFileSays(String name) throws IOException {
        Script script = Script.read(STORIES.resolve(name));
        Path timeline = STORIES.resolve(timelineOf(name));
        String told = script.about() + "\n\n" + script.play(moment -> {});
        if (REWRITE) {
            Files.writeString(timeline, told);
        }
        assertThat(timeline)
                .as("'expecting' is what happens now, 'but was' is what the file says")
                .exists()
                .hasContent(told);
    }

    private static String timelineOf(String name) {
        return "out-" + name.substring(IN.length()).replace(".yaml", ".txt");
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(STORIES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
