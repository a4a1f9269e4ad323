package com.nineminds.temporal.operator.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verbs are those of Kubernetes' rules. */
class ApiCallsTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/pods, list",
        "GET, /api/v1/namespaces/a/pods, list",
        "GET, /api/v1/namespaces/a/pods/b, get",
        "GET, /api/v1/namespaces/a, get",
        "GET, /api/v1/namespaces, list",
        "GET, /apis/apps/v1/namespaces/a/deployments?labelSelector=x, list",
        "GET, /apis/apps/v1/namespaces/a/deployments/b/scale, get",
        "GET, /apis/apps/v1/deployments?watch=true&resourceVersion=1, watch",
        "POST, /api/v1/namespaces/a/events, create",
        "PUT, /apis/coordination.k8s.io/v1/namespaces/a/leases/b, update",
        "PATCH, /apis/apps/v1/namespaces/a/deployments/b/scale, patch",
        "DELETE, /api/v1/namespaces/a/configmaps/b, delete",
    })
    void a_request_has_the_verb_that_a_role_must_grant(String method, String uri, String verb) {
        assertThat(ApiCalls.verb(method, URI.create("http://server" + uri))).isEqualTo(verb);
    }
}
