package org.mtlsplayground.text;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;

/**
 * The keys of the bundle that the code puts together at run time: each beginning with all its possible ends.
 *
 * <p>Whoever writes {@code Messages.get("some.beginning." + value)} adds a line here.
 */
final class CompletedKeys {
    private static final List<String> SHORTCUTS = List.of(
            "connect",
            "server",
            "step",
            "next",
            "certificates",
            "scenarios",
            "again",
            "middle",
            "compare",
            "open",
            "export",
            "exportAll",
            "search",
            "paste",
            "larger",
            "usual",
            "help",
            "escape");
    /** Causes for which the headline says it all. */
    private static final List<String> WORDLESS = List.of(
            "SOUND",
            "SERVER_ONLY",
            "PEER_VANISHED",
            "PEER_STALLED",
            "WRONG_PASSWORD",
            "FILE_UNUSABLE",
            "JAVA_SEES_NO_ANCHORS",
            "NOBODY_LISTENS",
            "UNKNOWN_HOST",
            "SETTINGS_UNUSABLE",
            "CANCELLED",
            "NOT_OVER",
            "UNKNOWN");

    private static final List<String> OF_STRANGERS = List.of(
            "UNKNOWN_CA.outside",
            "SELF_SIGNED.outside",
            "INTERMEDIATE_MISSING.outside",
            "NO_COMMON_VERSION.outside",
            "NO_CLIENT_CERTIFICATE.stranger",
            "TRUNCATED.stranger",
            "WRONG_HOST.left",
            "NO_IP_NAME.left");

    /** Causes whose remedies depend on the setup, and so have keys of their own. */
    private static final List<String> MENDED_OTHERWISE = List.of(
            "UNKNOWN_CA",
            "SELF_SIGNED",
            "INTERMEDIATE_MISSING",
            "INTERMEDIATE_NOT_LISTED",
            "ISSUER_NOT_LISTED",
            "NO_CLIENT_CERTIFICATE",
            "WRONG_HOST",
            "NO_IP_NAME",
            "NO_COMMON_VERSION",
            "RECORD_ALTERED",
            "HELLO_ALTERED",
            "MESSAGE_ALTERED",
            "OUT_OF_ORDER",
            "INJECTED",
            "DOWNGRADE");

    private static final Map<String, List<String>> ALL = all();

    private CompletedKeys() {}

