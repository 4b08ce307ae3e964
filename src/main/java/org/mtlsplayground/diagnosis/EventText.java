package org.mtlsplayground.diagnosis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;
import org.mtlsplayground.transcript.Unopened;

/**
 * What a message is called and what matters in it, in one line.
 *
 * @param name the RFC's name of the message: {@code ClientHello}, {@code Alert: certificate_unknown (46)}
 * @param detail what matters in it; may be empty
 */
public record EventText(String name, String detail) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int SHOWN = 2;
    private static final int LONGEST_QUOTE = 40;
    private static final int LONGEST_NAME = 253;
    private static final String SEPARATOR = " · ";

    /** Describes an event. Any thread. */
    public static EventText of(Event event) {
        return of(event, Optional.empty());
    }

    /**
     * Describes an event. Any thread.
     *
     * @param unopened why its record could not be opened, where that is so
     */
    public static EventText of(Event event, Optional<Unopened> unopened) {
        Message message = event.message();
        if (message instanceof Handshake.ClientHello hello) {
            return new EventText("ClientHello", clientHello(hello));
        }
        if (message instanceof Handshake.ServerHello hello) {
            return new EventText(hello.helloRetryRequest() ? "HelloRetryRequest" : "ServerHello", serverHello(hello));
        }
        if (message instanceof Handshake.Certificate certificate) {
            return new EventText("Certificate", certificate(certificate.certificates()));
        }
        if (message instanceof Handshake.ServerKeyExchange exchange) {
            return new EventText(
                    "ServerKeyExchange",
                    join(Stream.of(
                            exchange.group().map(CodePoints::group),
                            exchange.signatureScheme().map(CodePoints::signatureScheme))));
        }
        if (message instanceof Handshake.CertificateRequest) {
            return new EventText("CertificateRequest", Messages.get("event.certificateRequest"));
        }
        if (message instanceof Handshake.CertificateVerify verify) {
            return new EventText("CertificateVerify", CodePoints.signatureScheme(verify.signatureScheme()));
        }
        if (message instanceof Handshake.OtherHandshake other) {
            return new EventText(camelCase(CodePoints.handshakeType(other.type())), "");
        }
        return ofRecord(event, message, unopened);
    }

    /** Time since the connection began: {@code +12.3 ms}. */
    public static String time(Event event) {
        return String.format(Locale.ROOT, "%+.1f ms", event.nanos() / NANOS_PER_MILLI);
    }

    /** An event as one line of text: time, who to whom, size, name, detail. Any thread. */
    public static String line(Event event) {
        EventText text = of(event);
        String arrow = event.fromClient() ? "client ──► server" : "client ◄── server";
        String detail = text.detail().isEmpty() ? "" : "  " + text.detail();
        return String.format(
                Locale.ROOT, "%12s  %s  %6d B  %s%s", time(event), arrow, event.bytes().length, text.name(), detail);
    }

    private static EventText ofRecord(Event event, Message message, Optional<Unopened> unopened) {
        if (message instanceof Message.Alert alert) {
            return new EventText(
                    Messages.get("event.alert", CodePoints.alert(alert.description()), alert.description()),
                    Messages.get(alert.level() == Message.Alert.FATAL ? "event.alert.fatal" : "event.alert.warning"));
        }
        if (message instanceof Message.EncryptedRecord record) {
            return new EventText(
                    Messages.get("event.encrypted." + event.phase()),
                    join(Stream.of(
                            Optional.of(Messages.get(
                                    event.phase() == Phase.ENCRYPTED
                                            ? "event.encrypted.detail.13"
                                            : "event.encrypted.detail",
                                    record.length())),
                            unopened.map(why -> Messages.get("unopened." + why)))));
        }
        if (message instanceof Message.Malformed malformed) {
            return new EventText(
                    Messages.get("event.malformed"),
                    Messages.get("event.malformed.detail", malformed.what(), malformed.path(), malformed.offset()));
        }
        if (message instanceof Message.NotTls notTls) {
            return new EventText(Messages.get("event.notTls"), printable(notTls.beginning()));
        }
        return new EventText(
                message instanceof Message.ChangeCipherSpec
                        ? "ChangeCipherSpec"
                        : Messages.get("event.applicationData.clear"),
                "");
    }

    private static String clientHello(Handshake.ClientHello hello) {
        List<Integer> versions = Extension.find(hello.extensions(), Extension.SupportedVersions.class)
                .map(Extension.SupportedVersions::versions)
                .orElse(List.of(hello.legacyVersion()));
        Optional<String> name = Extension.find(hello.extensions(), Extension.ServerName.class)
                .flatMap(Extension.ServerName::hostName)
                .map(host -> "SNI " + ascii(host, LONGEST_NAME));
        Optional<String> groups = Extension.find(hello.extensions(), Extension.SupportedGroups.class)
                .map(Extension.SupportedGroups::groups)
                .map(EventText::groups);
        return join(Stream.of(Optional.of(versions(versions)), name, groups));
    }

    private static String serverHello(Handshake.ServerHello hello) {
        return join(Stream.of(
                Optional.of(CodePoints.version(hello.version())),
                Optional.of(CodePoints.cipherSuite(hello.cipherSuite())),
                Extension.find(hello.extensions(), Extension.KeyShare.class)
                        .flatMap(share -> share.groups().stream().findFirst())
                        .map(CodePoints::group)));
    }

    /** {@code TLS 1.3, 1.2}. */
    private static String versions(List<Integer> versions) {
        String all = versions.stream()
                .filter(version -> !CodePoints.grease(version))
                .map(CodePoints::version)
                .collect(Collectors.joining(", "));
        return all.replace(", TLS ", ", ");
    }

    private static String groups(List<Integer> groups) {
        List<String> names = groups.stream()
                .filter(group -> !CodePoints.grease(group))
                .map(CodePoints::group)
                .toList();
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? shown : shown + " +" + (names.size() - SHOWN);
    }

    private static String certificate(List<byte[]> chain) {
        if (chain.isEmpty()) {
            return Messages.get("event.certificate.none");
        }
        return Presented.parse(chain.subList(0, 1)).stream()
                .map(CertificateDescription::of)
                .map(leaf -> leaf.name() + " ← " + leaf.issuerName())
                .findFirst()
                .orElseGet(() -> Messages.get("event.certificate.unreadable"));
    }

    /** {@code server_hello_done} as the RFCs write it in prose: {@code ServerHelloDone}. */
    private static String camelCase(String name) {
        List<String> words = new ArrayList<>();
        for (String word : name.split("_", -1)) {
            words.add(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return String.join("", words);
    }

    private static String printable(byte[] bytes) {
        return "“" + ascii(new String(bytes, StandardCharsets.ISO_8859_1), LONGEST_QUOTE) + "”";
    }

    /** What strangers say, safe to print: nothing in it can steer a terminal. */
    private static String ascii(String text, int limit) {
        StringBuilder line = new StringBuilder();
        text.chars().limit(limit).forEach(c -> line.append(c >= ' ' && c < 0x7f ? (char) c : '.'));
        return text.length() > limit ? line.append('…').toString() : line.toString();
    }

    private static String join(Stream<Optional<String>> parts) {
        return parts.flatMap(Optional::stream).collect(Collectors.joining(SEPARATOR));
    }
}
