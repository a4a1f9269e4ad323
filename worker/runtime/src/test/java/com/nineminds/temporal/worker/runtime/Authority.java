package com.nineminds.temporal.worker.runtime;

import com.nineminds.temporal.embedded.SecureFrontendOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import okhttp3.tls.HeldCertificate;

/** Issues certificates that nobody else knows of. */
record Authority(HeldCertificate own) {

    static Authority named(String name) {
        return new Authority(new HeldCertificate.Builder()
                .certificateAuthority(0)
                .commonName(name)
                .build());
    }

    String pem() {
        return own.certificatePem();
    }

    HeldCertificate client(String name) {
        return new HeldCertificate.Builder().signedBy(own).commonName(name).build();
    }

    /** A frontend with a certificate for this name. */
    SecureFrontendOptions frontend(String name) {
        var server = new HeldCertificate.Builder()
                .signedBy(own)
                .addSubjectAlternativeName(name)
                .build();
        return SecureFrontendOptions.of(server.certificatePem(), server.privateKeyPkcs8Pem());
    }

    /** What makes a worker trust it. */
    Map<String, String> trusted() {
        return Map.of("TEMPORAL_TLS_SERVER_CA_CERT_DATA", pem());
    }

    /** A certificate and its key as {@code tls.crt} and {@code tls.key}, put into place as the kubelet does it: all at once. */
    static void mount(HeldCertificate certificate, Path directory) throws IOException {
        mount(certificate.certificatePem(), certificate.privateKeyPkcs8Pem(), directory);
    }

    static void mount(String certificate, String key, Path directory) throws IOException {
        Path data = Files.createTempDirectory(directory, "..data_");
        Files.writeString(data.resolve("tls.crt"), certificate);
        Files.writeString(data.resolve("tls.key"), key);
        Path next = Files.createSymbolicLink(directory.resolve("..data_tmp"), data.getFileName());
        Files.move(next, directory.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);
        for (String name : new String[] {"tls.crt", "tls.key"}) {
            if (!Files.exists(directory.resolve(name))) {
                Files.createSymbolicLink(directory.resolve(name), Path.of("..data", name));
            }
        }
    }

    /** Where a worker finds what is mounted there. */
    static Map<String, String> mounted(Path directory) {
        return Map.of(
                "TEMPORAL_TLS_CLIENT_CERT_PATH", directory.resolve("tls.crt").toString(),
                "TEMPORAL_TLS_CLIENT_KEY_PATH", directory.resolve("tls.key").toString());
    }
}
