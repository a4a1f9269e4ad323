package com.nineminds.temporal.worker.runtime.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the text of a setting may be. Each throws {@link IllegalArgumentException} with a message that continues the variable's name:
 * what it is and what to write instead.
 */
public final class Parsers {

    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):[0-9]{1,5}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Set<String> WEB = Set.of("http", "https");

    private Parsers() {}

    /** The text as it is. */
    public static String text(String text) {
        return text;
    }

    /** A whole number within bounds. */
    public static Function<String, Integer> wholeNumber(int least, int most) {
        return text -> {
            // Ten digits hold every int and fit a long.
            if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
                throw new IllegalArgumentException(
                        "is '" + text + "': give a whole number from " + least + " to " + most);
            }
            return Integer.parseInt(text);
        };
    }

    /** {@code true} or {@code false}, nothing else: a switch that is misspelt must not be taken for off. */
    public static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is '" + text + "': write true or false");
        };
    }

    /** A constant's name in any case, with dashes for underscores. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return text -> Stream.of(type.getEnumConstants())
                .filter(constant ->
                        name(constant).equals(text.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is '" + text + "': use "
                        + Stream.of(type.getEnumConstants()).map(Parsers::name).collect(Collectors.joining(", "))));
    }

    /** As Kubernetes writes them: {@code 45s}, {@code 1m30s}. */
    public static Duration duration(String text) {
        return DurationText.parse(text);
    }

    /** An absolute http or https URL. */
    public static URI url(String text) {
        try {
            var url = new URI(text);
            if (url.getScheme() != null
                    && WEB.contains(url.getScheme().toLowerCase(Locale.ROOT))
                    && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException none) {
            // Told below.
        }
        throw new IllegalArgumentException("is '" + text + "': give a whole URL, for example https://app.example.com");
    }

    /** {@code host:port}, a name or an address of either family. */
    public static String hostAndPort(String text) {
        if (!HOST_AND_PORT.matcher(text).matches() || !isPort(text.substring(text.lastIndexOf(':') + 1))) {
            throw new IllegalArgumentException(
                    "is '" + text + "': write host:port without a scheme, for example temporal-frontend.temporal:7233");
        }
        return text;
    }

    /** A host's name alone. */
    public static String hostName(String text) {
        if (!HOST.matcher(text).matches()) {
            throw new IllegalArgumentException("is '" + text
                    + "': write the name alone, without scheme and port, for example temporal.example.com");
        }
        return text;
    }

    /** Names separated by commas, each once. */
    public static List<String> names(String text) {
        List<String> names = Stream.of(text.split(",", -1)).map(String::strip).toList();
        if (names.contains("") || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException(
                    "is '" + text + "': name each task queue once, separated by single commas");
        }
        return names;
    }

    private static boolean isPort(String digits) {
        int port = Integer.parseInt(digits);
        return port >= 1 && port <= 65535;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
