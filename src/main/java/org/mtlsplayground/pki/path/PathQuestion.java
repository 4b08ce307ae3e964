package org.mtlsplayground.pki.path;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * A chain, and those who are to accept it. Immutable.
 *
 * @param chain the leaf first, then what would be sent with it; never empty
 * @param trust whom the judging side trusts
 * @param role whose certificate it is
 * @param serverName for a server's certificate: the name that the client sends as SNI; the certificate may be for this
 *     name or for the host. Empty: none is sent
 * @param host for a server's certificate: the host or address that the client connects to; empty: no name is checked
 * @param moment at which it is to be accepted; empty: now
 * @param protocol the version of TLS, as JSSE names it; what a signature may be depends on it
 */
public record PathQuestion(
        List<X509Certificate> chain,
        TrustAnchors trust,
        Role role,
        Optional<String> serverName,
        Optional<String> host,
        Optional<Instant> moment,
        String protocol) {
    private static final String USUAL_PROTOCOL = "TLSv1.3";

    public PathQuestion {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("no certificate");
        }
    }

    /** Whether a server with this trust would accept the client's chain, now and by TLS 1.3. */
    public static PathQuestion client(List<X509Certificate> chain, TrustAnchors trust) {
        return new PathQuestion(
                chain, trust, Role.CLIENT, Optional.empty(), Optional.empty(), Optional.empty(), USUAL_PROTOCOL);
    }

    /** Whether a client with this trust would accept the server's chain, whatever its name is, now and by TLS 1.3. */
    public static PathQuestion server(List<X509Certificate> chain, TrustAnchors trust) {
        return new PathQuestion(
                chain, trust, Role.SERVER, Optional.empty(), Optional.empty(), Optional.empty(), USUAL_PROTOCOL);
    }

    /** The same with names to check: see the components. An empty server name stands for none. */
    public PathQuestion named(String serverName, String host) {
        return new PathQuestion(
                chain,
                trust,
                role,
                Optional.of(serverName).filter(name -> !name.isEmpty()),
                Optional.of(host),
                moment,
                protocol);
    }

    /** The same at another moment. */
    public PathQuestion at(Instant when) {
        return new PathQuestion(chain, trust, role, serverName, host, Optional.of(when), protocol);
    }

    /** The same by another version, {@code TLSv1.2} or {@code TLSv1.3}. */
    public PathQuestion by(String version) {
        return new PathQuestion(chain, trust, role, serverName, host, moment, version);
    }

    /** The certificate that is to be accepted. */
    public X509Certificate leaf() {
        return chain.get(0);
    }
}
