package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.operator.temporal.Credentials.Identity;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLException;

/** Makes of credentials what a connection needs. The causes of what goes wrong are not passed on: they may quote the file. */
final class TlsContext {
    private TlsContext() {}

    static SslContext of(Credentials credentials) throws CredentialsException {
        try {
            SslContextBuilder context = GrpcSslContexts.forClient();
            if (credentials.authorities().isPresent()) {
                context.trustManager(certificates(
                        Credentials.AUTHORITIES, credentials.authorities().get()));
            }
            if (credentials.identity().isPresent()) {
                show(credentials.identity().get(), context);
            }
            return context.build();
        } catch (SSLException unusable) {
            throw new CredentialsException(
                    credentials + " cannot be used together: check that they are what they should be");
        }
    }

    private static void show(Identity identity, SslContextBuilder context) throws CredentialsException {
        certificates(Credentials.CERTIFICATE, identity.certificate());
        try {
            context.keyManager(stream(identity.certificate()), stream(identity.key()));
        } catch (IllegalArgumentException unusable) {
            throw new CredentialsException(Credentials.KEY
                    + " is no private key in PEM of PKCS#8 (BEGIN PRIVATE KEY): write it so; cert-manager does with"
                    + " privateKey.encoding: PKCS8");
        }
    }

    private static X509Certificate[] certificates(String file, String pem) throws CredentialsException {
        try {
            Collection<?> certificates = CertificateFactory.getInstance("X.509").generateCertificates(stream(pem));
            if (!certificates.isEmpty()) {
                return certificates.toArray(X509Certificate[]::new);
            }
        } catch (CertificateException unusable) {
            // told below
        }
        throw new CredentialsException(file + " holds no certificates in PEM (BEGIN CERTIFICATE): correct it");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
