package com.nineminds.temporal.api.v1alpha1;

/**
 * What a worker's spec must obey, in the words that the API server and the operator both use. Each message names the field
 * (relative to {@code spec}) and the remedy. None contains a single quote, so that CEL can quote it.
 */
public final class Rules {
    private static final String DURATION = " must be a duration such as 90s, 2m or 1h30m, from ";
    private static final String SECRET_NAME =
            " is a name that no Secret can have: use lower case letters, digits, dots and dashes";
    private static final String SECRET_KEY =
            " is a key that no Secret can have: use letters, digits, dots, dashes and underscores";
    private static final String OPERATOR_OWNS = " is owned by the operator: ";
    private static final String WORKER_CONTAINER = "podTemplate.spec.containers[name=worker].";

    public static final String NAME =
            "metadata.name must be at most 40 lower case letters, digits and dashes, beginning with a letter: shorten or correct it";

    public static final String IMAGE_REFERENCE =
            "image must be an image reference such as registry.example.com/team/worker:1.4.2";
    public static final String IMAGE_PINNED =
            "image needs a digest or a tag other than latest in the production profile: name one version, or set profile: development";
    public static final String PULL_SECRET_NAME =
            "imagePullSecrets holds a name that no Secret can have: use lower case letters, digits, dots and dashes";

    public static final String TEMPORAL_ADDRESS =
            "temporal.address must be host:port without a scheme, such as temporal-frontend.temporal.svc.cluster.local:7233";
    public static final String TEMPORAL_NAMESPACE =
            "temporal.namespace must be letters, digits, dots, dashes and underscores: correct it";
    public static final String TASK_QUEUES_EMPTY =
            "temporal.taskQueues is empty: name every task queue that the worker polls";
    public static final String TASK_QUEUE_NAME =
            "temporal.taskQueues holds a name that is empty, has blanks or commas, or begins with /_sys/: correct it";
    public static final String TASK_QUEUES_UNIQUE = "temporal.taskQueues names a queue twice: remove one of them";

    public static final String TEMPORAL_ONE_CREDENTIAL =
            "temporal has both apiKeySecretRef and tls.clientCertificateSecretRef: remove one of them";
    public static final String TLS_SERVER_NAME =
            "temporal.tls.serverName must be a host name without a port, such as temporal.example.com";
    public static final String TLS_CA_NAME = "temporal.tls.caSecretRef.name" + SECRET_NAME;
    public static final String TLS_CA_KEY = "temporal.tls.caSecretRef.key" + SECRET_KEY;
    public static final String TLS_CLIENT_NAME = "temporal.tls.clientCertificateSecretRef.name" + SECRET_NAME;
    public static final String API_KEY_NAME = "temporal.apiKeySecretRef.name" + SECRET_NAME;
    public static final String API_KEY_KEY = "temporal.apiKeySecretRef.key" + SECRET_KEY;

    public static final String SCALING_MODES = "scaling has both replicas and autoscaling: remove one of them";
    public static final String AUTOSCALING_RANGE =
            "scaling.autoscaling.minReplicas (2 if absent) is above maxReplicas (10 if absent): lower minReplicas or raise maxReplicas";

    public static final String VARIABLE_NAME =
            "config keys and env names must begin with a letter or _, then have letters, digits, dots, dashes and _ only: rename";
    public static final String VARIABLE_RESERVED =
            "config, env and vault.secrets must leave TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE, POD_NAME and"
                    + " whatever else the operator sets to the operator: remove the variable";
    public static final String CONFIG_SECRET =
            "config has a secret (by the name of its key, or a URL with a password), which the production profile refuses:"
                    + " use vault.secrets, or env with valueFrom.secretKeyRef";

