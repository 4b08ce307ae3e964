package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;

/**
 * Why a server of ours that has a certificate could not prove itself by it.
 *
 * @param lack what kept the key from being used
 * @param hello what the client offered
 */
record UnusableKey(Identity identity, ServerKey.Lack lack, Handshake.ClientHello hello) {
    private static final int TLS_1_3 = 0x0304;
    private static final int MOST_NAMES = 3;

    /** Empty if the server is not ours, has no certificate, or its key is not what it failed for. */
    static Optional<UnusableKey> of(Facts facts) {
        Optional<Handshake.ClientHello> hello = facts.last(Handshake.ClientHello.class, Side.CLIENT);
        Optional<ServerSettings> server = facts.server();
        Optional<Identity> identity = server.flatMap(ServerSettings::identity);
        if (hello.isEmpty() || identity.isEmpty()) {
            return Optional.empty();
        }
        boolean tls13 = server.get().versions().contains(TlsVersion.TLS_1_3)
                && HelloCauses.offeredVersions(hello.get()).contains(TLS_1_3)
                && !HelloCauses.commonSuites(hello.get(), server.get(), true).isEmpty();
        return ServerKey.lack(
                        identity.get(),
                        hello.get(),
                        tls13,
                        server.get().signatureSchemes(),
                        HelloCauses.commonSuites(hello.get(), server.get(), tls13))
                .map(lack -> new UnusableKey(identity.get(), lack, hello.get()));
    }

    /** Why, in a sentence. */
    Phrase reason() {
        CertificateDescription leaf = CertificateDescription.of(identity.leaf());
        return lack == ServerKey.Lack.KIND
                ? Phrase.of("why.SERVER_WITHOUT_KEY.KIND", leaf.name(), certificateKind(), keyKind())
                : Phrase.of("why.SERVER_WITHOUT_KEY." + lack, leaf.name(), leaf.key());
    }

    /** What shows it. */
    Evidence evidence() {
        return switch (lack) {
            case KIND -> Evidence.of(Phrase.of("evidence.kinds", certificateKind(), keyKind()));
            case SCHEME ->
                offered(ServerKey.schemes(hello).stream()
                        .map(CodePoints::signatureScheme)
                        .toList());
            case SUITE ->
                offered(hello.cipherSuites().stream()
                        .map(CodePoints::cipherSuite)
                        .toList());
            case CURVE ->
                offered(HelloCauses.offeredGroups(hello).stream()
                        .map(CodePoints::group)
                        .toList());
        };
    }

    private String certificateKind() {
        return identity.leaf().getPublicKey().getAlgorithm();
    }

    private String keyKind() {
        return identity.key().getAlgorithm();
    }

    private static Evidence offered(List<String> names) {
        Object shown = Phrase.listed(names, MOST_NAMES);
        return Evidence.in("ClientHello", Side.CLIENT, Phrase.of("evidence.offered", shown));
    }
}
