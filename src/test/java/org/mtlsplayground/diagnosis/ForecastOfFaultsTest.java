package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.Step;
import org.mtlsplayground.pki.path.Step.Kind;
import org.mtlsplayground.recorded.Play;

/** Each fault that a certificate can have: foretold, explained by one step, and then tried on real sockets. */
class ForecastOfFaultsTest {
    /** The step that must fail, and it alone: its kind and which certificate of the path. */
    private static final Map<Fault, String> STEPS = steps();

    private static Map<Fault, String> steps() {
        Map<Fault, String> steps = new EnumMap<>(Fault.class);
        steps.put(Fault.EXPIRED, at(Kind.DATES, 0));
        steps.put(Fault.NOT_YET_VALID, at(Kind.DATES, 0));
        steps.put(Fault.INTERMEDIATE_EXPIRED, at(Kind.DATES, 1));
        steps.put(Fault.INTERMEDIATE_LEFT_OUT, at(Kind.ISSUER, 0));
        steps.put(Fault.UNKNOWN_CA, at(Kind.ISSUER, 1));
        steps.put(Fault.SELF_SIGNED, at(Kind.ISSUER, 0));
        steps.put(Fault.FALSE_CA, at(Kind.SIGNATURE, 1));
        steps.put(Fault.WRONG_PURPOSE, at(Kind.EXTENDED_KEY_USAGE, 0));
        steps.put(Fault.NO_DIGITAL_SIGNATURE, at(Kind.DIGITAL_SIGNATURE, 0));
        steps.put(Fault.ISSUER_NO_CA, at(Kind.CA, 1));
        steps.put(Fault.PATH_LENGTH_EXCEEDED, at(Kind.PATH_LENGTH, 2));
        steps.put(Fault.CA_WITHOUT_CERT_SIGN, at(Kind.KEY_CERT_SIGN, 1));
        steps.put(Fault.NAME_CONSTRAINT_BROKEN, at(Kind.NAME_CONSTRAINTS, 0));
        steps.put(Fault.UNKNOWN_CRITICAL_EXTENSION, at(Kind.CRITICAL_EXTENSIONS, 0));
        steps.put(Fault.RSA_512, at(Kind.ALGORITHM, 0));
        steps.put(Fault.MD5_SIGNATURE, at(Kind.ALGORITHM, 0));
        steps.put(Fault.SIGNATURE_ALTERED, at(Kind.SIGNATURE, 0));
        steps.put(Fault.DER_GARBAGE, at(Kind.ENCODING, 0));
        steps.put(Fault.CHAIN_TOO_LONG, at(Kind.CHAIN_LENGTH, 0));
        steps.put(Fault.ANCHOR_NO_CA, at(Kind.CA, 2));
        steps.put(Fault.WRONG_HOST, at(Kind.HOST_NAME, 0));
        steps.put(Fault.NO_IP_NAME, at(Kind.HOST_NAME, 0));
        return steps;
    }

    private static String at(Kind kind, int index) {
        return kind + " " + index;
    }

    static Stream<Arguments> faults() {
        return Stream.of(TlsVersion.values())
                .flatMap(version -> Stream.of(Fault.values())
                        .flatMap(fault -> fault.roles().stream()
                                .filter(role -> role != Role.CA)
                                .map(role -> Arguments.of(fault, role, version))));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void comesTrue(Fault fault, Role role, TlsVersion version) throws Exception {
        Material made = Presets.chainOfThree(role, role == Role.CLIENT ? Presets.client("alice") : Presets.server())
                .issue(fault);
        ClientSettings.Builder client = Play.client("client").serverName(fault.needsAddress() ? "" : "localhost");
        ServerSettings.Builder server = Play.server("server", version);
        if (role == Role.CLIENT) {
            client.identity(made.identity());
            server.trust(TrustAnchors.of(made.trusted()));
        } else {
            client.trust(TrustAnchors.of(made.trusted()));
            server.identity(made.identity());
        }
        Reality reality = Reality.of(client, server);
        Forecast forecast = reality.forecast();
        PathCheck path = (role == Role.CLIENT ? forecast.clientPath() : forecast.serverPath()).orElseThrow();
        assertEquals(
                Optional.ofNullable(STEPS.get(fault)).stream().toList(),
                path.steps().stream()
                        .filter(step -> step.fails() || step.kind() == Kind.JDK)
                        .map(step -> at(step.kind(), step.index()))
                        .toList(),
                () -> path.jdkReason().toString());
        assertEquals(!STEPS.containsKey(fault), path.accepted());
        Why why = reality.real().why();
        assertEquals(expectedCause(fault, role), why.cause(), why::toString);
        // Of two explanations the likelier one: the false CA's own signature looks like an altered one.
        assertEquals(fault != Fault.FALSE_CA && fault != Fault.INTERMEDIATE_LEFT_OUT, why.certain());
        if (fault == Fault.RSA_512 && version == TlsVersion.TLS_1_3) {
            // The owner can't sign with so short a key, and the other does not want it: both fail, and either may be
            // first.
            assertEquals(Verdict.Kind.REFUSED, reality.real().kind());
            assertEquals(Verdict.Kind.REFUSED, forecast.verdict().kind());
            return;
        }
        if (fault == Fault.CHAIN_TOO_LONG) {
            // Here the JDK throws without naming an alert, and then sockets and engines of JDK 25 take different ones.
            reality.comesTrueButForTheAlert();
        } else {
            reality.comesTrue();
        }
        Side judge = role == Role.CLIENT ? Side.SERVER : Side.CLIENT;
        boolean refused = STEPS.containsKey(fault) || fault == Fault.FOREIGN_KEY;
        if (refused) {
            assertEquals(Optional.of(judge), forecast.verdict().refusedBy());
        }
        assertEquals(
                List.of(expectedMessage(fault, role, version)),
                List.of(forecast.refusedAt().orElse("")));
        assertEquals(forecast.refusedAt(), why.message());
        assertTrue(path.steps().stream().anyMatch(step -> step.status() == Step.Status.OK), path::toString);
    }

    /** The rows of the catalogue say the rest: a fault leads to the cause of the same row. */
    private static Cause expectedCause(Fault fault, Role role) {
        return switch (fault) {
            case INTERMEDIATE_EXPIRED -> Cause.CA_EXPIRED;
            case INTERMEDIATE_LEFT_OUT -> Cause.INTERMEDIATE_MISSING;
            case RSA_512, MD5_SIGNATURE -> Cause.WEAK_ALGORITHM;
            case RSA_1024, SHA1_SIGNATURE -> Cause.WEAK_ACCEPTED;
            case SIGNATURE_ALTERED -> Cause.SIGNATURE_WRONG;
            case DER_GARBAGE -> Cause.CERTIFICATE_UNREADABLE;
            case KEY_OF_ANOTHER_KIND -> role == Role.SERVER ? Cause.SERVER_WITHOUT_KEY : Cause.KEY_OF_ANOTHER_KIND;
            case EXPIRED_BUT_TRUSTED -> Cause.ANCHOR_UNCHECKED;
            default -> Cause.valueOf(fault.name());
        };
    }

    private static String expectedMessage(Fault fault, Role role, TlsVersion version) {
        return switch (fault) {
            case FOREIGN_KEY ->
                role == Role.SERVER && version == TlsVersion.TLS_1_2 ? "ServerKeyExchange" : "CertificateVerify";
            case KEY_OF_ANOTHER_KIND -> role == Role.SERVER ? "ClientHello" : "Certificate";
            default -> STEPS.containsKey(fault) ? "Certificate" : "";
        };
    }
}
