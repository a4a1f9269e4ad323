package com.nineminds.temporal.worker.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class PemTest {

    private static final HeldCertificate RSA =
            new HeldCertificate.Builder().rsa2048().build();
    private static final HeldCertificate EC =
            new HeldCertificate.Builder().ecdsa256().build();

    @Test
    void keys_are_read_in_pkcs8_and_as_cert_manager_and_vault_write_them() {
        assertThat(Pem.privateKey(RSA.privateKeyPkcs8Pem()))
                .isEqualTo(RSA.keyPair().getPrivate());
        assertThat(Pem.privateKey(RSA.privateKeyPkcs1Pem()))
                .isEqualTo(RSA.keyPair().getPrivate());
        assertThat(Pem.privateKey(EC.privateKeyPkcs8Pem()))
                .isEqualTo(EC.keyPair().getPrivate());
        assertThat(number(Pem.privateKey(sec1(EC))))
                .isEqualTo(number(EC.keyPair().getPrivate()));
    }

    @Test
    void keys_of_larger_curves_are_read_with_the_public_part_that_openssl_adds() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        KeyPair pair = generator.generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        String point = HexFormat.of().formatHex(encoded, encoded.length - 97, encoded.length);
        String number = String.format("%096x", number(pair.getPrivate()));

        String pem = sec1("3081a4" + "020101" + "0430" + number + "a00706052b81040022" + "a164036200" + point);

        assertThat(number(Pem.privateKey(pem))).isEqualTo(number(pair.getPrivate()));
    }

    @Test
    void what_openssl_writes_beside_them_does_not_matter() {
        String parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

        assertThat(number(Pem.privateKey(parameters + sec1(EC))))
                .isEqualTo(number(EC.keyPair().getPrivate()));
        assertThat(Pem.certificates("subject=CN = é\n" + RSA.certificatePem() + "\n" + EC.certificatePem()))
                .containsExactly(RSA.certificate(), EC.certificate());
    }

    @Test
    void what_cannot_be_read_is_told_without_quoting_it() {
        assertRefused("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END", "is protected by a passphrase");
        assertRefused(
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END",
                "is protected by a passphrase");
        assertRefused("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END", "holds a private key that cannot be read");
        assertRefused("-----BEGIN EC PRIVATE KEY-----\nMAA=\n-----END", "holds a private key that cannot be read");
        // A length of less than nothing.
        assertRefused(sec1("3006" + "0284fffffffa"), "holds a private key that cannot be read");
        assertRefused("-----BEGIN DSA PRIVATE KEY-----\nAAAA\n-----END", "holds a private key that cannot be read");
        assertRefused(RSA.certificatePem(), "holds no private key");
        assertThatThrownBy(() -> Pem.certificates(RSA.privateKeyPkcs8Pem()))
                .hasMessageStartingWith("holds no certificates that can be read");
        assertThatThrownBy(() -> Pem.certificates("")).hasMessageStartingWith("holds no certificates");
    }

    @Test
    void a_certificate_and_another_s_key_are_no_identity() {
        assertThat(Pem.identity(EC.certificatePem(), EC.privateKeyPkcs8Pem()).getCertificate())
                .isEqualTo(EC.certificate());
        assertThatThrownBy(() -> Pem.identity(EC.certificatePem(), RSA.privateKeyPkcs8Pem()))
                .hasMessageStartingWith("is not the key of the client certificate");
    }

    private static void assertRefused(String key, String problem) {
        assertThatThrownBy(() -> Pem.privateKey(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem)
                .hasMessageNotContaining("AAAA");
    }

    private static BigInteger number(PrivateKey key) {
        return ((ECPrivateKey) key).getS();
    }

    /** As OpenSSL and Go write a key of P-256: version, number, name of the curve. */
    private static String sec1(HeldCertificate certificate) {
        String number = String.format("%064x", number(certificate.keyPair().getPrivate()));
        return sec1("3031" + "020101" + "0420" + number + "a00a06082a8648ce3d030107");
    }

    private static String sec1(String der) {
        return "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(HexFormat.of().parseHex(der))
                + "\n-----END EC PRIVATE KEY-----\n";
    }
}
