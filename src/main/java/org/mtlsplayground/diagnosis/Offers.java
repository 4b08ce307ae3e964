package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;

/**
 * What both sides would have to agree on, as arguments of a {@link Phrase}; a dash for what is not known.
 *
 * @param client what the client offered
 * @param server what the server takes
 */
record Offers(Object client, Object server) {
    private static final String NOTHING = "–";
    private static final int MOST_OFFERED = 12;

    static Offers of(Facts facts, Cause cause) {
        Optional<Handshake.ClientHello> hello = facts.last(Handshake.ClientHello.class, Side.CLIENT);
        Optional<ServerSettings> server = facts.server();
        return switch (cause) {
            case NO_COMMON_VERSION ->
                new Offers(
                        list(hello.map(seen -> HelloCauses.offeredVersions(seen).stream()
                                .filter(version -> !CodePoints.grease(version))
                                .map(CodePoints::version)
                                .toList())),
                        list(server.map(settings -> settings.versions().stream()
                                .sorted()
                                .map(TlsVersion::displayName)
                                .toList())));
            case NO_COMMON_GROUP ->
                new Offers(
                        list(hello.map(seen -> HelloCauses.offeredGroups(seen).stream()
                                .map(CodePoints::group)
                                .toList())),
                        list(server.map(ServerSettings::namedGroups)));
            case NO_COMMON_PROTOCOL ->
                new Offers(
                        list(hello.flatMap(seen -> Extension.find(seen.extensions(), Extension.Alpn.class))
                                .map(Extension.Alpn::protocols)),
                        list(server.map(ServerSettings::applicationProtocols)));
            case SERVER_NAME_REFUSED ->
                new Offers(
                        facts.negotiation().serverName().orElse(NOTHING),
                        list(server.map(ServerSettings::serverNames)));
            case SERVER_NAME_ABSENT -> new Offers(NOTHING, list(server.map(ServerSettings::serverNames)));
            case OTHER_NAME_ACCEPTED ->
                new Offers(facts.client().map(ClientSettings::host).orElse(NOTHING), NOTHING);
            default -> new Offers(NOTHING, NOTHING);
        };
    }

    private static Object list(Optional<List<String>> names) {
        return names.filter(some -> !some.isEmpty())
                .map(some -> Phrase.listed(some, MOST_OFFERED))
                .orElse(NOTHING);
    }
}
