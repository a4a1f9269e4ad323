package com.nineminds.temporal.worker.runtime.config;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What PEM text holds. Each throws {@link IllegalArgumentException} with a message that continues the name of the variable that it came
 * from, and quotes nothing of the text.
 */
public final class Pem {

    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN ((?:[A-Z]+ )?)PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC");

    private Pem() {}

    /** At least one certificate, in the order of the text. */
    public static List<X509Certificate> certificates(String text) {
        try {
            var stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException noPem) {
            // Told below, without what it might quote.
        }
        throw new IllegalArgumentException(
                "holds no certificates that can be read: give PEM, -----BEGIN CERTIFICATE----- and so on");
    }

    /** An RSA or EC key without a passphrase: PKCS#8, or what OpenSSL, cert-manager and Vault write unless they are told otherwise. */
    public static PrivateKey privateKey(String text) {
        Matcher begin = PRIVATE_KEY.matcher(text);
        int end = begin.find() ? text.indexOf("-----END", begin.end()) : -1;
        if (end < 0) {
            throw new IllegalArgumentException("holds no private key: give PEM, -----BEGIN PRIVATE KEY----- and so on");
        }
        String kind = begin.group(1).strip();
        String block = text.substring(begin.end(), end);
        if (kind.equals("ENCRYPTED") || block.contains("ENCRYPTED")) {
            throw new IllegalArgumentException("is protected by a passphrase: give the key without one");
        }
        try {
            byte[] content = Base64.getMimeDecoder().decode(block);
            return privateKey(kind.isEmpty() ? content : Pkcs8.wrap(kind, content));
        } catch (RuntimeException unreadable) {
            throw new IllegalArgumentException(
                    "holds a private key that cannot be read: give an RSA or EC key in PKCS#8");
        }
    }

    /** A certificate with its intermediates, and its key. */
    public static PrivateKeyEntry identity(String certificates, String key) {
        List<X509Certificate> chain = certificates(certificates);
        PrivateKey proof = privateKey(key);
        if (!belongTogether(chain.get(0), proof)) {
            throw new IllegalArgumentException(
                    "is not the key of the client certificate: give both of one pair, the client's own certificate first");
        }
        return new PrivateKeyEntry(proof, chain.toArray(X509Certificate[]::new));
    }

    private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        try {
            byte[] anything = {1};
            var signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(anything);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(anything);
            return signature.verify(signed);
        } catch (GeneralSecurityException different) {
            return false;
        }
    }

    private static PrivateKey privateKey(byte[] pkcs8) {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (InvalidKeySpecException another) {
                // Tried next.
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        throw new IllegalArgumentException("neither RSA nor EC");
    }
}
