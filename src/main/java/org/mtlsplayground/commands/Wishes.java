package org.mtlsplayground.commands;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;

/** What both sides' settings have in common. */
record Wishes(
        Optional<Identity> identity,
        TrustAnchors trust,
        Set<TlsVersion> versions,
        List<String> suites,
        List<String> groups,
        List<String> schemes,
        List<String> protocols,
        RevocationChecking revocation) {

    static Wishes of(ClientSettings settings) {
        return new Wishes(
                settings.identity(),
                settings.trust(),
                versions(settings.versions(), settings.cipherSuites()),
                settings.cipherSuites(),
                settings.namedGroups(),
                settings.signatureSchemes(),
                settings.applicationProtocols(),
                settings.revocation());
    }

    static Wishes of(ServerSettings settings) {
        return new Wishes(
                settings.identity(),
                settings.trust(),
                versions(settings.versions(), settings.cipherSuites()),
                settings.cipherSuites(),
                settings.namedGroups(),
                settings.signatureSchemes(),
                settings.applicationProtocols(),
                settings.revocation());
    }

    /** A version for which JSSE has been left no suite is not offered, whatever is ticked. */
    private static Set<TlsVersion> versions(Set<TlsVersion> ticked, List<String> suites) {
        Set<TlsVersion> left = EnumSet.copyOf(ticked);
        if (!suites.isEmpty()) {
            if (suites.stream().noneMatch(OpensslNames::isOf13)) {
                left.remove(TlsVersion.TLS_1_3);
            }
            if (OpensslNames.suites12(suites).isEmpty()) {
                left.remove(TlsVersion.TLS_1_2);
            }
        }
        return left.isEmpty() ? ticked : left;
    }

    String suites13() {
        return versions.contains(TlsVersion.TLS_1_3) ? OpensslNames.suites13(suites) : "";
    }

    String suites12() {
        return versions.contains(TlsVersion.TLS_1_2) ? OpensslNames.suites12(suites) : "";
    }

    /** The oldest version, as in {@code TLSv1.2}. */
    String oldest() {
        return (versions.contains(TlsVersion.TLS_1_2) ? TlsVersion.TLS_1_2 : TlsVersion.TLS_1_3).jsseName();
    }

    /** The newest version, as in {@code TLSv1.3}. */
    String newest() {
        return (versions.contains(TlsVersion.TLS_1_3) ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2).jsseName();
    }

    /** Whether a trusted certificate is none of a root, which OpenSSL has to be told to take. */
    boolean trustsOthersThanRoots() {
        return trust.certificates().stream()
                .anyMatch(one -> !one.getSubjectX500Principal().equals(one.getIssuerX500Principal()));
    }
}
