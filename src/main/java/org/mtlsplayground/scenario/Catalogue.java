package org.mtlsplayground.scenario;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;

/** All scenarios, in the order in which the library shows them. */
public final class Catalogue {
    private static final List<Scenario> ALL = List.of(
            new Scenario(
                    "mutual",
                    Category.SOUND,
                    List.of(),
                    EnumSet.allOf(TlsVersion.class),
                    version -> mutual(version, Optional.empty()),
                    (version, jdk) -> Expectation.of(Verdict.Kind.MUTUAL, Cause.SOUND)),
            new Scenario(
                    "client-unknown-ca",
                    Category.SERVER_REFUSES,
                    List.of(9),
                    EnumSet.allOf(TlsVersion.class),
                    version -> mutual(version, Optional.of(Fault.UNKNOWN_CA)),
                    (version, jdk) ->
                            Expectation.refused(Side.SERVER, "Certificate", "certificate_unknown", Cause.UNKNOWN_CA)));

    private Catalogue() {}

    /** All of them. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** The one of that id. */
    public static Optional<Scenario> of(String id) {
        return ALL.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }

    private static Setup mutual(TlsVersion version, Optional<Fault> ofClient) {
        var plan = Presets.chainOfThree(Role.CLIENT, Presets.client("alice"));
        Material client = ofClient.map(plan::issue).orElseGet(plan::issue);
        Material server = Presets.chainOfThree(Role.SERVER, Presets.server(ClientSettings.DEFAULT_SERVER_NAME))
                .issue();
        return Setup.of(
                ClientSettings.builder()
                        .versions(Set.of(version))
                        .identity(client.identity())
                        .trust(TrustAnchors.of(server.trusted())),
                ServerSettings.builder()
                        .versions(Set.of(version))
                        .identity(server.identity())
                        .trust(TrustAnchors.of(client.trusted())));
    }
}
