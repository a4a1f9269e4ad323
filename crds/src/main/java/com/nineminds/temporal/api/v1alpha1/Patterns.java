package com.nineminds.temporal.api.v1alpha1;

/** Regular expressions that the CEL rules (RE2) and the operator ({@code java.util.regex}) read alike. */
public final class Patterns {
    /** DNS-1035 label; with the revision's suffix it still fits the 63 characters of a label value. */
    public static final String WORKER_NAME = "^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$";

    public static final String DNS_LABEL = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";
    public static final String DNS_SUBDOMAIN = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?([.][a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";

    /** Hours, minutes and seconds in this order, each at most once; the empty text also matches. */
    public static final String DURATION = "^([0-9]{1,4}h)?([0-9]{1,6}m)?([0-9]{1,7}s)?$";

    /** {@code [host[:port]/]path[:tag][@sha256:digest]}, the grammar of container registries. */
    public static final String IMAGE = "^(([A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(:[0-9]{1,5})?/)?"
            + "[a-z0-9]+([._-]+[a-z0-9]+)*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*"
            + "(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127})?(@sha256:[a-f0-9]{64})?$";

    /** Finds the tag or digest at the end of an image; a registry's port is none. */
    public static final String IMAGE_VERSION = "(:[A-Za-z0-9_][A-Za-z0-9._-]{0,127}|@sha256:[a-f0-9]{64})$";

    public static final String HOST_PORT = "^([A-Za-z0-9]([-A-Za-z0-9.]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:.]+\\]):"
            + "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$";

    /** A host name, as certificates are made for. */
    public static final String HOST =
            "^[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?([.][A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*$";

    public static final String SECRET_KEY = "^[-_.A-Za-z0-9]+$";

    public static final String TEMPORAL_NAMESPACE = "^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$";

    /** Temporal itself refuses {@code /_sys/}; workers read several queues from one comma-separated variable. */
    public static final String TASK_QUEUE = "^[^\\s,]+$";

    /** Usable as an environment variable and as a file name. */
    public static final String VARIABLE = "^[A-Za-z_][-_.A-Za-z0-9]*$";

    /** Usable after {@code export} in a shell. */
    public static final String SHELL_VARIABLE = "^[A-Za-z_][A-Za-z0-9_]*$";

    /** Finds a name that promises a secret value, such as {@code DB_PASSWORD_SERVER} or {@code RESEND_API_KEY}. */
    public static final String SECRET_NAME = "(?i)(passw(or)?d|passphrase|secret|credential|private[_.-]?key"
            + "|(api|auth|access|encryption|signing|master|account)[_.-]?key|(^|[_.-])(pwd|pepper)([_.-]|$)|token([_.-]|$))";

    /** Finds the ending of a name that speaks about a secret without holding it, such as {@code TOKEN_TTL}. */
    public static final String SECRET_METADATA =
            "(?i)[_.-](file|path|dir|name|url|ttl|seconds|minutes|hours|days|timeout|expiry"
                    + "|length|bytes|bits|size|count|limit|iterations|rounds|enabled|required|algorithm|type|header|issuer|audience|policy|version)$";

    /** Finds {@code scheme://user:password@host}. */
    public static final String URL_WITH_PASSWORD = "://[^/@:\\s]*:[^/@\\s]+@";

    /** Variables that the operator sets in the worker's container; all others stay the user's. */
    public static final String RESERVED_VARIABLE =
            "^(TEMPORAL_(ADDRESS|NAMESPACE|TASK_QUEUES?|DEPLOYMENT_NAME|WORKER_.*)"
                    + "|POD_.*|NODE_NAME|ENABLE_HEALTH_CHECK|HEALTH_CHECK_PORT|DRAIN_TIMEOUT|CONFIG_DIR|SECRETS_DIR)$";

    /** Variables in place of which {@code temporal.tls.caSecretRef} stands. */
    public static final String CA_VARIABLE = "^TEMPORAL_TLS_SERVER_CA_CERT_(PATH|DATA)$";

    /** Variables in place of which {@code temporal.tls.clientCertificateSecretRef} stands. */
    public static final String CLIENT_CERTIFICATE_VARIABLE = "^TEMPORAL_TLS_CLIENT_(CERT|KEY)_(PATH|DATA)$";

    public static final String VAULT_ROLE = "^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$";

    /** {@code mount/data/path} of the KV version 2 engine; nothing that could break out of a template. */
    public static final String VAULT_PATH = "^[-_.A-Za-z0-9]+(/[-_.A-Za-z0-9]+)*/data(/[-_.A-Za-z0-9]+)+$";

    public static final String VAULT_KEY = "^[-_.A-Za-z0-9]+$";
    public static final String PERCENT = "^(100|[1-9]?[0-9])%$";

    /** Annotations that the operator renders for the Vault agent injector; its tuning knobs stay the user's. */
    public static final String INJECTOR_ANNOTATION =
            "^vault[.]hashicorp[.]com/(role|agent-(inject|pre-populate|init-first|run-as-same-user)"
                    + "|agent-service-account-token-volume-name|(agent-inject-(secret|template|file)|error-on-missing-key)-.*)$";

    public static final String INJECTOR_CONTAINER = "^vault-agent(-init)?$";

    /** Volumes that the operator or the Vault agent injector mounts. */
    public static final String RESERVED_VOLUME =
            "^(config|tmp|temporal-server-ca|temporal-client-certificate|vault-token|vault-secrets|home-init|home-sidecar)$";

    /** Paths at which the operator or the Vault agent injector mounts a volume of its own; {@code /tmp} may be replaced. */
    public static final String RESERVED_MOUNT = "^(/etc/temporal-worker|/vault/secrets)(/|$)";

    private Patterns() {}
}
