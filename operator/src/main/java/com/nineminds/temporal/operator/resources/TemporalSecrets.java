package com.nineminds.temporal.operator.resources;

import static com.nineminds.temporal.operator.resources.WorkerEnvironment.literal;

import com.nineminds.temporal.operator.spec.SecretKey;
import com.nineminds.temporal.operator.spec.TemporalTls;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.KeyToPathBuilder;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;

/**
 * What the worker finds of its TLS settings, under the names that Temporal's SDKs and its command line know. Certificates are files in
 * directories, which the kubelet renews as their Secrets change; the API key is a variable, which stays as it is until the pod restarts.
 */
final class TemporalSecrets {
    private static final String CA = "temporal-server-ca";
    private static final String CA_DIR = "/etc/temporal-worker/temporal-ca";
    private static final String CA_FILE = "ca.crt";
    private static final String CLIENT = "temporal-client-certificate";
    private static final String CLIENT_DIR = "/etc/temporal-worker/temporal-client";
    private static final String CERTIFICATE = "tls.crt";
    private static final String KEY = "tls.key";

    private TemporalSecrets() {}

    static List<EnvVar> variables(TemporalTls tls) {
        List<EnvVar> env = new ArrayList<>(List.of(literal("TEMPORAL_TLS", "true")));
        tls.serverName().ifPresent(name -> env.add(literal("TEMPORAL_TLS_SERVER_NAME", name)));
        tls.ca().ifPresent(ca -> env.add(literal("TEMPORAL_TLS_SERVER_CA_CERT_PATH", CA_DIR + "/" + CA_FILE)));
        tls.clientCertificate().ifPresent(secret -> {
            env.add(literal("TEMPORAL_TLS_CLIENT_CERT_PATH", CLIENT_DIR + "/" + CERTIFICATE));
            env.add(literal("TEMPORAL_TLS_CLIENT_KEY_PATH", CLIENT_DIR + "/" + KEY));
        });
        tls.apiKey().ifPresent(apiKey -> env.add(apiKey(apiKey)));
        return env;
    }

    static List<Volume> volumes(TemporalTls tls) {
        List<Volume> volumes = new ArrayList<>();
        tls.ca().ifPresent(ca -> volumes.add(volume(CA, ca.secret(), file(ca.key(), CA_FILE))));
        tls.clientCertificate()
                .ifPresent(
                        secret -> volumes.add(volume(CLIENT, secret, file(CERTIFICATE, CERTIFICATE), file(KEY, KEY))));
        return volumes;
    }

    static List<VolumeMount> mounts(TemporalTls tls) {
        List<VolumeMount> mounts = new ArrayList<>();
        tls.ca().ifPresent(ca -> mounts.add(PodVolumes.readOnly(CA, CA_DIR)));
        tls.clientCertificate().ifPresent(secret -> mounts.add(PodVolumes.readOnly(CLIENT, CLIENT_DIR)));
        return mounts;
    }

    /** Only what the worker needs of the Secret. */
    private static Volume volume(String name, String secret, KeyToPath... files) {
        return new VolumeBuilder()
                .withName(name)
                .withNewSecret()
                .withSecretName(secret)
                .withItems(files)
                .endSecret()
                .build();
    }

    private static KeyToPath file(String key, String path) {
        return new KeyToPathBuilder().withKey(key).withPath(path).build();
    }

    private static EnvVar apiKey(SecretKey ref) {
        return new EnvVarBuilder()
                .withName("TEMPORAL_API_KEY")
                .withNewValueFrom()
                .withNewSecretKeyRef(ref.key(), ref.secret(), null)
                .endValueFrom()
                .build();
    }
}
