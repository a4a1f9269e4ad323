package com.nineminds.temporal.worker.tenant.checkout;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104) of the bytes of a body, in lower case hex: who has the key knows that nobody changed the body on its way. */
final class BodySignature {

    private static final String ALGORITHM = "HmacSHA256";

    private final Supplier<String> key;

    /** @param key asked for each signature, so that it may rotate */
    BodySignature(Supplier<String> key) {
        this.key = key;
    }

    String of(String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.get().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
