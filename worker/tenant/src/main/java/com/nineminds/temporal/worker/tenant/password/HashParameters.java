package com.nineminds.temporal.worker.tenant.password;

/**
 * How passwords are hashed. A stored hash does not say with which parameters it was made, so the application and every worker must have
 * the same.
 *
 * @param saltBytes 8 to 64
 * @param iterations at least 1000
 * @param keyLength bytes of the hash, 16 to 512
 */
public record HashParameters(int saltBytes, int iterations, int keyLength, Digest digest) {

    /** What HMAC is computed with. */
    public enum Digest {
        SHA256("PBKDF2WithHmacSHA256"),
        SHA512("PBKDF2WithHmacSHA512");

        private final String algorithm;

        Digest(String algorithm) {
            this.algorithm = algorithm;
        }

        String algorithm() {
            return algorithm;
        }
    }

    public HashParameters {
        within("saltBytes", saltBytes, 8, 64);
        within("iterations", iterations, 1000, 10_000_000);
        within("keyLength", keyLength, 16, 512);
    }

    /** The application's defaults. */
    public static HashParameters defaults() {
        return new HashParameters(12, 10_000, 64, Digest.SHA512);
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is " + value + ": give " + least + " to " + most);
        }
    }
}
