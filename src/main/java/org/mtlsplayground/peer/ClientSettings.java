package org.mtlsplayground.peer;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * Everything a client needs for one connection. Immutable; made by {@link #builder()}.
 *
 * @param host name or address to connect to
 * @param port 1 to 65535
 * @param serverName for SNI (RFC 6066 §3); empty sends none
 * @param verifyHostName whether the server's certificate must be for the server name or the host (RFC 2818 rules)
 * @param identity what to show when the server asks; empty: an empty certificate list is sent
 * @param others what the client could show as well: other entries of its key store. None of them is sent; they tell whether
 *     another choice would do
 * @param jdkChooses whether the JDK's own key manager decides if the identity is sent: only where the server's list of
 *     accepted CAs names an issuer of it. Else it is sent whenever the server asks
 * @param trust whose servers are trusted
 * @param versions offered versions, never empty
 * @param cipherSuites offered cipher suites by their names in the IANA registry, the preferred first; empty for the JDK's
 *     choice
 * @param namedGroups groups offered for the key exchange, by their names in the IANA registry ({@code x25519},
 *     {@code secp256r1}, {@code ffdhe2048}); empty for the JDK's choice. Their order means nothing: it is the JDK's. In
 *     TLS 1.2, what a client offers must also have the curve of the server's certificate (RFC 8422 §5.1)
 * @param signatureSchemes schemes offered by their names in the IANA registry ({@code ecdsa_secp256r1_sha256}); empty for
 *     the JDK's choice. Their order means nothing. They bind the client's own signature and the server's in the handshake, and the
 *     signatures on the certificates that are presented to this side: JSSE has one list for all (RFC 8446 §4.2.3)
 * @param applicationProtocols offered by ALPN (RFC 7301), the preferred first; empty sends no such extension
 * @param resume whether the session of the connection before may be resumed, if that had the same identity, trust and
 *     versions and went to the same place; else the handshake is always a full one
 * @param revocation how to find out whether the server's certificate is revoked
 * @param askStatus whether to ask the server to staple its certificate's status (RFC 6066 §8); what comes is looked at
 *     only where {@code revocation} wants OCSP
 * @param message sent after the handshake, UTF-8; may be empty
 * @param timeout for each of: TCP connection, handshake, the server's answer
 */
public record ClientSettings(
        String host,
        int port,
        String serverName,
        boolean verifyHostName,
        Optional<Identity> identity,
        List<Identity> others,
        boolean jdkChooses,
        TrustAnchors trust,
        Set<TlsVersion> versions,
        List<String> cipherSuites,
        List<String> namedGroups,
        List<String> signatureSchemes,
        List<String> applicationProtocols,
        boolean resume,
        RevocationChecking revocation,
        boolean askStatus,
        String message,
        Duration timeout) {

    public static final int DEFAULT_PORT = 4443;
    public static final String DEFAULT_SERVER_NAME = "server.mtls.example.org";
    public static final String DEFAULT_MESSAGE = "Hello from client";

    public ClientSettings {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("no TLS version");
        }
        others = List.copyOf(others);
        versions = Set.copyOf(versions);
        cipherSuites = List.copyOf(cipherSuites);
        namedGroups = List.copyOf(namedGroups);
        signatureSchemes = List.copyOf(signatureSchemes);
        applicationProtocols = ApplicationProtocols.checked(applicationProtocols);
    }

    /** Settings for the default server on this machine: no identity, nobody trusted, the host name verified. */
    public static Builder builder() {
        return new Builder();
    }

    /** The same settings at another port. */
    public ClientSettings at(int otherPort) {
        return toBuilder().port(otherPort).build();
    }

    /** Settings that begin with these. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.host = host;
        builder.port = port;
        builder.serverName = serverName;
        builder.verifyHostName = verifyHostName;
        builder.identity = identity;
        builder.others = others;
        builder.jdkChooses = jdkChooses;
        builder.trust = trust;
        builder.versions = versions;
        builder.cipherSuites = cipherSuites;
        builder.namedGroups = namedGroups;
        builder.signatureSchemes = signatureSchemes;
        builder.applicationProtocols = applicationProtocols;
        builder.resume = resume;
        builder.revocation = revocation;
        builder.askStatus = askStatus;
        builder.message = message;
        builder.timeout = timeout;
        return builder;
    }

    /** Collects settings; each call replaces a default. */
    public static final class Builder {
        private String host = "127.0.0.1";
        private int port = DEFAULT_PORT;
        private String serverName = DEFAULT_SERVER_NAME;
        private boolean verifyHostName = true;
        private Optional<Identity> identity = Optional.empty();
        private List<Identity> others = List.of();
        private boolean jdkChooses;
        private TrustAnchors trust = TrustAnchors.none();
        private Set<TlsVersion> versions = EnumSet.allOf(TlsVersion.class);
        private List<String> cipherSuites = List.of();
        private List<String> namedGroups = List.of();
        private List<String> signatureSchemes = List.of();
        private List<String> applicationProtocols = List.of();
        private boolean resume;
        private RevocationChecking revocation = RevocationChecking.off();
        private boolean askStatus = true;
        private String message = DEFAULT_MESSAGE;
        private Duration timeout = Duration.ofSeconds(10);

        private Builder() {}

        public Builder host(String host) {
            this.host = host;
            return this;
        }

        public Builder port(int port) {
            this.port = port;
            return this;
        }

        public Builder serverName(String serverName) {
            this.serverName = serverName;
            return this;
        }

        public Builder verifyHostName(boolean verifyHostName) {
            this.verifyHostName = verifyHostName;
            return this;
        }

        public Builder others(List<Identity> others) {
            this.others = others;
            return this;
        }

        public Builder identity(Identity identity) {
            this.identity = Optional.ofNullable(identity);
            return this;
        }

        public Builder jdkChooses(boolean jdkChooses) {
            this.jdkChooses = jdkChooses;
            return this;
        }

        public Builder trust(TrustAnchors trust) {
            this.trust = trust;
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

        public Builder resume(boolean resume) {
            this.resume = resume;
            return this;
        }

        public Builder revocation(RevocationChecking revocation) {
            this.revocation = revocation;
            return this;
        }

        public Builder askStatus(boolean askStatus) {
            this.askStatus = askStatus;
            return this;
        }

        public Builder message(String message) {
            this.message = message;
            return this;
        }

        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        public ClientSettings build() {
            return new ClientSettings(
                    host,
                    port,
                    serverName,
                    verifyHostName,
                    identity,
                    others,
                    jdkChooses,
                    trust,
                    versions,
                    cipherSuites,
                    namedGroups,
                    signatureSchemes,
                    applicationProtocols,
                    resume,
                    revocation,
                    askStatus,
                    message,
                    timeout);
        }
    }
}