    private static Map<String, List<String>> all() {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        for (String beginning : List.of("load.problem.", "cli.load.")) {
            keys.put(
                    beginning,
                    Stream.concat(constants("pki.LoadProblem").stream(), Stream.of("OWN_PASSWORD"))
                            .toList());
        }
        keys.put("load.found.", constants("pki.ContentKind"));
        keys.put(
                "load.detail.",
                constants("pki.LoadDetail").stream()
                        .filter(name -> !List.of("NONE", "OWN_PASSWORD").contains(name))
                        .toList());
        keys.put("cli.group.", constants("cli.OptionGroups$Group"));
        keys.put("load.place.", constants("pki.Place$Unit"));
        keys.put("load.expected.", List.of("ANYTHING", "CERTIFICATE", "PRIVATE_KEY", "CRL", "CERTIFICATE_REQUEST"));
        keys.put("cli.said.", constants("peer.Side"));
        for (String beginning : List.of("report.side.", "report.section.certificates.")) {
            keys.put(beginning, constants("peer.Side"));
        }
        keys.put("report.legend.", List.of("CLEAR", "ENCRYPTED", "MUTUAL", "REFUSED"));
        keys.put("copyAs.program.", constants("commands.Target"));
        keys.put("client.state.", constants("ui.client.ClientState"));
        keys.put("server.state.", constants("ui.server.ServerState"));
        for (String beginning : List.of("algorithms.name.", "algorithms.why.", "algorithms.many.")) {
            keys.put(beginning, constants("ui.common.AlgorithmInputs$Kind"));
        }
        keys.put("log.speaker.", constants("ui.inspector.LogModel$Speaker"));
        keys.put("inspector.way.", constants("capture.Direction"));
        keys.put("inspector.secrecy.", List.of("clear", "opened", "closed"));
        keys.put(
                "records.column.",
                List.of("number", "way", "time", "type", "version", "length", "secrecy", "messages"));
        keys.put("records.secrecy.", List.of("clear", "opened", "closed"));
        keys.put("scenarios.category.", constants("scenario.Category"));
        for (String beginning : List.of("scenarios.who.", "scenarios.grade.who.")) {
            keys.put(beginning, constants("ui.scenarios.Who"));
        }
        keys.put("scenarios.message.", constants("peer.Side"));
        keys.put("scenarios.predict.", List.of("message", "alert"));
        keys.put("scenarios.bar.", List.of("PREPARING", "PLAYING"));
        keys.put("moment.", constants("peer.Moment"));
        keys.put("phase.", constants("transcript.Phase"));
        keys.put("unopened.", constants("transcript.Unopened"));
        keys.put(
                "alert.",
                IntStream.range(0, 256)
                        .mapToObj(CodePoints::alert)
                        .filter(name -> !name.startsWith("0x"))
                        .toList());
        keys.put("wire.auto.", constants("ui.wire.AutoPlay"));
        keys.put("wire.pace.", constants("ui.wire.Pace"));
        keys.put("wire.way.", constants("capture.Direction"));
        keys.put("rule.sender.", constants("capture.Direction"));
        keys.put("rule.where.", constants("ui.wire.OwnRule$Where"));
        keys.put("rule.deed.", constants("ui.wire.OwnRule$Deed"));
        keys.put("alter.field.as.", constants("ui.wire.FieldWriting"));
        keys.put("alter.field.no.", constants("dissect.FieldChange$Objection"));
        keys.put("wire.grain.", constants("capture.Gate$Grain"));
        for (String beginning : List.of("timeline.done.", "timeline.done.means.", "timeline.done.tip.")) {
            keys.put(beginning, constants("peer.Side"));
        }
        keys.put("why.SERVER_WITHOUT_KEY.", constants("diagnosis.ServerKey$Lack"));
        keys.put("why.", Stream.concat(causes(WORDLESS), OF_STRANGERS.stream()).toList());
        keys.put(
                "mend.",
                causes(WORDLESS)
                        .filter(cause -> !MENDED_OTHERWISE.contains(cause))
                        .toList());
        keys.put("verdict.notSent.other.", List.of("kind", "type", "schemes", "issuer", "fits"));
        keys.put("remedy.leave.", constants("diagnosis.Action$Choice"));
        keys.put(
                "verdict.wire.",
                List.of(
                        "nothing",
                        "nothing.detail",
                        "closed",
                        "closed.detail",
                        "gaps",
                        "gaps.detail",
                        "unfinished",
                        "unfinished.detail"));
        keys.put("keys.use.", constants("capture.Direction"));
        keys.put("keys.origin.", constants("transcript.DerivedSecret$Origin"));
        for (String beginning : List.of("keys.from.", "keys.from.group.")) {
            keys.put(beginning, List.of("CLIENT_DRAWS", "SERVER_DRAWS"));
        }
        keys.put(
                "keys.title.",
                List.of(
                        "psk",
                        "early_secret",
                        "client_early_traffic_secret",
                        "early_exporter_master_secret",
                        "shared_secret",
                        "handshake_secret",
                        "client_handshake_traffic_secret",
                        "server_handshake_traffic_secret",
                        "master_secret",
                        "client_application_traffic_secret_",
                        "server_application_traffic_secret_",
                        "exporter_master_secret",
                        "resumption_master_secret",
                        "pre_master_secret",
                        "key_block"));
        keys.put("kind.", constants("diagnosis.Verdict$Kind"));
        keys.put("app.theme.", constants("ui.common.Theme"));
        keys.put("replay.pace.", List.of("OWN", "TENTH", "HUNDREDTH", "EVEN"));
        keys.put("app.help.step.", List.of("one", "two", "three"));
        keys.put("app.help.key.", SHORTCUTS);
        keys.put("app.help.does.", SHORTCUTS);
        keys.put("capture.problem.", constants("capture.CaptureFileException$Problem"));
        keys.put(
                "capture.note.",
                constants("capture.Note$Kind").stream()
                        .flatMap(kind -> kind.startsWith("FILE_") ? Stream.of(kind) : Stream.of(kind, kind + ".one"))
                        .toList());
        List<String> sides = List.of("client", "server");
        keys.put("side.", sides);
        List<String> refusals = Stream.of("certificate.", "missing.", "revoked.", "undetermined.", "connection.")
                .flatMap(what -> sides.stream().map(what::concat))
                .toList();
        keys.put("verdict.refused.", refusals);
        keys.put(
                "forecast.",
                Stream.concat(
                                Stream.of("mutual", "server_only", "failed"),
                                refusals.stream().map("refused."::concat))
                        .toList());
        keys.put("revocation.source.", constants("peer.RevocationChecking$Source"));
        keys.put("event.status.", List.of("good", "revoked", "unknown"));
        keys.put("verdict.said.", constants("peer.Side"));
        keys.put("verdict.overheard.", constants("peer.Side"));
        keys.put("verdict.told.", constants("peer.Side"));
        keys.put("verdict.views.knew.", constants("peer.Side"));
        keys.put("verdict.views.told.", constants("peer.Side"));
        keys.put("cli.input.", constants("ca.WrongInput$Why"));
        keys.put("inspect.valid.", constants("pki.CertificateDescription$Validity"));
        keys.put("certificates.presented.", constants("peer.Side"));
        keys.put("certificates.file.", constants("peer.Side"));
        keys.put("certificates.trustedBy.", constants("peer.Side"));
        certificates(keys);
        keys.put("event.encrypted.", List.of("FINISH", "ENCRYPTED", "APPLICATION_DATA", "ALERT"));
        keys.put(
                "verdict.failed.",
                withDetail(constants("peer.Outcome$Reason").stream()
                        .filter(reason -> !reason.equals("TLS"))
                        .toList()));
        workshop(keys);
        paste(keys);
        return keys;
    }

