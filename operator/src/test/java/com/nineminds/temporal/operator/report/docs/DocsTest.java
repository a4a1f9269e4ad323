package com.nineminds.temporal.operator.report.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.operator.config.ConfigKey;
import com.nineminds.temporal.operator.config.OperatorConfig;
import com.nineminds.temporal.operator.decide.Reason;
import com.nineminds.temporal.operator.decide.RolloutPhase;
import com.nineminds.temporal.operator.decide.Transition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages say what the code does. {@code -Ddocs.rewrite=true} rewrites what is generated. */
class DocsTest {
    private static final Path REASONS = Path.of("docs", "reasons.md");
    private static final Path ROLLOUT = Path.of("docs", "rollout.md");
    private static final Path CONFIGURATION = Path.of("docs", "configuration.md");
    private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+) : (.*)");
    private static final boolean REWRITE = Boolean.getBoolean("docs.rewrite");

    @Test
    void thePageAboutReasonsIsWhatTheCodeSays() throws IOException {
        same(REASONS, new ReasonPage(ReasonDocs.load()).text());
    }

    @Test
    void thePageAboutRolloutsShowsThePhasesSignalsAndMovesOfTheCode() throws IOException {
        same(ROLLOUT, RolloutPage.rewrite(Files.readString(ROLLOUT)));
    }

    @Test
    void thePageAboutSettingsHasEveryVariableThatIsRead() throws IOException {
        same(CONFIGURATION, ConfigurationPage.text());
    }

    @Test
    void everyVariableSaysWhatItIsFor() {
        assertThat(OperatorConfig.keys()).allSatisfy(key -> {
            assertThat(key.name()).matches("[A-Z][A-Z_]*");
            assertThat(key.allowed()).isNotBlank();
            assertThat(key.description()).as(key.name()).endsWith(".");
        });
        assertThat(OperatorConfig.keys()).extracting(ConfigKey::name).doesNotHaveDuplicates();
    }

    @Test
    void everyReasonSaysWhatItMeansWhatTheOperatorDoesAndWhatToDo() {
        ReasonDocs docs = ReasonDocs.load();

        assertThat(Reason.values()).allSatisfy(reason -> {
            assertThat(docs.of(reason).means())
                    .as("%s means", reason)
                    .isNotBlank()
                    .endsWith(".");
            assertThat(docs.of(reason).operator())
                    .as("%s operator", reason)
                    .isNotBlank()
                    .endsWith(".");
            assertThat(docs.of(reason).remedy())
                    .as("%s remedy", reason)
                    .isNotBlank()
                    .endsWith(".");
        });
    }

    @Test
    void theDiagramShowsEveryMoveAndNoOther() {
        Set<String> drawn = new TreeSet<>();
        ARROW.matcher(new RolloutDiagram().text())
                .results()
                .forEach(arrow -> Arrays.stream(RolloutPhase.values())
                        .filter(from -> from.name().equals(arrow.group(1))
                                || (arrow.group(1).equals(RolloutDiagram.COMPOSITE) && from.servesTarget()))
                        .forEach(from -> Arrays.stream(arrow.group(3).split(", "))
                                .forEach(signal -> drawn.add(move(from, signal, arrow.group(2))))));

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Transition.values())
                        .flatMap(each -> each.to().stream()
                                .map(to -> move(each.from(), each.signal().name(), to.name())))
                        .toList());
    }

    private static String move(RolloutPhase from, String signal, String to) {
        return from + " by " + signal + " to " + to;
    }

    private static void same(Path page, String generated) throws IOException {
        if (REWRITE) {
            Files.writeString(page, generated);
        }
        assertThat(page)
                .as("%s is not what the code says; run the test with -Ddocs.rewrite=true", page)
                .content()
                .isEqualTo(generated);
    }
}
