package org.mtlsplayground.outside;

import java.nio.file.Path;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;

/** The sample certificates, as our peers and as outside programs want them. */
enum Samples implements PemFiles {
    /** The client that the server's trusted CA vouches for. */
    CLIENT("client"),
    /** A client of a CA that nobody trusts. */
    CLIENT_OF_UNKNOWN_CA("client-unknown-ca"),
    /** The server that the client's trusted CA vouches for. */
    SERVER("server"),
    /** A server of a CA that nobody trusts. */
    SERVER_OF_UNKNOWN_CA("server-unknown-ca");

    static final String SERVER_CA = path("server_ca.crt");
    static final String CLIENT_CA = path("client_ca.crt");

    private final String name;

    Samples(String name) {
        this.name = name;
    }

    @Override
    public String certificate() {
        return path(name + ".crt");
    }

    @Override
    public String key() {
        return path(name + ".key");
    }

    /** Both, loaded. */
    Identity identity() throws LoadException {
        return new Identity(
                PkiFiles.certificates(Path.of(certificate()), null), PkiFiles.privateKey(Path.of(key()), null));
    }

    /** The certificates of a file, as those to trust. */
    static TrustAnchors trust(String file) throws LoadException {
        return PkiFiles.trustAnchors(Path.of(file), null);
    }

    private static String path(String file) {
        return Path.of("sample-certs", file).toString();
    }
}
