package com.nineminds.temporal.cluster.node.image;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which images this machine has. A key is an image reference or a glob in which {@code *} stands for any characters;
 * the reference itself wins over globs, a longer glob over a shorter one.
 */
public final class ImageCommands {
    private final Map<String, Image> images;

    private ImageCommands(Map<String, Image> images) {
        this.images = Map.copyOf(images);
    }

    public static ImageCommands of(Map<String, ? extends Image> images) {
        return new ImageCommands(Map.copyOf(images));
    }

    /** These and another one. */
    public ImageCommands with(String image, Image runs) {
        Map<String, Image> more = new LinkedHashMap<>(images);
        more.put(image, runs);
        return new ImageCommands(more);
    }

    /** Empty when there is no such image. */
    public Optional<Image> find(String image) {
        Image exact = images.get(image);
        return exact != null
                ? Optional.of(exact)
                : images.keySet().stream()
                        .filter(glob -> matches(glob, image))
                        .max(Comparator.comparingInt(String::length).thenComparing(glob -> glob))
                        .map(images::get);
    }

    /** Whether a glob means an image. */
    public static boolean matches(String glob, String image) {
        String pattern = Pattern.compile("\\*")
                .splitAsStream(glob + " ")
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.matches(pattern, image + " ");
    }
}
