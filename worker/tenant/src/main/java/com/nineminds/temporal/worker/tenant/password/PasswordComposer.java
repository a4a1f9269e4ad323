package com.nineminds.temporal.worker.tenant.password;

import java.util.List;
import java.util.function.IntUnaryOperator;

/** Puts passwords together that a person can read off a screen: no I, O, l, 0 or 1, and one character of each class at least. */
final class PasswordComposer {

    private static final List<String> CLASSES =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "!@#$%^&*");
    private static final String ALL = String.join("", CLASSES);

    private PasswordComposer() {}

    /**
     * @param length at least one character per class
     * @param below a number from 0 to its argument, exclusive, each as likely as the others
     */
    static String compose(int length, IntUnaryOperator below) {
        if (length < CLASSES.size() || length > 1024) {
            throw new IllegalArgumentException("length is " + length + ": give 4 to 1024");
        }
        var characters = new char[length];
        for (int at = 0; at < length; at++) {
            String from = at < CLASSES.size() ? CLASSES.get(at) : ALL;
            characters[at] = from.charAt(below.applyAsInt(from.length()));
        }
        shuffle(characters, below);
        return new String(characters);
    }

    private static void shuffle(char[] characters, IntUnaryOperator below) {
        for (int last = characters.length - 1; last > 0; last--) {
            int other = below.applyAsInt(last + 1);
            char moved = characters[last];
            characters[last] = characters[other];
            characters[other] = moved;
        }
    }
}
