package com.nineminds.temporal.worker.runtime.config;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/** The older encodings of private keys, made into PKCS#8, which is all that the JDK reads: a version, an algorithm and the old content. */
final class Pkcs8 {

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int CURVE = 0xA0;
    private static final byte[] VERSION = HexFormat.of().parseHex("020100");
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d0101010500");
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private Pkcs8() {}

    /** {@code kind} is what PEM says before {@code PRIVATE KEY}: {@code RSA} for PKCS#1, {@code EC} for SEC 1. */
    static byte[] wrap(String kind, byte[] key) {
        byte[] algorithm = switch (kind) {
            case "RSA" -> RSA;
            case "EC" -> joined(EC, curve(key));
            default -> throw new IllegalArgumentException("neither RSA nor EC");
        };
        return element(SEQUENCE, joined(VERSION, element(SEQUENCE, algorithm), element(OCTETS, key)));
    }

    /** The name of the curve, which SEC 1 has after the version and the number. */
    private static byte[] curve(byte[] key) {
        int at = content(key, 0);
        while (at < key.length && (key[at] & 0xFF) != CURVE) {
            at = end(key, at);
        }
        return Arrays.copyOfRange(key, content(key, at), end(key, at));
    }

    private static byte[] element(int tag, byte[] content) {
        return joined(new byte[] {(byte) tag}, length(content.length), content);
    }

    /** The shortest form, as DER demands. */
    private static byte[] length(int length) {
        if (length < 0x80) {
            return new byte[] {(byte) length};
        }
        return length < 0x100
                ? new byte[] {(byte) 0x81, (byte) length}
                : new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    private static int content(byte[] der, int at) {
        int length = der[at + 1] & 0xFF;
        return at + 2 + (length < 0x80 ? 0 : length - 0x80);
    }

    private static int end(byte[] der, int at) {
        int content = content(der, at);
        int length = 0;
        for (int i = content > at + 2 ? at + 2 : at + 1; i < content; i++) {
            length = length << 8 | der[i] & 0xFF;
        }
        if (length < 0 || length > der.length - content) {
            throw new IllegalArgumentException("longer than what there is");
        }
        return content + length;
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