    public static final String ENV_UNIQUE = "env sets a variable twice: remove one of them";
    public static final String ENV_ONE_SOURCE =
            "env needs exactly one of value and valueFrom per variable: set one, remove the other";
    public static final String ENV_VALUE_FROM =
            "env.valueFrom needs exactly one of secretKeyRef, configMapKeyRef, fieldRef and resourceFieldRef: keep one";
    public static final String ENV_SECRET =
            "env has a literal secret (by the name of the variable, or a URL with a password), which the production profile refuses:"
                    + " use valueFrom.secretKeyRef or vault.secrets";
    public static final String VARIABLE_ONCE =
            "a variable is set in more than one of config, env and vault.secrets: keep one of them";
    public static final String VARIABLE_OF_TEMPORAL =
            "config, env or vault.secrets sets a variable that temporal.tls or temporal.apiKeySecretRef stands for: keep one of them";

    public static final String VAULT_ROLE =
            "vault.role must be letters, digits, dots, dashes and underscores: correct it";
    public static final String VAULT_SECRETS_EMPTY = "vault.secrets is empty: name a secret, or remove vault";
    public static final String VAULT_NAME =
            "vault.secrets.name must be lower case letters, digits and dashes: correct it";
    public static final String VAULT_NAMES_UNIQUE = "vault.secrets uses a name twice: rename one of them";
    public static final String VAULT_PATH =
            "vault.secrets.path must be the data path of a KV version 2 secret, such as secret/data/team/worker, without a leading or trailing slash";
    public static final String VAULT_KEYS_EMPTY = "vault.secrets.keys is empty: map a variable to a key of the secret";
    public static final String VAULT_VARIABLE =
            "vault.secrets.keys must map variables (letters, digits and _) to keys of the secret (letters, digits, dots, dashes and _): correct them";
    public static final String VAULT_VARIABLES_UNIQUE = "vault.secrets maps a variable twice: remove one of them";
    public static final String VAULT_SERVICE_ACCOUNT =
            "serviceAccountName is default although vault is set: name a service account of the worker, to which the Vault role can be bound";

    public static final String SERVICE_ACCOUNT_NAME =
            "serviceAccountName must be lower case letters, digits, dots and dashes: correct it";
    public static final String RESOURCES_QUANTITY =
            "resources holds an amount that is no quantity: write it like 500m, 2 or 512Mi";
    public static final String RESOURCES_WITHIN_LIMITS =
            "resources.requests is above resources.limits: lower the request or raise the limit";
    public static final String DISRUPTION_FORMAT =
            "disruption.minAvailable must be a count such as 1 or a percentage such as 50%";
    public static final String DISRUPTION_EVICTABLE =
            "disruption.minAvailable leaves no pod to evict at the lowest scale, so that nodes never drain: lower it below"
                    + " scaling.replicas or scaling.autoscaling.minReplicas, or remove it";
    public static final String DRAIN_TIMEOUT = "drain.timeout" + DURATION + "1s to 24h";
    public static final String GRACE_COVERS_DRAIN =
            "terminationGracePeriodSeconds is shorter than drain.timeout (45s if absent), so that draining workers are killed:"
                    + " raise it or shorten drain.timeout";
    public static final String NETWORK_POLICY_DISABLED =
            "networkPolicy.egress has no effect while networkPolicy.enabled is not true: set enabled, or remove egress";

    public static final String STEPS_STRATEGY =
            "rollout.steps needs strategy Progressive: remove steps or change strategy";
    public static final String STEPS_EMPTY =
            "rollout.steps is empty: remove it for the default steps, or use strategy AllAtOnce for none";
    public static final String STEPS_INCREASING =
            "rollout.steps must have strictly increasing shares: reorder or remove steps";
    public static final String STEP_HOLD = "rollout.steps.hold" + DURATION + "0s to 168h";
    public static final String DEADLINE = "rollout.deadline" + DURATION + "1s to 24h";
    public static final String BAKE = "rollout.bake" + DURATION + "0s to 168h";
    public static final String GATE_NAME =
            "rollout.gates.name must be lower case letters, digits and dashes: correct it";
    public static final String GATES_UNIQUE = "rollout.gates uses a name twice: rename one of them";
    public static final String GATE_INTERVAL = "rollout.gates.interval" + DURATION + "1s to 1h";
    public static final String GATE_TIMEOUT = "rollout.gates.timeout" + DURATION + "1s to 24h";
    public static final String GATE_FITS_DEADLINE =
            "rollout.gates has a gate that cannot pass before rollout.deadline (10m if absent): shorten timeout or interval x count, or raise deadline";

