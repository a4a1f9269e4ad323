package com.nineminds.temporal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the chart carries with it. */
class ChartFilesTest {
    private static final String DEFINITION = "temporalworkers.temporal.nineminds.com-v1.yaml";

    @Test
    void the_definition_is_the_one_in_crds() {
        assertThat(Chart.FOLDER.resolve("files").resolve(DEFINITION))
                .as("copy crds/%s to deploy/%s/files", DEFINITION, Chart.FOLDER)
                .hasSameTextualContentAs(Path.of("..", "crds", DEFINITION));
    }
}
