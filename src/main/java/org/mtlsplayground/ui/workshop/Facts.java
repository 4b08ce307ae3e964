package org.mtlsplayground.ui.workshop;

import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.OtherExtension;
import org.mtlsplayground.ca.revocation.Issued;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.CertificateFields;
import org.mtlsplayground.pki.detail.FieldGroup;
import org.mtlsplayground.text.Messages;

/** What is said of a certificate, or of a request, in the workshop: enough to know it again. */
final class Facts {
    /** In a subject as OpenSSL’s index has it. */
    private static final Pattern COMMON_NAME = Pattern.compile("/CN=(.+?)(?=/[A-Za-z0-9.]+=|$)");

    private final List<Fact> facts = new ArrayList<>();

    private Facts() {}

    static List<Fact> of(Made made) {
        Facts list = new Facts();
        CertificateDescription told = made.told();
        list.add("workshop.fact.subject", told.subject());
        list.add("workshop.fact.names", String.join("\n", told.subjectAlternativeNames()));
        list.add("workshop.fact.issuer", told.issuer());
        list.add(
                "workshop.fact.valid",
                Messages.get("workshop.fold.span", Moments.text(told.notBefore()), Moments.text(told.notAfter())));
        list.add("workshop.fact.key", told.key());
        list.add("workshop.fact.signature", told.signatureAlgorithm());
        list.add("workshop.fact.purposes", String.join(", ", told.extendedKeyUsage()));
        list.add("workshop.fact.uses", String.join(", ", told.keyUsage()));
        if (told.isCa().orElse(false)) {
            list.add(
                    "workshop.fact.authority",
                    told.pathLength()
                            .map(length -> Messages.get("workshop.fold.length", length))
                            .orElseGet(() -> Messages.get("workshop.fold.anyLength")));
        }
        list.extensions(made);
        BooksModel.entry(made).ifPresent(entry -> list.add("workshop.fact.state", state(entry)));
        list.add(
                "workshop.fact.serial",
                HexFormat.ofDelimiter(":")
                        .withUpperCase()
                        .formatHex(told.serial().toByteArray()));
        list.add("workshop.fact.sha256", told.sha256());
        return list.facts;
    }

    /** Those extensions that have no line of their own, by the standard’s names. */
    private void extensions(Made made) {
        List<String> said = List.of(
                "subjectAltName",
                "extKeyUsage",
                "extendedKeyUsage",
                "keyUsage",
                "basicConstraints",
                "subjectKeyIdentifier",
                "authorityKeyIdentifier");
        CertificateFields.of(made.certificate()).groups().stream()
                .filter(group -> group.kind() == FieldGroup.Kind.EXTENSIONS)
                .flatMap(group -> group.fields().stream())
                .filter(field -> !said.contains(field.name()))
                .forEach(field -> facts.add(new Fact(field.name(), value(field))));
    }

    private static String value(CertificateField field) {
        return field.critical() ? Messages.get("workshop.fact.critical", field.value()) : field.value();
    }

    /** What to call an entry: its common name, or its whole subject. */
    static String name(Issued entry) {
        Matcher common = COMMON_NAME.matcher(entry.subject());
        return common.find() ? common.group(1) : entry.subject();
    }

    /** What the books say, in words. */
    static String state(Issued entry) {
        return entry.revocation()
                .map(revocation -> Messages.get(
                        revocation.isHold() ? "workshop.state.held" : "workshop.state.revoked",
                        Moments.day(revocation.moment()),
                        Messages.get("workshop.reason." + revocation.reason().name())))
                .orElseGet(() -> Messages.get(
                        "workshop.state." + entry.stateAt(Instant.now()).name()));
    }

    static List<Fact> of(RequestModel.Read read) {
        Facts list = new Facts();
        var request = read.request();
        list.add("workshop.fact.subject", request.subject().isEmpty() ? "–" : request.subject());
        list.add(
                "workshop.fact.names",
                request.names().stream().map(Object::toString).collect(Collectors.joining("\n")));
        list.add("workshop.fact.key", key(request.publicKey()));
        list.add(
                "workshop.fact.asks",
                request.extensions().stream().map(OtherExtension::oid).collect(Collectors.joining(", ")));
        return list.facts;
    }

    private static String key(PublicKey key) {
        return KeyKind.of(key).map(PreviewLine::words).orElse(key.getAlgorithm());
    }

    private void add(String key, String value) {
        if (!value.isEmpty()) {
            facts.add(new Fact(Messages.get(key), value));
        }
    }
}
