package com.nineminds.temporal.worker.tenant.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Hashes as the application verifies them: {@code saltHex:hashHex}, PBKDF2 over the password with the UTF-8 bytes of pepper and
 * {@code saltHex} (the text, not the bytes it stands for) as salt.
 */
public final class PasswordHasher {

    private static final HexFormat HEX = HexFormat.of();

    private final HashParameters parameters;
    private final Supplier<String> pepper;
    private final SecureRandom random = new SecureRandom();

    public PasswordHasher(HashParameters parameters, Supplier<String> pepper) {
        this.parameters = parameters;
        this.pepper = pepper;
    }

    /** A hash with a salt of its own. */
    public String hash(String password) {
        var salt = new byte[parameters.saltBytes()];
        random.nextBytes(salt);
        return hash(password, HEX.formatHex(salt));
    }

    /** Whether the password is the one that was hashed. */
    public boolean verify(String password, String stored) {
        int colon = stored.indexOf(':');
        return colon > 0
                && MessageDigest.isEqual(
                        hash(password, stored.substring(0, colon)).getBytes(StandardCharsets.UTF_8),
                        stored.getBytes(StandardCharsets.UTF_8));
    }

    String hash(String password, String saltHex) {
        byte[] salt = (pepper.get() + saltHex).getBytes(StandardCharsets.UTF_8);
        var spec = new PBEKeySpec(password.toCharArray(), salt, parameters.iterations(), parameters.keyLength() * 8);
        try {
            byte[] hash = SecretKeyFactory.getInstance(parameters.digest().algorithm())
                    .generateSecret(spec)
                    .getEncoded();
            return saltHex + ":" + HEX.formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this Java runtime has no " + parameters.digest(), impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
