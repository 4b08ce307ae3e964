package org.mtlsplayground.peer;

import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * Everything a server needs. Immutable; made by {@link #builder()}.
 *
 * @param address name or address to listen on
 * @param port 0 to 65535; 0 picks a free one
 * @param clientAuthentication what is asked of clients
 * @param identity what it shows to clients; without one no handshake can succeed
 * @param trust whose clients are trusted
 * @param allowedSubjects which of the trusted clients are let in: those of whose certificates a common name or a subject
 *     alternative name is one of these, whatever the case; empty for all
 * @param versions accepted versions, never empty
 * @param cipherSuites accepted cipher suites by their names in the IANA registry, the preferred first; empty for the JDK's
 *     choice
 * @param namedGroups groups accepted for the key exchange, by their names in the IANA registry ({@code x25519},
 *     {@code secp256r1}, {@code ffdhe2048}); empty for the JDK's choice. Their order means nothing: it is the JDK's. In
 *     TLS 1.2, what a client offers must also have the curve of the server's certificate (RFC 8422 §5.1)
 * @param signatureSchemes schemes accepted by their names in the IANA registry ({@code ecdsa_secp256r1_sha256}); empty for
 *     the JDK's choice. Their order means nothing. They bind the server's own signature and the client's in the handshake, and the
 *     signatures on the certificates that are presented to this side: JSSE has one list for all (RFC 8446 §4.2.3)
 * @param applicationProtocols accepted by ALPN (RFC 7301), the preferred first: a client that offers none of them, but
 *     others, is refused; empty ignores what clients offer
 * @param serverNames the names under which it may be asked for, with {@code *.} for one more label: a client that asks
 *     for another is refused (RFC 6066 §3), one that names none never is; empty for any name
 * @param revocation how to find out whether a client's certificate is revoked
 * @param staple whether to show clients that ask what an OCSP responder says of its own certificate (RFC 6066 §8). The
 *     JDK asks the responder that the certificate names, and only if the chain has the certificate's issuer, too
 * @param staplingResponder asked instead of the responder that the certificate names; empty for that one. JSSE has this
 *     as a property of the whole JVM: of several servers that run at once, the one started last decides
 * @param reply the answer to each client's message, UTF-8
 * @param handshakeTimeout after which a client that has not finished its handshake is dropped
 * @param idleTimeout after which a client that says nothing after the handshake is let go
 */
public record ServerSettings(
        String address,
        int port,
        ClientAuthentication clientAuthentication,
        Optional<Identity> identity,
        TrustAnchors trust,
        List<String> allowedSubjects,
        Set<TlsVersion> versions,
        List<String> cipherSuites,
        List<String> namedGroups,
        List<String> signatureSchemes,
        List<String> applicationProtocols,
        List<String> serverNames,
        RevocationChecking revocation,
        boolean staple,
        Optional<URI> staplingResponder,
        String reply,
        Duration handshakeTimeout,
        Duration idleTimeout) {

    public static final String DEFAULT_REPLY = "Hello from server";

    public ServerSettings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no TLS version");
        }
        versions = Set.copyOf(versions);
        cipherSuites = List.copyOf(cipherSuites);
        namedGroups = List.copyOf(namedGroups);
        signatureSchemes = List.copyOf(signatureSchemes);
        applicationProtocols = ApplicationProtocols.checked(applicationProtocols);
        serverNames = ServerNames.checked(serverNames);
        allowedSubjects = List.copyOf(allowedSubjects);
    }

    /** Settings for 127.0.0.1:4443, client certificates required, no identity, nobody trusted. */
    public static Builder builder() {
        return new Builder();
    }

    /** Settings that begin with these. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.address = address;
        builder.port = port;
        builder.clientAuthentication = clientAuthentication;
        builder.identity = identity;
        builder.trust = trust;
        builder.allowedSubjects = allowedSubjects;
        builder.versions = versions;
        builder.cipherSuites = cipherSuites;
        builder.namedGroups = namedGroups;
        builder.signatureSchemes = signatureSchemes;
        builder.applicationProtocols = applicationProtocols;
        builder.serverNames = serverNames;
        builder.revocation = revocation;
        builder.staple = staple;
        builder.staplingResponder = staplingResponder;
        builder.reply = reply;
        builder.handshakeTimeout = handshakeTimeout;
        builder.idleTimeout = idleTimeout;
        return builder;
    }

    /** Collects settings; each call replaces a default. */
    public static final class Builder {
        private String address = "127.0.0.1";
        private int port = ClientSettings.DEFAULT_PORT;
        private ClientAuthentication clientAuthentication = ClientAuthentication.REQUIRED;
        private Optional<Identity> identity = Optional.empty();
        private TrustAnchors trust = TrustAnchors.none();
        private List<String> allowedSubjects = List.of();
        private Set<TlsVersion> versions = EnumSet.allOf(TlsVersion.class);
        private List<String> cipherSuites = List.of();
        private List<String> namedGroups = List.of();
        private List<String> signatureSchemes = List.of();
        private List<String> applicationProtocols = List.of();
        private List<String> serverNames = List.of();
        private RevocationChecking revocation = RevocationChecking.off();
        private boolean staple;
        private Optional<URI> staplingResponder = Optional.empty();
        private String reply = DEFAULT_REPLY;
        private Duration handshakeTimeout = Duration.ofSeconds(10);
        private Duration idleTimeout = Duration.ofSeconds(60);

        private Builder() {}

        public Builder address(String address) {
            this.address = address;
            return this;
        }

        public Builder port(int port) {
            this.port = port;
            return this;
        }

        public Builder clientAuthentication(ClientAuthentication clientAuthentication) {
            this.clientAuthentication = clientAuthentication;
            return this;
        }

        public Builder identity(Identity identity) {
            this.identity = Optional.ofNullable(identity);
            return this;
        }

        public Builder trust(TrustAnchors trust) {
            this.trust = trust;
            return this;
        }

        public Builder allowedSubjects(List<String> allowedSubjects) {
            this.allowedSubjects = allowedSubjects;
            return this;
        }

        public Builder versions(Set<TlsVersion> versions) {
            this.versions = versions;
            return this;
        }

        public Builder cipherSuites(List<String> cipherSuites) {
            this.cipherSuites = cipherSuites;
            return this;
        }

        public Builder namedGroups(List<String> namedGroups) {
            this.namedGroups = namedGroups;
            return this;
        }

        public Builder signatureSchemes(List<String> signatureSchemes) {
            this.signatureSchemes = signatureSchemes;
            return this;
        }

        public Builder applicationProtocols(List<String> applicationProtocols) {
            this.applicationProtocols = applicationProtocols;
            return this;
        }

        public Builder serverNames(List<String> serverNames) {
            this.serverNames = serverNames;
            return this;
        }

        public Builder revocation(RevocationChecking revocation) {
            this.revocation = revocation;
            return this;
        }

        public Builder staple(boolean staple) {
            this.staple = staple;
            return this;
        }

        public Builder staplingResponder(URI staplingResponder) {
            this.staplingResponder = Optional.ofNullable(staplingResponder);
            return this;
        }

        public Builder reply(String reply) {
            this.reply = reply;
            return this;
        }

        public Builder handshakeTimeout(Duration handshakeTimeout) {
            this.handshakeTimeout = handshakeTimeout;
            return this;
        }

        public Builder idleTimeout(Duration idleTimeout) {
            this.idleTimeout = idleTimeout;
            return this;
        }

        public ServerSettings build() {
            return new ServerSettings(
                    address,
                    port,
                    clientAuthentication,
                    identity,
                    trust,
                    allowedSubjects,
                    versions,
                    cipherSuites,
                    namedGroups,
                    signatureSchemes,
                    applicationProtocols,
                    serverNames,
                    revocation,
                    staple,
                    staplingResponder,
                    reply,
                    handshakeTimeout,
                    idleTimeout);
        }
    }
}
