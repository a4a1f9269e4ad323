package com.nineminds.temporal.operator.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.temporal.Credentials.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsDirectoryTest {
    private static final String ADDRESS = "temporal.example.com:7233";
    private static final Frontend FRONTEND = overTls(ADDRESS);

    @TempDir
    private Path root;

    @Test
    void what_is_filed_for_an_address_is_read_anew_each_time() throws Exception {
        file(ADDRESS, "ca.crt", "authorities");
        file(ADDRESS, "api-key", "placeholder-1\n");
        assertThat(directory().of(FRONTEND))
                .isEqualTo(new Credentials(Optional.of("authorities"), Optional.empty(), Optional.of("placeholder-1")));

        Files.delete(root.resolve("temporal.example.com_7233/api-key"));
        file(ADDRESS, "tls.crt", "certificate");
        file(ADDRESS, "tls.key", "placeholder-2");
        assertThat(directory().of(FRONTEND))
                .isEqualTo(new Credentials(
                        Optional.of("authorities"),
                        Optional.of(new Identity("certificate", "placeholder-2")),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "Temporal.Example.com:7233, temporal.example.com_7233",
        "[fd00::1]:7233, [fd00__1]_7233",
        "127.0.0.1:80, 127.0.0.1_80"
    })
    void a_directory_is_named_like_the_address(String address, String folder) throws Exception {
        Files.createDirectories(root.resolve(folder));
        Files.writeString(root.resolve(folder).resolve("api-key"), "placeholder");

        assertThat(directory().of(overTls(address)).apiKey()).contains("placeholder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporal.example.com:7234", "example.com:7233", "../x:1", "temporal.example.com_7233", ""})
    void for_another_address_there_is_nothing(String other) throws Exception {
        file(ADDRESS, "api-key", "placeholder");

        assertThat(directory().of(overTls(other))).isEqualTo(Credentials.NONE);
    }

    @Test
    void nothing_outside_of_the_directory_is_read() throws Exception {
        file("x:1", "api-key", "placeholder");
        Path inner = Files.createDirectories(root.resolve("inner"));

        assertThat(new CredentialsDirectory(Optional.of(inner)).of(overTls("../x:1")))
                .isEqualTo(Credentials.NONE);
    }

    @Test
    void in_plain_text_there_is_nothing_whatever_is_filed_and_it_is_told_why() throws Exception {
        file(ADDRESS, "api-key", "placeholder");
        Frontend plain = Frontend.inPlainText(ADDRESS);

        assertThat(directory().of(plain)).isEqualTo(Credentials.NONE);
        assertThat(directory().told(plain, Credentials.NONE)).contains("over TLS only", "spec.temporal.tls");
    }

    @Test
    void it_is_told_where_something_is_or_should_be() throws Exception {
        assertThat(directory().told(FRONTEND, directory().of(FRONTEND)))
                .isEqualTo("the operator has nothing for it in " + root.resolve("temporal.example.com_7233"));
        file(ADDRESS, "ca.crt", "authorities");
        file(ADDRESS, "api-key", "placeholder");
        assertThat(directory().told(FRONTEND, directory().of(FRONTEND)))
                .isEqualTo("the operator has ca.crt, api-key for it in " + root.resolve("temporal.example.com_7233"));
        var without = new CredentialsDirectory(Optional.empty());
        assertThat(without.told(FRONTEND, without.of(FRONTEND))).contains("set TEMPORAL_CREDENTIALS_DIR");
    }

    @ParameterizedTest
    @CsvSource({"tls.crt, tls.key is missing", "tls.key, tls.crt is missing"})
    void half_an_identity_is_told_by_the_file_that_is_missing(String there, String told) throws Exception {
        file(ADDRESS, there, "placeholder");

        assertRefused().hasMessageContaining(told).hasMessageNotContaining("placeholder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "placeholder one", "placeholder\nplaceholder", "pläceholder"})
    void an_api_key_that_is_none_is_told_by_its_file_and_not_shown(String content) throws Exception {
        file(ADDRESS, "api-key", content);

        assertRefused()
                .hasMessageContaining("temporal.example.com_7233/api-key")
                .hasMessageNotContaining("placeholder");
    }

    @Test
    void an_api_key_is_not_for_a_name_that_a_worker_says_unless_its_authority_is_filed() throws Exception {
        var renamed = new Frontend(ADDRESS, true, Optional.of("attacker.example"));
        file(ADDRESS, "api-key", "placeholder");

        assertThatThrownBy(() -> directory().of(renamed))
                .isInstanceOf(CredentialsException.class)
                .hasMessageContaining("spec.temporal.tls.serverName")
                .hasMessageContaining("ca.crt");
        file(ADDRESS, "ca.crt", "authority");
        assertThat(directory().of(renamed).apiKey()).contains("placeholder");
    }

    @Test
    void a_file_that_is_no_text_is_told_by_its_name() throws Exception {
        Path file = file(ADDRESS, "tls.crt", "");
        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});

        assertRefused().hasMessageContaining(file.toString()).hasMessageContaining("cannot be read as text");
    }

    @Test
    void credentials_never_show_a_value() {
        var all = new Credentials(
                Optional.of("authorities"),
                Optional.of(new Identity("certificate", "placeholder-1")),
                Optional.of("placeholder-2"));

        assertThat(all).hasToString("ca.crt, tls.crt and tls.key, api-key");
        assertThat(all.identity().orElseThrow()).hasToString("tls.crt and tls.key");
        assertThat(Credentials.NONE).hasToString("nothing");
    }

    private AbstractThrowableAssert<?, CredentialsException> assertRefused() {
        return assertThat(catchThrowableOfType(
                        CredentialsException.class, () -> directory().of(FRONTEND)))
                .isNotNull();
    }

    private CredentialsDirectory directory() {
        return new CredentialsDirectory(Optional.of(root));
    }

    private Path file(String address, String name, String content) throws IOException {
        Path folder = Files.createDirectories(root.resolve(address.replace(':', '_')));
        return Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static Frontend overTls(String address) {
        return new Frontend(address, true, Optional.empty());
    }
}
