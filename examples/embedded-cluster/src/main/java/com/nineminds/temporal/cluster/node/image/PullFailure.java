package com.nineminds.temporal.cluster.node.image;

/** Why an image cannot be had from its registry, with the container runtime's words. */
public enum PullFailure {
    NOT_FOUND("NotFound", "not found"),
    TOO_MANY_REQUESTS(
            "Unknown", "unexpected status from HEAD request to https://%s/v2/%s/manifests/%s: 429 Too Many Requests"),
    SERVICE_UNAVAILABLE(
            "Unknown", "unexpected status from HEAD request to https://%s/v2/%s/manifests/%s: 503 Service Unavailable"),
    UNAUTHORIZED(
            "Unknown",
            "pull access denied, repository does not exist or may require authorization: authorization failed: no basic auth credentials");

    private final String code;
    private final String cause;

    PullFailure(String code, String cause) {
        this.code = code;
        this.cause = cause;
    }

    /** The error as containerd words it. */
    public String message(String image) {
        ImageName name = ImageName.parse(image);
        String full = name.full();
        String why = cause.contains("%s")
                ? cause.formatted(name.registry(), name.repository(), name.tag())
                : full + ": " + cause;
        return "rpc error: code = %s desc = failed to pull and unpack image \"%s\": failed to resolve reference \"%s\": %s"
                .formatted(code, full, full, why);
    }

    /**
     * An image reference in full.
     *
     * @param registry {@code docker.io} when the reference names none
     * @param tag {@code latest} when the reference names none
     */
    private record ImageName(String registry, String repository, String tag) {
        static ImageName parse(String image) {
            int slash = image.indexOf('/');
            String first = slash < 0 ? "" : image.substring(0, slash);
            boolean host = first.contains(".") || first.contains(":") || first.equals("localhost");
            String rest = host ? image.substring(slash + 1) : slash < 0 ? "library/" + image : image;
            int colon = rest.lastIndexOf(':');
            return new ImageName(
                    host ? first : "docker.io",
                    colon < 0 ? rest : rest.substring(0, colon),
                    colon < 0 ? "latest" : rest.substring(colon + 1));
        }

        String full() {
            return registry + "/" + repository + ":" + tag;
        }
    }
}
