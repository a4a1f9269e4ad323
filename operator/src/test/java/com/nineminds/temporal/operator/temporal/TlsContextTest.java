package com.nineminds.temporal.operator.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.operator.temporal.Credentials.Identity;
import java.util.Optional;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsContextTest {
    private static final HeldCertificate RSA =
            new HeldCertificate.Builder().rsa2048().build();
    private static final HeldCertificate EC =
            new HeldCertificate.Builder().ecdsa256().build();

    @Test
    void keys_of_both_usual_kinds_are_taken() throws Exception {
        for (HeldCertificate held : new HeldCertificate[] {RSA, EC}) {
            assertThat(TlsContext.of(identity(held.certificatePem(), held.privateKeyPkcs8Pem())))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "placeholder", "-----BEGIN CERTIFICATE-----\nplaceholder\n-----END CERTIFICATE-----\n"})
    void certificates_that_are_none_are_told_by_their_file(String pem) {
        assertThatThrownBy(() -> TlsContext.of(new Credentials(Optional.of(pem), Optional.empty(), Optional.empty())))
                .isInstanceOf(CredentialsException.class)
                .hasNoCause()
                .hasMessageContaining("ca.crt")
                .hasMessageNotContaining("placeholder");
        assertThatThrownBy(() -> TlsContext.of(identity(pem, RSA.privateKeyPkcs8Pem())))
                .isInstanceOf(CredentialsException.class)
                .hasNoCause()
                .hasMessageContaining("tls.crt")
                .hasMessageNotContaining("placeholder");
    }

    @Test
    void a_key_in_another_form_is_told_by_its_file_and_how_it_must_be() {
        for (String key : new String[] {"", "placeholder", RSA.privateKeyPkcs1Pem()}) {
            assertThatThrownBy(() -> TlsContext.of(identity(RSA.certificatePem(), key)))
                    .isInstanceOf(CredentialsException.class)
                    .hasNoCause()
                    .hasMessageContaining("tls.key")
                    .hasMessageContaining("privateKey.encoding: PKCS8")
                    .hasMessageNotContaining("placeholder");
        }
    }

    private static Credentials identity(String certificate, String key) {
        return new Credentials(Optional.empty(), Optional.of(new Identity(certificate, key)), Optional.empty());
    }
}
