package com.nineminds.temporal.deploy.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An image in a folder, to run its Java program from there with the Java runtime that it carries.
 *
 * @param root where its files are, dated as in the image
 * @param entrypoint {@code java}, flags, {@code -cp}, {@code @file}, main class: as Jib writes it
 * @param path folders of the image's {@code PATH}, absolute in the image
 */
record UnpackedImage(Path root, List<String> entrypoint, List<String> path) {
    private static final ObjectMapper JSON = new ObjectMapper();

    UnpackedImage {
        entrypoint = List.copyOf(entrypoint);
        path = List.copyOf(path);
    }

    /**
     * @param image as {@code docker save} and Jib write it
     * @param folder empty
     * @throws IOException also for what {@code tar} cannot read
     */
    static UnpackedImage unpack(Path image, Path folder) throws IOException {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        Path root = Files.createDirectory(folder.resolve("root"));
        extract(image, archive);
        JsonNode manifest =
                JSON.readTree(archive.resolve("manifest.json").toFile()).get(0);
        for (String layer : texts(manifest.path("Layers")).toList()) {
            extract(archive.resolve(layer), root);
        }
        JsonNode config = JSON.readTree(
                        archive.resolve(manifest.path("Config").asText()).toFile())
                .path("config");
        List<String> path = texts(config.path("Env"))
                .filter(variable -> variable.startsWith("PATH="))
                .flatMap(variable ->
                        Stream.of(variable.substring("PATH=".length()).split(":")))
                .toList();
        return new UnpackedImage(root, texts(config.path("Entrypoint")).toList(), path);
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static void extract(Path archive, Path folder) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "-o", "-f", archive.toString(), "-C", folder.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(tar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (tar.waitFor() != 0) {
                throw new IOException(archive + " cannot be unpacked: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("unpacking " + archive);
        }
    }

    /**
     * The command of the image, with its own JVM and its own flags. A class path in another folder is the same one to the JVM, as
     * long as names, order, sizes and dates are the same.
     *
     * @param flags of the JVM, beside those of the image
     * @throws IOException if it is no image of a Java program as Jib makes it
     */
    List<String> command(List<String> flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(flags);
        for (String argument : entrypoint.subList(1, entrypoint.size())) {
            command.add(argument.startsWith("@") ? classpath(argument.substring(1)) : argument);
        }
        return command;
    }

    private Path java() throws IOException {
        return path.stream()
                .map(folder -> here(folder).resolve("java"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IOException("no java in " + path + " of the image"));
    }

    private String classpath(String file) throws IOException {
        return Arrays.stream(Files.readString(here(file)).split(":"))
                .map(entry -> here(entry).toString())
                .collect(Collectors.joining(":"));
    }

    /** @param inside absolute in the image */
    private Path here(String inside) {
        return root.resolve(inside.substring(1));
    }
}
