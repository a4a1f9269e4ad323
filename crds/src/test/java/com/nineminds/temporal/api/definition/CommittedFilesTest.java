package com.nineminds.temporal.api.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommittedFilesTest {
    /** Run in the top folder; writes the committed files instead of comparing them. */
    static final String REGENERATE =
            "mvn -pl crds -am test -Dcrds.write -Dsurefire.failIfNoSpecifiedTests=false -Dtest=CommittedFilesTest";

    private static final boolean WRITE = System.getProperty("crds.write") != null;

    @Test
    void the_committed_definition_is_what_the_records_say() throws IOException {
        compareOrWrite(Path.of(Definition.FILE), Definition.yaml());
    }

    @Test
    void the_definition_is_the_same_each_time_it_is_generated() {
        assertThat(Definition.yaml()).isEqualTo(Definition.yaml());
    }

    @Test
    void the_reference_lists_every_field_and_rule_of_the_definition() throws IOException {
        var readme = Path.of("README.md");
        compareOrWrite(readme, Reference.insertInto(Files.readString(readme), Definition.tree()));
    }

    @Test
    void the_folder_holds_nothing_else_that_kubectl_would_apply() throws IOException {
        try (var files = Files.list(Path.of(""))) {
            assertThat(files.map(Path::toString).filter(name -> name.matches(".*\\.(ya?ml|json)")))
                    .containsExactly(Definition.FILE);
        }
    }

    private static void compareOrWrite(Path file, String expected) throws IOException {
        if (WRITE) {
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as("%s is out of date; run: %s", file, REGENERATE)
                .content()
                .isEqualTo(expected);
    }
}
