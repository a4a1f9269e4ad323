package com.nineminds.temporal.worker.tenant.password;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Temporary passwords. A user's is computed from a random seed, kept beside the user until the welcome e-mail has been accepted, and from
 * the pepper: a retry sends the same password again although it is written down nowhere, neither the database nor the pepper alone
 * gives it away, and once the seed is deleted nothing does.
 */
public final class TemporaryPasswords {

    /** Bytes of a seed. */
    public static final int SEED_BYTES = 32;

    private static final int LENGTH = 16;
    private static final String PURPOSE = "temporary-password/1";

    private final Supplier<String> pepper;
    private final SecureRandom random = new SecureRandom();

    public TemporaryPasswords(Supplier<String> pepper) {
        this.pepper = pepper;
    }

    /** A password that belongs to nobody; {@code length} is 4 to 1024. */
    public String random(int length) {
        return PasswordComposer.compose(length, random::nextInt);
    }

    public byte[] newSeed() {
        var seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return seed;
    }

    /** The user's password: 16 characters, the same for the same seed. */
    public String of(UUID user, byte[] seed) {
        return PasswordComposer.compose(LENGTH, new KeyedStream(key(user, seed)));
    }

    private byte[] key(UUID user, byte[] seed) {
        byte[] purpose = (PURPOSE + '\n' + user + '\n').getBytes(StandardCharsets.UTF_8);
        return hmac(
                pepper.get().getBytes(StandardCharsets.UTF_8),
                ByteBuffer.allocate(purpose.length + seed.length)
                        .put(purpose)
                        .put(seed)
                        .array());
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime has no HmacSHA256", impossible);
        }
    }

    /** Numbers out of HMAC in counter mode; a value that would favour small numbers is thrown away. */
    private static final class KeyedStream implements IntUnaryOperator {

        private final byte[] key;
        private int counter;
        private ByteBuffer block = ByteBuffer.allocate(0);

        KeyedStream(byte[] key) {
            this.key = key;
        }

        @Override
        public int applyAsInt(int bound) {
            int usable = 256 - 256 % bound;
            int value = nextByte();
            while (value >= usable) {
                value = nextByte();
            }
            return value % bound;
        }

        private int nextByte() {
            if (!block.hasRemaining()) {
                block = ByteBuffer.wrap(
                        hmac(key, ByteBuffer.allocate(4).putInt(counter++).array()));
            }
            return Byte.toUnsignedInt(block.get());
        }
    }
}
