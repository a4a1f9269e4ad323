package com.nineminds.temporal.operator.node;

import com.fasterxml.jackson.core.type.TypeReference;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** An account of the operator in one namespace that may do what the Helm chart grants, and nothing else. */
final class ShippedRole {
    private static final String RULES = "../deploy/helm/temporal-worker-operator/files/rules.yaml";
    private static final String NAME = "operator";

    private ShippedRole() {}

    /**
     * @param admin may make accounts and roles
     * @return how the operator reaches the same API server under its own account
     */
    static Config grant(KubernetesClient admin, String namespace) {
        admin.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .build())
                .inNamespace(namespace)
                .create();
        admin.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .withRules(rules())
                        .build())
                .inNamespace(namespace)
                .create();
        admin.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName(NAME)
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", NAME)
                        .addNewSubject("", "ServiceAccount", NAME, namespace)
                        .build())
                .inNamespace(namespace)
                .create();
        return new ConfigBuilder(admin.getConfiguration())
                .withOauthToken(token(admin, namespace))
                .build();
    }

    private static String token(KubernetesClient admin, String namespace) {
        return admin.serviceAccounts()
                .inNamespace(namespace)
                .withName(NAME)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withExpirationSeconds(7200L)
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
    }

    private static List<PolicyRule> rules() {
        try (InputStream file = new FileInputStream(RULES)) {
            return Serialization.unmarshal(file, new TypeReference<List<PolicyRule>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
