package com.nineminds.temporal.api.v1alpha1;

/** Values of absent fields, as the schema's {@code default} where it stands alone and as the rules assume them elsewhere. */
public final class Defaults {
    public static final String TEMPORAL_NAMESPACE = "default";
    public static final String CA_KEY = "ca.crt";
    public static final String PROFILE = "production";
    public static final String STRATEGY = "Progressive";
    public static final String VAULT_FORMAT = "files";
    public static final int MIN_REPLICAS = 2;
    public static final int MAX_REPLICAS = 10;
    public static final int HEALTH_PORT = 8080;
    public static final int HISTORY_LIMIT = 10;
    public static final String DRAIN_TIMEOUT = "45s";
    public static final String DEADLINE = "10m";
    public static final String BAKE = "10m";

    private Defaults() {}
}
