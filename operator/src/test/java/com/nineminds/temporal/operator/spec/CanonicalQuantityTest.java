package com.nineminds.temporal.operator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalQuantityTest {
    /** An API server of Kubernetes 1.36 was given every second text as a limit, and wrote it back as it was. */
    @ParameterizedTest
    @CsvSource({
        "1000m, 1",
        "1, 1",
        "0, 0",
        "0.0, 0",
        "0Mi, 0",
        "200m, 200m",
        "0.5, 500m",
        ".5, 500m",
        "5., 5",
        "1.5, 1500m",
        "0.0001, 1m",
        "1500u, 2m",
        "1500m, 1500m",
        "2000m, 2",
        "1000, 1k",
        "1024, 1024",
        "1000000k, 1G",
        "1.5G, 1500M",
        "1024Mi, 1Gi",
        "0.5Gi, 512Mi",
        "1.5Gi, 1536Mi",
        "512Ki, 512Ki",
        "0.5Ki, 512",
        "1500Ki, 1500Ki",
        "1536Ki, 1536Ki",
        "1048576Ki, 1Gi",
        "1Gi, 1Gi",
        "1073741824, 1073741824",
        "1e3, 1e3",
        "12E6, 12e6",
        "1e2, 100",
        "1500e3, 1500e3",
        "0.1e3, 100",
        "1e-3, 1e-3",
        "100n, 1m",
        "0.1n, 1m",
        "1E3, 1e3",
        "1e19, 10e18",
        "+5, 5",
        "005Mi, 5Mi",
    })
    void a_quantity_is_written_as_the_server_writes_it(String text, String canonical) {
        assertThat(CanonicalQuantity.of(text)).isEqualTo(canonical);
        assertThat(CanonicalQuantity.of(canonical)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"much", "1 Gi", "1KiB", "''", "--1"})
    void what_is_no_quantity_is_left_for_the_server_to_refuse(String text) {
        assertThat(CanonicalQuantity.of(text)).isEqualTo(text);
    }
}