    private static void workshop(Map<String, List<String>> keys) {
        keys.put("workshop.loaded.", constants("peer.Side"));
        keys.put("workshop.trusted.", constants("peer.Side"));
        keys.put("workshop.extension.", constants("ca.StandardExtension"));
        keys.put("workshop.writing.", constants("ca.Writing"));
        keys.put("workshop.kind.", constants("ui.workshop.Kind"));
        keys.put("workshop.key.", constants("ca.KeyKind"));
        keys.put("workshop.signature.", constants("ca.SignatureAlgorithm"));
        keys.put("workshop.fault.", constants("ca.Fault"));
        keys.put("workshop.fault.why.", constants("ca.Fault"));
        keys.put("workshop.faults.", constants("ui.workshop.FaultGroup"));
        keys.put("workshop.state.", constants("ca.revocation.Issued$State"));
        keys.put(
                "workshop.reason.",
                constants("pki.status.RevocationReason").stream()
                        .filter(reason -> !reason.equals("REMOVE_FROM_CRL"))
                        .toList());
        keys.put("workshop.asked.", constants("ca.revocation.Asked$Question"));
        keys.put("workshop.answered.", constants("ca.revocation.Asked$Answer"));
        List<String> formats = Stream.concat(
                        constants("ca.SaveFormat").stream(), Stream.of("CRL_PEM", "CRL_DER", "CSR_PEM", "CSR_DER"))
                .toList();
        keys.put("workshop.format.", formats);
        keys.put("workshop.format.about.", formats);
    }

    private static void paste(Map<String, List<String>> keys) {
        keys.put("paste.program.", constants("diagnosis.paste.Program"));
        keys.put("paste.side.", constants("peer.Side"));
        keys.put("paste.strength.", constants("diagnosis.paste.Strength"));
        keys.put("paste.fact.", constants("diagnosis.paste.Fact$Kind"));
        keys.put(
                "paste.stance.",
                constants("diagnosis.paste.Stance").stream()
                        .flatMap(stance -> Stream.of(stance, stance + ".side"))
                        .toList());
        // Which causes and rules there are is for the rules to say, and for a test of theirs.
        for (String beginning : List.of("paste.cause.", "paste.why.")) {
            keys.put(
                    beginning,
                    Messages.bundle().keySet().stream()
                            .filter(key -> key.startsWith(beginning))
                            .map(key -> key.substring(beginning.length()))
                            .toList());
        }
    }

