package com.nineminds.temporal.operator.revision;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The name of a revision: ten characters of a SHA-256 over {@code v1:} and the canonical inputs. The alphabet is the one of
 * Kubernetes' pod template hashes, lower case without vowels and 0, 1, 3, so that it spells no word and reads well. The first
 * character is a letter: it is a DNS label by itself, and YAML never takes it for a number when somebody names it in an annotation.
 * That leaves 47 bits.
 */
public final class RevisionHash {
    public static final int LENGTH = 10;

    private static final String VERSION = "v1:";
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final String ALPHABET = LETTERS + "2456789";

    private RevisionHash() {}

    public static String of(JsonNode inputs) {
        BigInteger rest = new BigInteger(1, sha256(VERSION + CanonicalJson.write(inputs)));
        StringBuilder hash = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            String alphabet = i == 0 ? LETTERS : ALPHABET;
            BigInteger[] division = rest.divideAndRemainder(BigInteger.valueOf(alphabet.length()));
            hash.append(alphabet.charAt(division[1].intValue()));
            rest = division[0];
        }
        return hash.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
