package com.nineminds.temporal.worker.runtime.connection;

import com.nineminds.temporal.worker.runtime.config.ClientIdentity;
import com.nineminds.temporal.worker.runtime.config.Pem;
import com.nineminds.temporal.worker.runtime.config.PemSource;
import com.nineminds.temporal.worker.runtime.config.TlsSettings;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.DelegatingSslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.util.AdvancedTlsX509KeyManager;
import io.grpc.util.AdvancedTlsX509TrustManager;
import io.grpc.util.AdvancedTlsX509TrustManager.Verification;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * TLS whose certificates are looked for anew before each connection. The SDK makes one every minute, so what has been rotated is in
 * force within that time without a restart, however it is put into place.
 */
final class RotatingSslContext extends DelegatingSslContext {

    private final List<RotatedPem> parts;

    private RotatingSslContext(SslContext context, List<RotatedPem> parts) {
        super(context);
        this.parts = List.copyOf(parts);
    }

    /** @throws IllegalArgumentException when something cannot be read any more that could be when the settings were */
    static SslContext of(TlsSettings tls) {
        // A resumed session would go on under the certificate of the one before.
        SslContextBuilder context = GrpcSslContexts.forClient().sessionTimeout(1);
        var parts = new ArrayList<RotatedPem>();
        try {
            AdvancedTlsX509TrustManager trust = trust(tls);
            tls.authorities().ifPresent(authorities -> parts.add(authorities(authorities, trust)));
            context.trustManager(trust);
            tls.identity().ifPresent(identity -> {
                var keys = new AdvancedTlsX509KeyManager();
                parts.add(identity(identity, keys));
                context.keyManager(keys);
            });
            return new RotatingSslContext(context.build(), parts);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected void initEngine(SSLEngine engine) {
        parts.forEach(RotatedPem::refresh);
    }

    private static AdvancedTlsX509TrustManager trust(TlsSettings tls) throws GeneralSecurityException, IOException {
        var trust = AdvancedTlsX509TrustManager.newBuilder()
                .setVerification(
                        tls.hostVerification()
                                ? Verification.CERTIFICATE_AND_HOST_NAME_VERIFICATION
                                : Verification.CERTIFICATE_ONLY_VERIFICATION)
                .build();
        if (tls.authorities().isEmpty()) {
            trust.updateTrustCredentials(knownToTheJvm());
        }
        return trust;
    }

    private static RotatedPem authorities(PemSource authorities, AdvancedTlsX509TrustManager trust) {
        return RotatedPem.load(
                List.of(authorities),
                texts -> trust.updateTrustCredentials(
                        Pem.certificates(texts.get(0)).toArray(X509Certificate[]::new)));
    }

    private static RotatedPem identity(ClientIdentity identity, AdvancedTlsX509KeyManager keys) {
        return RotatedPem.load(List.of(identity.certificate(), identity.key()), texts -> {
            PrivateKeyEntry entry = Pem.identity(texts.get(0), texts.get(1));
            keys.updateIdentityCredentials((X509Certificate[]) entry.getCertificateChain(), entry.getPrivateKey());
        });
    }

    private static X509Certificate[] knownToTheJvm() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                .toArray(X509Certificate[]::new);
    }
}
