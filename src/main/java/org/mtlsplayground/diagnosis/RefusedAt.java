package org.mtlsplayground.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.AlteredRecord;

/** Finds the message at which a side refused the other. */
final class RefusedAt {
    private static final String CERTIFICATE = "Certificate";
    private static final String APPLICATION_DATA = "application_data";
    private static final String FINISHED = "Finished";

    /** Of the JDK's words where the sums differ. */
    private static final String OF_FINISHED = "Finished message";

    private static final Set<String> ABOUT_THE_HELLO = Set.of(
            "decode_error",
            "illegal_parameter",
            "missing_extension",
            "no_application_protocol",
            "protocol_version",
            "unrecognized_name",
            "unsupported_extension");

    private RefusedAt() {}

    /** The message's name in the RFCs; empty if it can't be told. */
    static Optional<String> message(Facts facts, Side refuser, Verdict.Matter matter, Finding finding) {
        if (finding.ownFault()) {
            return Optional.empty();
        }
        Cause cause = finding.cause();
        return switch (cause) {
            case FOREIGN_KEY -> Optional.of(proof(facts, refuser));
            case HELLO_ALTERED -> altered(facts, refuser, finding);
            case RECORD_ALTERED ->
                Optional.of(
                        finding.deed().flatMap(RefusedAt::firstOf).orElseGet(() -> damaged(facts, refuser.other())));
            case MESSAGE_ALTERED, OUT_OF_ORDER, INJECTED -> tampered(facts, refuser, finding);
            case DOWNGRADE -> Optional.of("ServerHello");
            case CERTIFICATE_UNREADABLE, CHAIN_TOO_LONG -> Optional.of(CERTIFICATE);
            default -> {
                boolean ofCertificate = matter != Verdict.Matter.CONNECTION || finding.isAboutCertificate();
                yield ofCertificate ? certificate(facts, refuser) : ofConnection(facts, refuser);
            }
        };
    }

    /** In TLS 1.2 a server signs its key exchange, and so proves that it has the key (RFC 5246 §7.4.3). */
    private static String proof(Facts facts, Side refuser) {
        boolean keyExchange = refuser == Side.CLIENT && !facts.negotiation().isTls13();
        return keyExchange ? "ServerKeyExchange" : "CertificateVerify";
    }

    /** Where a status is announced, a client of TLS 1.2 judges the certificate when that has come (RFC 6066 §8). */
    private static Optional<String> certificate(Facts facts, Side refuser) {
        boolean waits = refuser == Side.CLIENT
                && !facts.all(Handshake.CertificateStatus.class, Side.SERVER).isEmpty();
        return Optional.of(waits ? "CertificateStatus" : CERTIFICATE);
    }

    private static Optional<String> ofConnection(Facts facts, Side refuser) {
        if (refuser == Side.SERVER) {
            return facts.onlyHelloSeen() ? Optional.of("ClientHello") : Optional.empty();
        }
        boolean further = !facts.all(Handshake.Certificate.class, Side.SERVER).isEmpty();
        return further ? Optional.empty() : Optional.of("ServerHello");
    }

    /** What is no more than missing shows at another message, which can't always be told. */
    private static Optional<String> tampered(Facts facts, Side refuser, Finding finding) {
        String words = facts.words(refuser);
        if (FailureVerdicts.isAboutProof(words)) {
            return Optional.of(proof(facts, refuser));
        }
        if (words.contains(OF_FINISHED)) {
            return Optional.of(FINISHED);
        }
        boolean ofCertificate = finding.deed()
                .filter(deed -> deed.touches(Handshake.Certificate.class))
                .isPresent();
        if (isDecryptError(facts) && !ofCertificate) {
            return Optional.of(signed(facts, refuser));
        }
        if (words.isEmpty()
                && finding.cause() == Cause.MESSAGE_ALTERED
                && finding.deed()
                        .filter(deed -> !deed.touches(Message.ChangeCipherSpec.class))
                        .isPresent()
                && isSignedOver(facts, refuser, ofCertificate)) {
            boolean ofKey = finding.deed()
                    .filter(deed -> deed.touches(Handshake.ClientKeyExchange.class))
                    .isPresent();
            // Of most groups not every value is a key, and an alert does not tell which of the two it was.
            return ofKey && !isAnyValueAKey(facts) ? Optional.empty() : Optional.of(proof(facts, refuser));
        }
        return finding.deed()
                .filter(deed -> deed.isTo(refuser) && deed.record().change() != AlteredRecord.Change.DROPPED)
                .filter(deed -> !deed.names().contains(","))
                .flatMap(RefusedAt::firstOf);
    }

    private static Optional<String> firstOf(Deed deed) {
        return Optional.of(deed.names().split(",", 2)[0])
                .filter(name -> !name.isEmpty())
                .map(name -> name.equals("Application data") ? APPLICATION_DATA : name);
    }

    /** In TLS 1.2 a client signs all messages so far, as it saw them (RFC 5246 §7.4.8), and the server compares. */
    private static boolean isSignedOver(Facts facts, Side refuser, boolean ofCertificate) {
        return refuser == Side.SERVER
                && !facts.negotiation().isTls13()
                && !ofCertificate
                && !isAboutTheHello(facts)
                && !facts.all(Handshake.CertificateVerify.class, Side.CLIENT).isEmpty();
    }

