package com.nineminds.temporal.api.v1alpha1;

/** Pieces of the CEL rules that several records share. {@code self} is the object that carries the rule. */
final class Cel {
    static final String PRODUCTION = "(!has(self.profile) || self.profile == '" + Defaults.PROFILE + "')";
    static final String DEVELOPMENT = "(has(self.profile) && self.profile != '" + Defaults.PROFILE + "')";

    /** Of a variable name {@code n}. */
    private static final String SECRET_NAME = ".matches(r'" + Patterns.SECRET_NAME + "')";

    private static final String SECRET_METADATA = ".matches(r'" + Patterns.SECRET_METADATA + "')";
    private static final String URL_WITH_PASSWORD = ".matches(r'" + Patterns.URL_WITH_PASSWORD + "')";
    private static final String RESERVED = ".matches(r'" + Patterns.RESERVED_VARIABLE + "')";

    /** Of an entry {@code e} of {@code env}. */
    static final String ENV_SECRET = "has(e.value) && e.value != '' && ((e.name" + SECRET_NAME + " && !e.name"
            + SECRET_METADATA + ") || e.value" + URL_WITH_PASSWORD + ")";

    /** Of a key {@code k} of {@code self.config}. */
    static final String CONFIG_SECRET = "self.config[k] != '' && ((k" + SECRET_NAME + " && !k" + SECRET_METADATA
            + ") || self.config[k]" + URL_WITH_PASSWORD + ")";

    static final String KEY_RESERVED = "k" + RESERVED;

    private static final String TLS = "has(self.temporal.tls)";
    private static final String API_KEY = "has(self.temporal.apiKeySecretRef)";

    /** Of a variable name {@code n}, with {@code self} the spec: whether the fields of {@code temporal} stand for it. */
    private static final String OF_TEMPORAL = "(n == 'TEMPORAL_TLS' && (" + TLS + " || " + API_KEY + "))"
            + " || (n == 'TEMPORAL_API_KEY' && " + API_KEY + ")"
            + " || (" + TLS + " && ("
            + "(n == 'TEMPORAL_TLS_SERVER_NAME' && has(self.temporal.tls.serverName))"
            + " || (n.matches('" + Patterns.CA_VARIABLE + "') && has(self.temporal.tls.caSecretRef))"
            + " || (n.matches('" + Patterns.CLIENT_CERTIFICATE_VARIABLE
            + "') && has(self.temporal.tls.clientCertificateSecretRef))))";

    static final String CONFIG_OF_TEMPORAL = "has(self.config) && self.config.exists(n, " + OF_TEMPORAL + ")";
    static final String ENV_OF_TEMPORAL =
            "has(self.env) && self.env.exists(e, [e.name].exists(n, " + OF_TEMPORAL + "))";
    static final String VAULT_OF_TEMPORAL =
            "has(self.vault) && self.vault.secrets.exists(s, s.keys.exists(n, " + OF_TEMPORAL + "))";

    static final String SECONDS_OF_DRAIN =
            "duration(has(self.drain) && has(self.drain.timeout) && self.drain.timeout.matches('" + Patterns.DURATION
                    + "') && self.drain.timeout != '' ? self.drain.timeout : '" + Defaults.DRAIN_TIMEOUT
                    + "').getSeconds()";

    static final String LOWEST_SCALE = "(!has(self.scaling) ? " + Defaults.MIN_REPLICAS
            + " : has(self.scaling.replicas) ? self.scaling.replicas : has(self.scaling.autoscaling) && has(self.scaling.autoscaling.minReplicas)"
            + " ? self.scaling.autoscaling.minReplicas : " + Defaults.MIN_REPLICAS + ")";

    static final String SECONDS_OF_DEADLINE =
            "duration(has(self.deadline) && self.deadline.matches('" + Patterns.DURATION
                    + "') && self.deadline != '' ? self.deadline : '" + Defaults.DEADLINE + "').getSeconds()";

    /** The port of {@code health}, with {@code self} the spec. */
    static final String HEALTH_PORT =
            "(has(self.health) && has(self.health.port) ? self.health.port : " + Defaults.HEALTH_PORT + ")";

    private Cel() {}
}
