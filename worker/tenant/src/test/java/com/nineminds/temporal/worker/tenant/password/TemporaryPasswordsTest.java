package com.nineminds.temporal.worker.tenant.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemporaryPasswordsTest {

    private static final UUID USER = UUID.fromString("00000000-0000-0000-0000-000000000001");

    private final TemporaryPasswords passwords = new TemporaryPasswords(() -> "pepper");

    @Test
    void a_user_has_the_same_password_as_long_as_the_seed_is_the_same() {
        byte[] seed = passwords.newSeed();
        String password = passwords.of(USER, seed);

        assertThat(password).hasSize(16).isEqualTo(passwords.of(USER, seed));
        assertThat(password)
                .isNotEqualTo(passwords.of(USER, passwords.newSeed()))
                .isNotEqualTo(passwords.of(UUID.randomUUID(), seed))
                .isNotEqualTo(new TemporaryPasswords(() -> "another pepper").of(USER, seed));
    }

    @Test
    void every_password_has_all_classes_and_no_character_that_is_mistaken_for_another() {
        assertThat(IntStream.range(0, 2000)
                        .mapToObj(
                                each -> each % 2 == 0 ? passwords.random(12) : passwords.of(USER, passwords.newSeed())))
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[A-HJ-NP-Za-km-z2-9!@#$%^&*]+"))
                .allMatch(password -> password.matches(".*[A-Z].*"))
                .allMatch(password -> password.matches(".*[a-z].*"))
                .allMatch(password -> password.matches(".*[2-9].*"))
                .allMatch(password -> password.matches(".*[!@#$%^&*].*"));
    }

    @Test
    void the_first_character_may_be_of_any_class() {
        assertThat(IntStream.range(0, 200).mapToObj(each -> passwords.random(8).substring(0, 1)))
                .anyMatch(first -> first.matches("[A-Z]"))
                .anyMatch(first -> first.matches("[a-z]"))
                .anyMatch(first -> first.matches("[!@#$%^&*]"));
    }

    @Test
    void a_length_without_room_for_every_class_is_refused() {
        assertThat(passwords.random(4)).hasSize(4);
        assertThatThrownBy(() -> passwords.random(3)).hasMessageContaining("give 4 to 1024");
    }
}
