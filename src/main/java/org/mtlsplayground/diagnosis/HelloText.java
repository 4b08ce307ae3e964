package org.mtlsplayground.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.text.Messages;

/** What matters in the Hello messages and in EncryptedExtensions. */
final class HelloText {
    private static final int TLS_1_3 = 0x0304;
    private static final int SHOWN = 2;
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_PROTOCOL = 40;

    private HelloText() {}

    static String client(Handshake.ClientHello hello) {
        List<Integer> versions = versions(hello);
        Optional<String> name = Extension.find(hello.extensions(), Extension.ServerName.class)
                .flatMap(Extension.ServerName::hostName)
                .map(host -> "SNI " + Quoted.ascii(host, LONGEST_NAME));
        Optional<String> resumes = offersToResume(hello, versions)
                ? Optional.of(Messages.get("event.clientHello.resumes"))
                : Optional.empty();
        Optional<String> groups = Extension.find(hello.extensions(), Extension.SupportedGroups.class)
                .map(Extension.SupportedGroups::groups)
                .map(HelloText::groups);
        return EventText.join(Optional.of(shown(versions)), name, resumes, groups);
    }

    static String server(Handshake.ServerHello hello) {
        Optional<String> resumes = Extension.find(hello.extensions(), Extension.PreSharedKeyChosen.class)
                .map(chosen -> Messages.get("event.serverHello.resumes"));
        return EventText.join(
                Optional.of(CodePoints.version(hello.version())),
                Optional.of(CodePoints.cipherSuite(hello.cipherSuite())),
                group(hello),
                resumes);
    }

    static String retry(Handshake.ServerHello hello) {
        return group(hello)
                .map(group -> Messages.get("event.helloRetryRequest", group))
                .orElseGet(() -> Messages.get("event.helloRetryRequest.again"));
    }

    static String encryptedExtensions(List<Extension> extensions) {
        String shown = EventText.join(
                Extension.find(extensions, Extension.Alpn.class).map(HelloText::protocols),
                Extension.find(extensions, Extension.ServerName.class)
                        .map(name -> Messages.get("event.encryptedExtensions.name")),
                Extension.find(extensions, Extension.EarlyData.class)
                        .map(early -> Messages.get("event.encryptedExtensions.early")),
                Extension.find(extensions, Extension.SupportedGroups.class)
                        .map(offered -> Messages.get("event.encryptedExtensions.groups", groups(offered.groups()))),
                Extension.find(extensions, Extension.RecordSizeLimit.class)
                        .map(size -> Messages.get("event.encryptedExtensions.size", size.limit())));
        return shown.isEmpty() && extensions.isEmpty() ? Messages.get("event.encryptedExtensions.none") : shown;
    }

    private static String protocols(Extension.Alpn alpn) {
        return "ALPN "
                + alpn.protocols().stream()
                        .limit(SHOWN)
                        .map(protocol -> Quoted.ascii(protocol, LONGEST_PROTOCOL))
                        .collect(Collectors.joining(", "));
    }

    private static Optional<String> group(Handshake.ServerHello hello) {
        return Extension.find(hello.extensions(), Extension.KeyShare.class)
                .flatMap(share -> share.groups().stream().findFirst())
                .map(CodePoints::group);
    }

    private static List<Integer> versions(Handshake.ClientHello hello) {
        return Extension.find(hello.extensions(), Extension.SupportedVersions.class)
                .map(Extension.SupportedVersions::versions)
                .orElse(List.of(hello.legacyVersion()));
    }

    /** A client that offers TLS 1.3 sends a session id that means nothing (RFC 8446 appendix D.4), so it tells nothing. */
    private static boolean offersToResume(Handshake.ClientHello hello, List<Integer> versions) {
        return Extension.find(hello.extensions(), Extension.PreSharedKeyOffer.class)
                        .isPresent()
                || Extension.find(hello.extensions(), Extension.SessionTicket.class)
                        .filter(offer -> offer.ticket().length > 0)
                        .isPresent()
                || (hello.sessionId().length > 0 && !versions.contains(TLS_1_3));
    }

    /** {@code TLS 1.3, 1.2}. */
    private static String shown(List<Integer> versions) {
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
}
