package com.nineminds.temporal.worker.tenant.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nineminds.temporal.worker.tenant.password.HashParameters.Digest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordHasherTest {

    private static final HashParameters QUICK = new HashParameters(12, 1000, 64, Digest.SHA512);

    /** Computed with Node's crypto module, as the application computes them. */
    @ParameterizedTest
    @CsvSource({
        "Passw0rd!, test-auth-key, 000102030405060708090a0b, 10000, 64, SHA512,"
                + " ee5eed5422000eb84eb6c64a911525c98fedf7e15502a39b981d35e4cab238d0ae27dc1d9339166cbf5ba8a24fe5bfad95922f8fa0c8151d72a59c56a27d14d0",
        "Passw0rd!, test-auth-key, 000102030405060708090a0b, 1000, 64, SHA512,"
                + " 37dca6e262124bb7586ad7da7e5b58d0d9b34c110fe1157feb826b369e9deefa8853d7ff3886cbc5f27d2f3c339b82db05702a434c208d4231a361a0ec29c279",
        "pässwörd-✓, kéy, ffeeddccbbaa998877665544, 10000, 64, SHA512,"
                + " adde695f30250e9ea687cc555f1da8120bf2c7660504d8d6da3bbfdd1c2ed86572d4ece6053fceb208aa4606e7076cce3100c1ca1a6b3f4eb961467145078e1a",
        "Passw0rd!, test-auth-key, 000102030405060708090a0b, 10000, 32, SHA256,"
                + " b676880c78cf2204f60a7372c23ba3360060c7e65cd0586b0d98fe4d885cb4d2"
    })
    void hashes_are_those_of_the_application(
            String password, String pepper, String salt, int iterations, int length, Digest digest, String hash) {
        var hasher = new PasswordHasher(new HashParameters(12, iterations, length, digest), () -> pepper);

        assertThat(hasher.hash(password, salt)).isEqualTo(salt + ":" + hash);
        assertThat(hasher.verify(password, salt + ":" + hash)).isTrue();
    }

    @Test
    void every_hash_has_a_salt_of_its_own_and_verifies_only_its_password() {
        var hasher = new PasswordHasher(QUICK, () -> "pepper");
        String one = hasher.hash("secret");

        assertThat(one).matches("[0-9a-f]{24}:[0-9a-f]{128}").isNotEqualTo(hasher.hash("secret"));
        assertThat(hasher.verify("secret", one)).isTrue();
        assertThat(hasher.verify("Secret", one)).isFalse();
        assertThat(hasher.verify("secret", "no hash")).isFalse();
        assertThat(new PasswordHasher(QUICK, () -> "another pepper").verify("secret", one))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"7, 10000, 64", "65, 10000, 64", "12, 999, 64", "12, 0, 64", "12, 10000, 15", "12, 10000, 513"})
    void parameters_outside_their_range_are_refused_rather_than_replaced(int salt, int iterations, int length) {
        assertThatThrownBy(() -> new HashParameters(salt, iterations, length, Digest.SHA512))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