    private static void certificates(Map<String, List<String>> keys) {
        keys.put("certificates.field.", List.of("subject", "issuer", "key", "signature", "validity", "serial"));
        // Which of them have words of their own is for the bundle to say.
        for (String beginning : List.of("certificates.label.", "certificates.means.")) {
            keys.put(
                    beginning,
                    Messages.bundle().keySet().stream()
                            .filter(key -> key.startsWith(beginning))
                            .map(key -> key.substring(beginning.length()))
                            .toList());
        }
        keys.put("certificates.may.", constants("pki.detail.Ability$Kind"));
        keys.put("certificates.strength.", constants("pki.detail.Strength$Reason"));
        keys.put("certificates.malformed.", constants("pki.detail.Malformed$Reason"));
        keys.put("certificates.compare.", constants("pki.detail.Comparison$Outcome"));
        keys.put("certificates.status.", constants("pki.path.Step$Status"));
        for (String beginning : List.of("certificates.outlook.loaded.", "certificates.outlook.other.")) {
            keys.put(beginning, constants("pki.path.Role"));
        }
        keys.put(
                "certificates.outlook.step.",
                Stream.concat(
                                constants("ui.certificates.OutlookLines$Matter").stream()
                                        .flatMap(matter ->
                                                List.of("ISSUER", "USAGES").contains(matter)
                                                        ? constants("pki.path.Role").stream()
                                                                .map(role -> matter + "." + role)
                                                        : Stream.of(matter)),
                                Stream.of("CA.CA", "USAGES.CA"))
                        .toList());
        keys.put(
                "certificates.outlook.unlooked.",
                constants("peer.RevocationChecking$Source").stream()
                        .filter(source -> !source.equals("OFF"))
                        .flatMap(source -> constants("peer.Side").stream().map(side -> source + "." + side))
                        .toList());
        keys.put("certificates.ocsp.", List.of("good", "revoked", "unknown"));
        keys.put(
                "certificates.statusField.",
                List.of(
                        "issuer",
                        "revoked",
                        "thisUpdate",
                        "nextUpdate",
                        "number",
                        "delta",
                        "signature",
                        "authorityKey",
                        "response",
                        "responder",
                        "produced",
                        "along",
                        "nonce",
                        "status",
                        "revokedAt",
                        "serial"));
        keys.put(
                "certificates.statusWords.",
                List.of(
                        "number",
                        "delta",
                        "response",
                        "along",
                        "nonce",
                        "good",
                        "revoked",
                        "unknown",
                        "early",
                        "overdue",
                        "endless",
                        "unsigned"));
        keys.put("step.", constants("pki.path.Step$Reason"));
        keys.put("sending.", constants("pki.path.Sending$Condition$Reason"));
    }

    /** The names of an enum's constants; by its name, as not all are public. */
    private static Stream<String> causes(List<String> except) {
        return constants("diagnosis.Cause").stream().filter(cause -> !except.contains(cause));
    }

    private static List<String> constants(String type) {
        try {
            Object[] constants = Class.forName("org.mtlsplayground." + type).getEnumConstants();
            return Arrays.stream(constants)
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new AssertionError("CompletedKeys names an enum that is gone", e);
        }
    }

    private static List<String> withDetail(List<String> ends) {
        return ends.stream().flatMap(end -> Stream.of(end, end + ".detail")).toList();
    }

    /** The beginnings that are known. */
    static Set<String> beginnings() {
        return ALL.keySet();
    }

    /** Every key that can come of it. */
    static Stream<String> complete(String beginning) {
        return ALL.getOrDefault(beginning, List.of()).stream().map(end -> beginning + end);
    }
}
