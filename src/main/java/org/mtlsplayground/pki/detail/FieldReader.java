package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.pki.Oids;
import org.mtlsplayground.pki.detail.FieldDraft.Reading;
import org.mtlsplayground.pki.detail.FieldGroup.Kind;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/** Reads a certificate (RFC 5280 §4.1) from its ASN.1, field after field. */
final class FieldReader {
    private final Map<Kind, List<FieldDraft>> groups = new EnumMap<>(Kind.class);

    private FieldReader() {}

    static CertificateFields read(byte[] der) {
        FieldReader reader = new FieldReader();
        List<Asn1Node> roots = Asn1.parse(der);
        FieldDraft whole = new FieldDraft("certificate", "Certificate", topic("certificate"));
        if (roots.isEmpty()) {
            whole.broken(new MalformedException(Reason.MISSING, 0, "Certificate"));
        } else {
            whole.reading(roots.get(0), (root, draft) -> reader.certificate(root));
        }
        if (whole.build().malformed().isPresent()) {
            reader.add(Kind.IDENTITY, whole);
        }
        reader.groups.put(Kind.FINGERPRINTS, Fingerprints.of(der, roots));
        return reader.build();
    }

    /** The key under which a field is explained. */
    static String topic(String name) {
        return "certificate." + name.toLowerCase(Locale.ROOT);
    }

    private CertificateFields build() {
        List<FieldGroup> built = new ArrayList<>();
        groups.forEach((kind, drafts) -> built.add(
                new FieldGroup(kind, drafts.stream().map(FieldDraft::build).toList())));
        return new CertificateFields(built);
    }

    private void add(Kind kind, FieldDraft draft) {
        groups.computeIfAbsent(kind, k -> new ArrayList<>()).add(draft);
    }

    private FieldDraft add(Kind kind, String name, Asn1Node node, Reading reading) {
        FieldDraft draft = new FieldDraft(name, name, topic(name)).at(node).reading(node, reading);
        add(kind, draft);
        return draft;
    }

    private void certificate(Asn1Node root) throws MalformedException {
        Elements certificate = Elements.of(root);
        Asn1Node toBeSigned = certificate.next(Asn1Types.SEQUENCE);
        Optional<MalformedException> stopped = Optional.empty();
        try {
            toBeSigned(Elements.of(toBeSigned));
        } catch (MalformedException e) {
            // What comes after it can still be read.
            stopped = Optional.of(e);
        }
        add(Kind.SIGNATURE, "signatureAlgorithm", certificate.next(Asn1Types.SEQUENCE), Algorithms::read);
        add(Kind.SIGNATURE, "signatureValue", certificate.next(Asn1Types.BIT_STRING), Algorithms::signature);
        certificate.end();
        if (stopped.isPresent()) {
            throw stopped.get();
        }
    }

    private void toBeSigned(Elements elements) throws MalformedException {
        Optional<Asn1Node> version = elements.optionalContext(0);
        Asn1Node serial = elements.next(Asn1Types.INTEGER);
        Asn1Node algorithm = elements.next(Asn1Types.SEQUENCE);
        Asn1Node issuer = elements.next("Name");
        Asn1Node validity = elements.next(Asn1Types.SEQUENCE);
        Asn1Node subject = elements.next("Name");
        add(Kind.IDENTITY, "subject", subject, DistinguishedNames::read);
        add(Kind.IDENTITY, "issuer", issuer, DistinguishedNames::read);
        add(Kind.IDENTITY, "serialNumber", serial, FieldReader::serial);
        if (version.isPresent()) {
            add(Kind.IDENTITY, "version", version.get(), FieldReader::version);
        }
        add(Kind.SIGNATURE, "signature", algorithm, Algorithms::read);
        validity(Elements.of(validity));
        Asn1Node key = elements.next(Asn1Types.SEQUENCE);
        groups.put(Kind.KEY, KeyFields.of(key));
        for (String unique : List.of("issuerUniqueID", "subjectUniqueID")) {
            Optional<Asn1Node> id = elements.optionalContext(unique.startsWith("i") ? 1 : 2);
            if (id.isPresent()) {
                add(Kind.IDENTITY, unique, id.get(), (node, out) -> out.value(Primitives.hex(node)));
            }
        }
        Optional<Asn1Node> extensions = elements.optionalContext(3);
        if (extensions.isPresent()) {
            for (Asn1Node extension :
                    Elements.of(Elements.only(extensions.get())).rest()) {
                extension(extension);
            }
        }
        elements.end();
    }

    private void validity(Elements validity) throws MalformedException {
        for (String name : List.of("notBefore", "notAfter")) {
            add(Kind.VALIDITY, name, validity.next("Time"), (time, out) -> out.value(Primitives.time(time)));
        }
        validity.end();
    }

    private static void serial(Asn1Node node, FieldDraft out) throws MalformedException {
        out.value(Primitives.integer(node).toString());
        out.value(Primitives.hex(node));
    }

    private static void version(Asn1Node node, FieldDraft out) throws MalformedException {
        Asn1Node number = Elements.require(Elements.only(node), Asn1Types.INTEGER);
        BigInteger value = Primitives.integer(number);
        out.value("v" + value.add(BigInteger.ONE) + " (" + value + ")");
    }

    private void extension(Asn1Node node) throws MalformedException {
        Elements elements = Elements.of(node);
        Asn1Node type = elements.next(Asn1Types.OBJECT_IDENTIFIER);
        String oid = Primitives.oid(type);
        Optional<Asn1Node> critical = elements.optional(Asn1Types.BOOLEAN);
        Asn1Node value = elements.next(Asn1Types.OCTET_STRING);
        elements.end();
        String name = Oids.nameOrDotted(oid);
        String topic = ExtensionReaders.knows(oid) ? topic(name) : topic("otherExtension");
        FieldDraft draft = new FieldDraft(id(name), name, topic)
                .at(node)
                .oid(oid)
                .critical(critical.isPresent() && Primitives.bool(critical.get()))
                .reading(value, (octets, out) -> content(octets, oid, out));
        add(Kind.EXTENSIONS, draft);
    }

    private static void content(Asn1Node octets, String oid, FieldDraft out) throws MalformedException {
        // What is no DER at all is a matter of its maker; of a known extension it is a fault.
        if (!ExtensionReaders.knows(oid) && octets.children().isEmpty()) {
            out.value(Primitives.hex(octets));
            return;
        }
        ExtensionReaders.of(oid).read(Elements.only(octets), out);
    }

    private String id(String name) {
        String id = "extension." + name;
        long same = groups.getOrDefault(Kind.EXTENSIONS, List.of()).stream()
                .filter(draft -> draft.id().equals(id) || draft.id().startsWith(id + "#"))
                .count();
        return same == 0 ? id : id + "#" + (same + 1);
    }
}
