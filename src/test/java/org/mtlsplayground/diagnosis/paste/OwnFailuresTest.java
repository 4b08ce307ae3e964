package org.mtlsplayground.diagnosis.paste;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;

/** What the JDK that runs this says when it refuses: the exception alone leads to the fault that was set up. */
class OwnFailuresTest {
    /** Those that are refused by JDKs, and by the one that looks at the certificate. */
    private static final Map<Fault, Cause> CAUSES = causes();

    /** The words of most do not depend on the version. */
    private static final Set<Fault> IN_BOTH = EnumSet.of(Fault.UNKNOWN_CA, Fault.FOREIGN_KEY, Fault.DER_GARBAGE);

    private static Map<Fault, Cause> causes() {
        Map<Fault, Cause> causes = new EnumMap<>(Fault.class);
        Set<Fault> others = EnumSet.of(
                Fault.RSA_512, Fault.RSA_1024, Fault.SHA1_SIGNATURE, Fault.KEY_OF_ANOTHER_KIND, Fault.NAME_ONLY_IN_CN);
        others.add(Fault.EXPIRED_BUT_TRUSTED);
        for (Fault fault : EnumSet.complementOf(EnumSet.copyOf(others))) {
            causes.put(
                    fault,
                    switch (fault) {
                        case INTERMEDIATE_EXPIRED -> Cause.CA_EXPIRED;
                        case INTERMEDIATE_LEFT_OUT -> Cause.INTERMEDIATE_MISSING;
                        case MD5_SIGNATURE -> Cause.WEAK_ALGORITHM;
                        case SIGNATURE_ALTERED -> Cause.SIGNATURE_WRONG;
                        case DER_GARBAGE -> Cause.CERTIFICATE_UNREADABLE;
                        default -> Cause.valueOf(fault.name());
                    });
        }
        return causes;
    }

    static Stream<Arguments> faults() {
        return CAUSES.keySet().stream()
                .flatMap(fault -> fault.roles().stream()
                        .filter(role -> role != Role.CA)
                        .flatMap(role -> Stream.of(TlsVersion.values())
                                .filter(version -> version == TlsVersion.TLS_1_3 || IN_BOTH.contains(fault))
                                .map(version -> Arguments.of(fault, role, version))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void theExceptionTellsIt(Fault fault, Role role, TlsVersion version) throws Exception {
        Material made = Presets.chainOfThree(role, role == Role.CLIENT ? Presets.client("alice") : Presets.server())
                .issue(fault);
        ClientSettings.Builder client = Play.client("client").serverName(name(fault, role));
        ServerSettings.Builder server = Play.server("server", version);
        if (role == Role.CLIENT) {
            client.identity(made.identity());
            server.trust(TrustAnchors.of(made.trusted()));
        } else {
            client.trust(TrustAnchors.of(made.trusted()));
            server.identity(made.identity());
        }
        Connection connection = Play.between(client, server);
        Side judge = role == Role.CLIENT ? Side.SERVER : Side.CLIENT;
        Reading refusing = ErrorTexts.read(text(connection, judge));
        assertTrue(refusing.isRecognised(), () -> text(connection, judge));
        int weight = refusing.causes().get(0).weight();
        assertTrue(
                refusing.causes().stream()
                        .anyMatch(likely -> likely.cause() == CAUSES.get(fault) && likely.weight() == weight),
                () -> refusing + "\n" + text(connection, judge));
        assertTrue(
                refusing.speakers().stream()
                        .anyMatch(speaker -> speaker.program().equals(Optional.of(Program.JAVA))
                                && speaker.stance() == Stance.REFUSES
                                && speaker.side().orElse(judge) == judge),
                refusing::toString);
        Reading told = ErrorTexts.read(text(connection, judge.other()));
        assertEquals(
                List.of(),
                told.speakers().stream()
                        .filter(speaker -> speaker.stance() == Stance.REFUSES)
                        .toList(),
                told::toString);
    }

    /** The sample server has that name; one made here has others, and this machine’s address and “localhost”. */
    private static String name(Fault fault, Role role) {
        boolean known = role == Role.CLIENT || fault == Fault.WRONG_HOST;
        return known ? ClientSettings.DEFAULT_SERVER_NAME : fault.needsAddress() ? "" : "localhost";
    }

    /** As the side’s log would have it. */
    private static String text(Connection connection, Side side) {
        if (!(connection.outcome(side).orElseThrow() instanceof Outcome.Failure failure)) {
            return "";
        }
        List<String> lines = new ArrayList<>(List.of(failure.exception().toString()));
        failure.exception().causes().forEach(cause -> lines.add("Caused by: " + cause));
        return String.join("\n", lines);
    }
}
