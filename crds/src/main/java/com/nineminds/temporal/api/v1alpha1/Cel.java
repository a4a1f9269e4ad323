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
