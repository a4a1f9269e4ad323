package com.nineminds.temporal.cluster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConformanceTest {
    private static final Path FILES = Path.of("src", "test", "resources", "conformance");
    private static final boolean RECORD = Boolean.getBoolean("conformance.record");

    private static TestedServer server;

    @BeforeAll
    static void open() {
        if (RECORD && !TestedServer.isReal()) {
            throw new IllegalStateException("only a real API server is recorded: set TEST_KUBECONFIG");
        }
        server = TestedServer.open();
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
    }

    @TestFactory
    Stream<DynamicNode> theServerAnswersAsARealOneDid() {
        String only = System.getProperty("conformance.only", "");
        return Conversation.all(FILES).stream()
                .filter(conversation -> conversation.name().contains(only))
                .map(ConformanceTest::container);
    }

    private static DynamicNode container(Conversation conversation) {
        List<DynamicTest> tests = new ArrayList<>();
        Map<Step, String> answers = new LinkedHashMap<>();
        Talk[] talk = new Talk[1];
        tests.add(DynamicTest.dynamicTest("a namespace of its own", () -> talk[0] = Talk.begin(server)));
        for (Step step : conversation.steps()) {
            tests.add(DynamicTest.dynamicTest(step.title(), () -> {
                String answer = talk[0].answer(step);
                answers.put(step, answer);
                if (!RECORD) {
                    assertThat(answer).as("%s %s", step.method(), step.path()).isEqualTo(step.answer());
                }
            }));
        }
        tests.add(DynamicTest.dynamicTest("nothing is left behind", () -> {
            talk[0].end();
            if (RECORD) {
                conversation.record(answers);
            }
        }));
        return DynamicContainer.dynamicContainer(conversation.name(), tests);
    }
}
