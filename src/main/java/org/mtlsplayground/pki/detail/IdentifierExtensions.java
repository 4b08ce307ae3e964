package org.mtlsplayground.pki.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The extensions that tie a certificate to keys and names: identifiers, and the names a CA may sign for. */
final class IdentifierExtensions {
    private IdentifierExtensions() {}

    /** RFC 5280 §4.2.1.2. */
    static void subjectKey(Asn1Node value, FieldDraft out) throws MalformedException {
        out.value(Primitives.hex(Elements.require(value, Asn1Types.OCTET_STRING)));
    }

    /** RFC 5280 §4.2.1.1: the issuer's key, or the issuer's own issuer and serial number, or all three. */
    static void authorityKey(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(value);
        Optional<Asn1Node> key = elements.optionalContext(0);
        if (key.isPresent()) {
            out.value("keyid:" + out.part("keyIdentifier", key.get(), Primitives.hex(key.get())));
        }
        Optional<Asn1Node> issuer = elements.optionalContext(1);
        if (issuer.isPresent()) {
            List<String> names = new ArrayList<>();
            FieldDraft part = out.part("authorityCertIssuer", issuer.get());
            for (Asn1Node name : Elements.in(issuer.get()).rest()) {
                names.add(GeneralNames.read(name, part));
            }
            out.value(part.value(String.join(", ", names)).values().get(0));
        }
        Optional<Asn1Node> serial = elements.optionalContext(2);
        if (serial.isPresent()) {
            String number = Primitives.integer(serial.get()).signum() < 0
                    ? Primitives.integer(serial.get()).toString()
                    : Primitives.hex(serial.get());
            out.value("serial:" + out.part("authorityCertSerialNumber", serial.get(), number));
        }
        elements.end();
    }

    /** RFC 5280 §4.2.1.10. */
    static void nameConstraints(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(value);
        Optional<Asn1Node> permitted = elements.optionalContext(0);
        if (permitted.isPresent()) {
            subtrees("permitted", out.part("permittedSubtrees", permitted.get()), permitted.get(), out);
        }
        Optional<Asn1Node> excluded = elements.optionalContext(1);
        if (excluded.isPresent()) {
            subtrees("excluded", out.part("excludedSubtrees", excluded.get()), excluded.get(), out);
        }
        elements.end();
    }

    private static void subtrees(String word, FieldDraft part, Asn1Node trees, FieldDraft out)
            throws MalformedException {
        for (Asn1Node tree : Elements.in(trees).rest()) {
            Elements elements = Elements.of(tree);
            String name = GeneralNames.read(elements.next("GeneralName"), part, true);
            // minimum and maximum: RFC 5280 has them always 0 and absent.
            Optional<Asn1Node> minimum = elements.optionalContext(0);
            if (minimum.isPresent()) {
                part.part(
                        "minimum",
                        minimum.get(),
                        Primitives.integer(minimum.get()).toString());
            }
            Optional<Asn1Node> maximum = elements.optionalContext(1);
            if (maximum.isPresent()) {
                part.part(
                        "maximum",
                        maximum.get(),
                        Primitives.integer(maximum.get()).toString());
            }
            elements.end();
            out.value(word + " " + name);
        }
    }
}
