package com.nineminds.temporal.operator.temporal;

import com.nineminds.temporal.api.v1alpha1.Patterns;
import com.nineminds.temporal.operator.gate.Frontend;
import com.nineminds.temporal.operator.temporal.Credentials.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The operator's own credentials: a directory for each frontend, named like its address in lower case with {@code _} for every colon,
 * such as {@code temporal.example.com_7233}. In it may be {@code ca.crt}, {@code tls.crt} with {@code tls.key}, and {@code api-key}. Read
 * anew each time, because the kubelet writes there what becomes of the Secrets.
 *
 * <p>Who writes a worker chooses the name that a certificate must be for. With all authorities of the JVM any owner of a name could so be
 * given the API key, so then the address alone counts.
 */
final class CredentialsDirectory {
    private final Optional<Path> root;

    /** @param root empty: there are no credentials for any frontend */
    CredentialsDirectory(Optional<Path> root) {
        this.root = root;
    }

    /** @return none for a frontend in plain text, whatever is filed for its address */
    Credentials of(Frontend frontend) throws CredentialsException {
        Optional<Path> folder = frontend.tls() ? folder(frontend) : Optional.empty();
        if (folder.isEmpty()) {
            return Credentials.NONE;
        }
        Credentials credentials = read(folder.get());
        if (credentials.apiKey().isPresent()
                && credentials.authorities().isEmpty()
                && frontend.serverName().isPresent()) {
            throw new CredentialsException("the API key in " + folder.get() + " is for whoever shows a certificate for "
                    + frontend.address() + ", and spec.temporal.tls.serverName says another name: file a "
                    + Credentials.AUTHORITIES + " beside it, or remove the name");
        }
        return credentials;
    }

    /** What the operator shows to this frontend and where that is, or where it should be; for messages. */
    String told(Frontend frontend, Credentials credentials) {
        if (!frontend.tls()) {
            return "the operator sends credentials over TLS only: set spec.temporal.tls";
        }
        return folder(frontend)
                .map(folder -> "the operator has " + credentials + " for it in " + folder)
                .orElse("the operator has no credentials for any server: set TEMPORAL_CREDENTIALS_DIR");
    }

    /** A name that is no address has none: it could lead anywhere. */
    private Optional<Path> folder(Frontend frontend) {
        return root.filter(path -> frontend.address().matches(Patterns.HOST_PORT))
                .map(path ->
                        path.resolve(frontend.address().toLowerCase(Locale.ROOT).replace(':', '_')));
    }

    private static Credentials read(Path folder) throws CredentialsException {
        Optional<String> certificate = text(folder.resolve(Credentials.CERTIFICATE));
        Optional<String> key = text(folder.resolve(Credentials.KEY));
        if (certificate.isPresent() != key.isPresent()) {
            throw new CredentialsException(folder + " needs both " + Credentials.CERTIFICATE + " and " + Credentials.KEY
                    + ", or neither of them: " + (key.isPresent() ? Credentials.CERTIFICATE : Credentials.KEY)
                    + " is missing");
        }
        return new Credentials(
                text(folder.resolve(Credentials.AUTHORITIES)),
                certificate.flatMap(chain -> key.map(secret -> new Identity(chain, secret))),
                apiKey(folder.resolve(Credentials.API_KEY)));
    }

    private static Optional<String> apiKey(Path file) throws CredentialsException {
        Optional<String> key = text(file).map(String::strip);
        if (key.isPresent() && !key.get().matches("[!-~]+")) {
            throw new CredentialsException(file + " must hold an API key in one line and nothing else");
        }
        return key;
    }

    private static Optional<String> text(Path file) throws CredentialsException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new CredentialsException(file + " cannot be read as text ("
                    + unreadable.getClass().getSimpleName() + "): check its permissions and what is in it");
        }
    }
}
