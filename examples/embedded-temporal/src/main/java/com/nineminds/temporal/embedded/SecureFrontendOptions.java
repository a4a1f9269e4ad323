package com.nineminds.temporal.embedded;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a {@link SecureFrontend} shows and demands. Certificates and keys are PEM text, the key PKCS#8.
 *
 * @param port TCP port on the loopback address; 0 takes a free one. Another frontend on the port of a closed one is how rules change
 * @param certificate the server's own, followed by its intermediates
 * @param key the server's
 * @param clientAuthorities who must have issued the certificate that every client has to show; without them none is asked for
 * @param apiKey which keys are let in, asked anew for every call; without it no call needs one
 */
public record SecureFrontendOptions(
        int port,
        String certificate,
        String key,
        Optional<String> clientAuthorities,
        Optional<Predicate<String>> apiKey) {

    /** TLS alone, on a free port. */
    public static SecureFrontendOptions of(String certificate, String key) {
        return new SecureFrontendOptions(0, certificate, key, Optional.empty(), Optional.empty());
    }

    /** The same on another port. */
    public SecureFrontendOptions withPort(int value) {
        return new SecureFrontendOptions(value, certificate, key, clientAuthorities, apiKey);
    }

    /** The same for clients that show a certificate of one of these. */
    public SecureFrontendOptions withClientAuthorities(String value) {
        return new SecureFrontendOptions(port, certificate, key, Optional.of(value), apiKey);
    }

    /** The same for calls with such a key. */
    public SecureFrontendOptions withApiKey(Predicate<String> value) {
        return new SecureFrontendOptions(port, certificate, key, clientAuthorities, Optional.of(value));
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "SecureFrontendOptions[port=" + port + ", clientAuthorities=" + clientAuthorities.isPresent()
                + ", apiKey=" + apiKey.isPresent() + "]";
    }
}