    /** RFC 7748 §5: of x25519 and x448 any value of the right length is one. */
    private static boolean isAnyValueAKey(Facts facts) {
        return facts.negotiation()
                .group()
                .map(CodePoints::group)
                .filter(group -> group.startsWith("x"))
                .isPresent();
    }

    private static boolean isDecryptError(Facts facts) {
        return facts.alert().filter(Facts.DECRYPT_ERROR::equals).isPresent();
    }

    /** Where it shows that the two sides did not see the same: at a signature, if the sender makes one, else in the sums. */
    private static String signed(Facts facts, Side refuser) {
        boolean goneOn =
                !facts.all(Handshake.ClientKeyExchange.class, Side.CLIENT).isEmpty();
        boolean signs = refuser == Side.CLIENT
                ? !goneOn
                : !facts.all(Handshake.CertificateVerify.class, Side.CLIENT).isEmpty();
        return signs ? proof(facts, refuser) : FINISHED;
    }

    /** Different keys show at the first record that is encrypted, another signature or sum where it is checked. */
    private static Optional<String> altered(Facts facts, Side refuser, Finding finding) {
        String words = facts.words(refuser);
        if (FailureVerdicts.isAboutProof(words)) {
            return Optional.of(proof(facts, refuser));
        }
        if (words.isEmpty() && isDecryptError(facts)) {
            return Optional.of(signed(facts, refuser));
        }
        if (words.isEmpty() && !isAboutTheHello(facts) && !facts.negotiation().isTls13()) {
            return Optional.of(unworded(facts, refuser, finding));
        }
        boolean later = (words.isEmpty() && !isAboutTheHello(facts))
                || words.contains(OF_FINISHED)
                || facts.foundDamage(refuser);
        if (!later) {
            boolean ofServer = refuser == Side.CLIENT
                    && finding.deed()
                            .filter(deed -> deed.touches(Handshake.ServerHello.class))
                            .isPresent();
            return ofServer ? Optional.of("ServerHello") : ofConnection(facts, refuser);
        }
        if (!facts.negotiation().isTls13() || refuser == Side.SERVER) {
            return Optional.of(FINISHED);
        }
        // Whoever speaks in clear has no keys yet, unless it is of what they don't open: then the ServerHello was
        // taken.
        boolean inClear = words.isEmpty()
                && facts.alert().filter(Facts.BAD_RECORD_MAC::equals).isEmpty()
                && facts.events().stream()
                        .anyMatch(event -> event.fromClient()
                                && !event.encrypted()
                                && event.message() instanceof Message.Alert alert
                                && alert.isRefusal());
        return Optional.of(inClear ? "ServerHello" : "EncryptedExtensions");
    }

    /** The same in TLS 1.2 where there is but an alert: how far they got tells. */
    private static String unworded(Facts facts, Side refuser, Finding finding) {
        if (refuser == Side.SERVER) {
            if (facts.all(Handshake.ServerHello.class, Side.SERVER).isEmpty()) {
                return "ClientHello";
            }
            return isSignedOver(facts, refuser, false) ? proof(facts, refuser) : FINISHED;
        }
        if (!facts.all(Handshake.ClientKeyExchange.class, Side.CLIENT).isEmpty()) {
            return FINISHED;
        }
        boolean signed =
                !facts.all(Handshake.ServerKeyExchange.class, Side.SERVER).isEmpty();
        return signed && finding.deed().filter(deed -> deed.isOfRandom(facts)).isPresent()
                ? proof(facts, refuser)
                : "ServerHello";
    }

    /** Whether the alert is about what a Hello says, and not about keys or signatures (RFC 8446 §6.2). */
    private static boolean isAboutTheHello(Facts facts) {
        return facts.alert().filter(ABOUT_THE_HELLO::contains).isPresent();
    }

    /** The message that the damaged record held: the one that is not among those that could be read. */
    private static String damaged(Facts facts, Side sender) {
        for (Class<? extends Handshake> kind : expected(facts, sender)) {
            if (facts.all(kind, sender).isEmpty()) {
                return kind.getSimpleName();
            }
        }
        return APPLICATION_DATA;
    }

    /** What a side sends encrypted before its data (RFC 8446 §2, RFC 5246 §7.3). */
    private static List<Class<? extends Handshake>> expected(Facts facts, Side sender) {
        if (!facts.negotiation().isTls13()) {
            return List.of(Handshake.Finished.class);
        }
        boolean asked = facts.negotiation().certificateRequested()
                || facts.server()
                        .filter(server -> server.clientAuthentication() != ClientAuthentication.NONE)
                        .isPresent();
        boolean resumed = facts.negotiation().resumed();
        List<Class<? extends Handshake>> expected = new ArrayList<>();
        if (sender == Side.SERVER) {
            expected.add(Handshake.EncryptedExtensions.class);
            if (asked && !resumed) {
                expected.add(Handshake.CertificateRequest.class);
            }
        }
        if (!resumed && (sender == Side.SERVER || asked)) {
            expected.add(Handshake.Certificate.class);
            boolean showsNothing = facts.all(Handshake.Certificate.class, sender).stream()
                    .anyMatch(certificate -> certificate.entries().isEmpty());
            if (!showsNothing) {
                expected.add(Handshake.CertificateVerify.class);
            }
        }
        expected.add(Handshake.Finished.class);
        return expected;
    }
}
