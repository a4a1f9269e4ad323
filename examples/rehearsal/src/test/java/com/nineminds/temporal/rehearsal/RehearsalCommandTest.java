package com.nineminds.temporal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A user rehearses a change of their own: exit codes and reasons, with real processes as pods. */
class RehearsalCommandTest {
    private static final String SAMPLE = "com.nineminds.temporal.worker.runtime.sample.SampleWorker";

    @TempDir
    private Path folder;

    private final StringWriter errors = new StringWriter();
    private Path from;
    private Path images;

    @BeforeEach
    void write() throws IOException {
        from = file("from.yaml", worker("registry.example/mail:1"));
        images = file("images.yaml", """
                images:
                  registry.example/mail:1: %1$s
                  registry.example/mail:2: %1$s
                  registry.example/mail:3: [/bin/sh, -c, "exit 3"]
                """.formatted(command()));
    }

    @Test
    void a_change_that_would_be_promoted_ends_with_0() throws IOException {
        assertThat(run("--from", from, "--to", file("to.yaml", worker("registry.example/mail:2")), "--images", images))
                .isZero();
    }

    @Test
    void a_change_that_would_be_rolled_back_ends_with_3() throws IOException {
        assertThat(run("--from", from, "--to", file("to.yaml", worker("registry.example/mail:3")), "--images", images))
                .isEqualTo(3);
    }

    @Test
    void a_worker_with_a_contradiction_is_refused_by_the_name_of_the_field() throws IOException {
        Path bad = file("to.yaml", worker("registry.example/mail:2").replace("replicas: 1", "replicas: -1"));

        assertThat(run("--from", from, "--to", bad, "--images", images)).isEqualTo(2);
        assertThat(errors.toString()).contains("to.yaml").contains("scaling.replicas");
    }

    @Test
    void an_images_file_with_an_unusable_entry_is_refused_by_the_name_of_the_image() throws IOException {
        Path bad = file("images.yaml", "images: {'registry.example/mail:1': {args: [x]}}");

        assertThat(run("--from", from, "--to", from, "--images", bad)).isEqualTo(2);
        assertThat(errors.toString()).contains("registry.example/mail:1").contains("entrypoint");
    }

    @Test
    void a_missing_file_is_named() {
        assertThat(run("--from", folder.resolve("none.yaml"), "--to", from, "--images", images))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("none.yaml");
    }

    @Test
    void two_different_workers_are_no_change_of_one() throws IOException {
        Path other = file("to.yaml", worker("registry.example/mail:2").replace("name: mail", "name: post"));

        assertThat(run("--from", from, "--to", other, "--images", images)).isEqualTo(2);
        assertThat(errors.toString()).contains("default/mail").contains("default/post");
    }

    @Test
    void files_belong_together() {
        assertThat(run("--from", from)).isEqualTo(2);
        assertThat(errors.toString()).contains("--images");
    }

    private int run(Object... arguments) {
        CommandLine command = RehearsalCommand.commandLine().setErr(new PrintWriter(errors, true));
        String[] texts = new String[arguments.length + 1];
        texts[0] = "--plain";
        for (int i = 0; i < arguments.length; i++) {
            texts[i + 1] = arguments[i].toString();
        }
        return command.execute(texts);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String worker(String image) {
        return """
                apiVersion: temporal.nineminds.com/v1alpha1
                kind: TemporalWorker
                metadata: {name: mail}
                spec:
                  image: %s
                  temporal: {address: "temporal.example:7233", taskQueues: [mail]}
                  scaling: {replicas: 1}
                  rollout: {steps: [{share: 50, hold: 1m}]}
                """.formatted(image);
    }

    /** The sample worker by this Java, pointed at the server of the run. */
    private static String command() {
        return "[/usr/bin/env, 'TEMPORAL_ADDRESS=${temporal.address}', '%s', -XX:TieredStopAtLevel=1, -Xmx96m, -cp, '%s', %s]"
                .formatted(
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        SAMPLE);
    }
}
