package com.nineminds.temporal.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM refuses a cache of another program: what trains must be the image's own JVM, flags, class path and dates. */
class UnpackedImageTest {
    private static final FileTime FIRST_SECOND = FileTime.fromMillis(1000);

    @TempDir
    private Path temporary;

    private Path layers;
    private Path folder;

    @BeforeEach
    void folders() throws IOException {
        layers = Files.createDirectory(temporary.resolve("made"));
        folder = Files.createDirectory(temporary.resolve("unpacked"));
    }

    @Test
    void the_command_is_the_image_s_own_in_another_folder() throws Exception {
        UnpackedImage image = UnpackedImage.unpack(image("/opt/java/bin:/bin"), folder);

        Path root = image.root();
        assertThat(image.command(List.of("-XX:AOTCacheOutput=/tmp/start.aot")))
                .containsExactly(
                        root + "/opt/java/bin/java",
                        "-XX:AOTCacheOutput=/tmp/start.aot",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        root + "/app/classpath/*:" + root + "/app/libs/b.jar:" + root + "/app/libs/a.jar",
                        "example.Main");
    }

    @Test
    void jars_have_the_date_that_they_have_in_the_image() throws Exception {
        UnpackedImage image = UnpackedImage.unpack(image("/opt/java/bin"), folder);

        assertThat(Files.getLastModifiedTime(image.root().resolve("app/libs/a.jar")))
                .isEqualTo(FIRST_SECOND);
    }

    @Test
    void an_image_without_java_is_told() throws Exception {
        UnpackedImage image = UnpackedImage.unpack(image("/usr/bin:/bin"), folder);

        assertThatThrownBy(() -> image.command(List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no java in [/usr/bin, /bin]");
    }

    @Test
    void what_is_no_image_is_told_by_its_name() throws Exception {
        Path text = Files.writeString(temporary.resolve("text.tar"), "no image");

        assertThatThrownBy(() -> UnpackedImage.unpack(text, folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text.tar cannot be unpacked");
    }

    /** Two layers, the second as Jib writes it. */
    private Path image(String path) throws Exception {
        layer("base.tar.gz", Map.of("opt/java/bin/java", "#!/bin/sh"));
        layer(
                "app.tar.gz",
                Map.of(
                        "app/libs/a.jar", "a",
                        "app/libs/b.jar", "b",
                        "app/jib-classpath-file", "/app/classpath/*:/app/libs/b.jar:/app/libs/a.jar"));
        Files.writeString(layers.resolve("config.json"), """
                {"config": {"Env": ["PATH=%s", "HOME=/tmp"], "Entrypoint":
                  ["java", "-XX:+ExitOnOutOfMemoryError", "-cp", "@/app/jib-classpath-file", "example.Main"]}}
                """.formatted(path));
        Files.writeString(
                layers.resolve("manifest.json"),
                "[{\"Config\": \"config.json\", \"Layers\": [\"base.tar.gz\", \"app.tar.gz\"]}]");
        return pack(temporary.resolve("image.tar"), layers);
    }

    private void layer(String name, Map<String, String> files) throws Exception {
        Path content = Files.createDirectories(temporary.resolve(name + ".content"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = content.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
            Files.setLastModifiedTime(target, FIRST_SECOND);
            assertThat(target.toFile().setExecutable(true)).isTrue();
        }
        pack(layers.resolve(name), content);
    }

    private static Path pack(Path archive, Path content) throws Exception {
        Process tar = new ProcessBuilder("tar", "-c", "-a", "-f", archive.toString(), "-C", content.toString(), ".")
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).isZero();
        return archive;
    }
}
