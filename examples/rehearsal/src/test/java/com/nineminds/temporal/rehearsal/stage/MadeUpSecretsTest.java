package com.nineminds.temporal.rehearsal.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.nineminds.temporal.api.v1alpha1.TemporalWorker;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MadeUpSecretsTest {
    private final MadeUpSecrets secrets = MadeUpSecrets.of(
            Serialization.unmarshal(Files.exampleWorker(), TemporalWorker.class).getSpec());

    @Test
    void every_secret_that_the_example_refers_to_has_a_value() {
        Map<String, Secret> kubernetes = secrets.kubernetes("msp").stream()
                .collect(Collectors.toMap(each -> each.getMetadata().getName(), each -> each));

        assertThat(kubernetes.get("db-secrets").getStringData())
                .containsKeys("DB_PASSWORD_SERVER", "DB_PASSWORD_ADMIN");
        assertThat(kubernetes.get("app-secrets").getStringData()).containsOnlyKeys("RESEND_API_KEY");
        assertThat(secrets.vault().get("secret/data/alga-psa/shared")).containsOnlyKeys("alga_auth_key");
    }

    @Test
    void what_is_told_of_them_holds_no_value() {
        List<String> values = secrets.vault().values().stream()
                .flatMap(data -> data.values().stream())
                .toList();

        assertThat(values).isNotEmpty();
        assertThat(String.join("\n", secrets.names())).contains("alga_auth_key").doesNotContain(values);
    }
}
