package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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

    private final Map<String, Integer> seen = new HashMap<>();

    private FieldReader() {}

    static CertificateFields read(byte[] der) {
        FieldReader reader = new FieldReader();
        List<Asn1Node> roots = Asn1.parse(der);
        if (roots.isEmpty()) {
            FieldDraft whole = new FieldDraft("certificate", "certificate", topic("certificate"));
            whole.broken(new MalformedException(Reason.MISSING, 0, "Certificate"));
            reader.add(Kind.IDENTITY, whole);
        } else {
            reader.guarded(Kind.IDENTITY, "certificate", roots.get(0), (root, draft) -> reader.certificate(root));
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

    /** Reads something that adds its own fields; only where it is broken there is a field for all of it. */
    private void guarded(Kind kind, String name, Asn1Node node, Reading reading) {
        FieldDraft tried = new FieldDraft(name, name, topic("certificate")).reading(node, reading);
        if (tried.isBroken()) {
            add(kind, tried.renamed(unique(name)).at(node));
        }
    }

    private void add(Kind kind, String name, Asn1Node node, Reading reading) {
        add(kind, new FieldDraft(name, name, topic(name)).at(node).reading(node, reading));
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
        guarded(Kind.VALIDITY, "validity", validity, this::validity);
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
                guarded(Kind.EXTENSIONS, "extension", extension, (node, out) -> extension(node));
            }
        }
        elements.end();
    }

    private void validity(Asn1Node node, FieldDraft whole) throws MalformedException {
        Elements validity = Elements.of(node);
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
        FieldDraft draft = new FieldDraft(unique("extension." + name), name, topic)
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

    /** An id that no field has yet: RFC 5280 §4.2 has each extension once, and files may have it twice. */
    private String unique(String id) {
        int number = seen.merge(id, 1, Integer::sum);
        return number == 1 ? id : id + "#" + number;
    }
}