    public static final String POD_LABELS =
            "podTemplate.metadata.labels under temporal.nineminds.com/ and app.kubernetes.io/ are owned by the operator: remove them";
    public static final String POD_ANNOTATIONS =
            "podTemplate.metadata.annotations under temporal.nineminds.com/ are owned by the operator: remove them";
    public static final String POD_VAULT_ANNOTATIONS =
            "podTemplate.metadata.annotations repeats what vault renders for the injector: use vault.role and vault.secrets";
    public static final String POD_FIELDS =
            "podTemplate may have metadata.labels, metadata.annotations and spec only: remove the rest";
    public static final String POD_REMOVAL =
            "podTemplate must not remove or replace what the operator renders ($patch or null): remove the directive";
    public static final String POD_REPLICAS = "podTemplate.replicas" + OPERATOR_OWNS + "use scaling";
    public static final String POD_SELECTOR = "podTemplate.selector" + OPERATOR_OWNS + "remove it";
    public static final String POD_RESTART_POLICY = "podTemplate.spec.restartPolicy" + OPERATOR_OWNS + "remove it";
    public static final String POD_SERVICE_ACCOUNT =
            "podTemplate.spec.serviceAccountName" + OPERATOR_OWNS + "use serviceAccountName";
    public static final String POD_GRACE =
            "podTemplate.spec.terminationGracePeriodSeconds" + OPERATOR_OWNS + "use terminationGracePeriodSeconds";
    public static final String POD_DEADLINE = "podTemplate.spec.activeDeadlineSeconds" + OPERATOR_OWNS + "remove it";
    public static final String POD_PULL_SECRETS =
            "podTemplate.spec.imagePullSecrets" + OPERATOR_OWNS + "use imagePullSecrets";
    public static final String POD_HOST_NAMESPACES =
            "podTemplate.spec shares a namespace of the node (hostNetwork, hostPID, hostIPC), which the production profile refuses: remove it";
    public static final String POD_VOLUMES =
            "podTemplate.spec.volumes uses a name of the operator or of the Vault injector: rename the volume";
    public static final String POD_CONTAINER_NAMES =
            "podTemplate.spec has a container with a name of the Vault injector: rename the container";
    public static final String POD_CONTAINER_IMAGE =
            "podTemplate.spec has a container without an image that is not named worker: set its image, or correct its name";
    public static final String POD_INIT_WORKER =
            "podTemplate.spec.initContainers has a container named worker: rename it";
    public static final String POD_HEALTH_PORT =
            "podTemplate.spec has a container with the port name health or the number of health.port (8080 if absent): change it, or change health.port";
    public static final String WORKER_IMAGE = WORKER_CONTAINER + "image" + OPERATOR_OWNS + "use image";
    public static final String WORKER_ENV = WORKER_CONTAINER + "env" + OPERATOR_OWNS + "use env";
    public static final String WORKER_RESOURCES = WORKER_CONTAINER + "resources" + OPERATOR_OWNS + "use resources";
    public static final String WORKER_LIFECYCLE = WORKER_CONTAINER + "lifecycle" + OPERATOR_OWNS + "use drain.timeout";
    public static final String WORKER_LIVENESS = WORKER_CONTAINER + "livenessProbe" + OPERATOR_OWNS + "remove it";
    public static final String WORKER_READINESS = WORKER_CONTAINER + "readinessProbe" + OPERATOR_OWNS + "remove it";
    public static final String WORKER_STARTUP = WORKER_CONTAINER + "startupProbe" + OPERATOR_OWNS + "remove it";

    public static final String WORKER_MOUNTS = WORKER_CONTAINER
            + "volumeMounts has a path of the operator (/etc/temporal-worker, /vault/secrets): mount elsewhere";

    private Rules() {}
}
