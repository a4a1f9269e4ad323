package com.nineminds.temporal.operator.temporal;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the operator knows and shows at one frontend, as it is in the files at one moment. Equal ones are the same to a server.
 *
 * @param authorities PEM certificates that the frontend's may come from; default: those that the JVM trusts
 * @param identity what the operator shows in the handshake
 * @param apiKey what it sends with every call
 */
record Credentials(Optional<String> authorities, Optional<Identity> identity, Optional<String> apiKey) {
    static final String AUTHORITIES = "ca.crt";
    static final String CERTIFICATE = "tls.crt";
    static final String KEY = "tls.key";
    static final String API_KEY = "api-key";

    static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty(), Optional.empty());

    /** @param certificate PEM, followed by its intermediates @param key PEM of PKCS#8 */
    record Identity(String certificate, String key) {
        /** Says nothing of the key. */
        @Override
        public String toString() {
            return CERTIFICATE + " and " + KEY;
        }
    }

    /** What a server said, less the API key, which it may have repeated. */
    String hiddenIn(String said) {
        return apiKey.map(key -> said.replace(key, "***")).orElse(said);
    }

    /** Names of what is there, never a value. */
    @Override
    public String toString() {
        String names = Stream.of(
                        authorities.map(pem -> AUTHORITIES),
                        identity.map(Identity::toString),
                        apiKey.map(key -> API_KEY))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "nothing" : names;
    }
}
