package org.mtlsplayground.pki.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Oids;

/** The extensions about the rules under which a CA issues. */
final class PolicyExtensions {
    private static final String CPS = "1.3.6.1.5.5.7.2.1";
    private static final String USER_NOTICE = "1.3.6.1.5.5.7.2.2";

    private PolicyExtensions() {}

    /** RFC 5280 §4.2.1.4. */
    static void policies(Asn1Node value, FieldDraft out) throws MalformedException {
        for (Asn1Node policy : Elements.of(value).rest()) {
            Elements elements = Elements.of(policy);
            String oid = Primitives.oid(elements.next(Asn1Types.OBJECT_IDENTIFIER));
            FieldDraft part = out.part("policyIdentifier", policy).oid(oid).value(Asn1Values.named(oid));
            out.value(Asn1Values.named(oid));
            Optional<Asn1Node> qualifiers = elements.optional(Asn1Types.SEQUENCE);
            if (qualifiers.isPresent()) {
                for (Asn1Node qualifier : Elements.of(qualifiers.get()).rest()) {
                    out.value(qualifier(qualifier, part));
                }
            }
            elements.end();
        }
    }

    private static String qualifier(Asn1Node qualifier, FieldDraft policy) throws MalformedException {
        Elements elements = Elements.of(qualifier);
        String oid = Primitives.oid(elements.next(Asn1Types.OBJECT_IDENTIFIER));
        Asn1Node value = elements.next("qualifier");
        elements.end();
        FieldDraft part = policy.part(Oids.nameOrDotted(oid), qualifier).oid(oid);
        String text = switch (oid) {
            case CPS -> Primitives.text(value);
            case USER_NOTICE -> notice(value, part);
            default -> Asn1Dump.read(value, part);
        };
        part.value(text);
        return Oids.nameOrDotted(oid) + ":" + text;
    }

    /** A text, or where the text is to be found, or both. */
    private static String notice(Asn1Node value, FieldDraft out) throws MalformedException {
        List<String> line = new ArrayList<>();
        Elements elements = Elements.of(value);
        Optional<Asn1Node> reference = elements.optional(Asn1Types.SEQUENCE);
        if (reference.isPresent()) {
            Elements inner = Elements.of(reference.get());
            Asn1Node organization = inner.next("DisplayText");
            line.add(out.part("organization", organization, Primitives.text(organization)));
            Asn1Node numbers = inner.next(Asn1Types.SEQUENCE);
            List<String> each = new ArrayList<>();
            for (Asn1Node number : Elements.of(numbers).rest()) {
                each.add(Primitives.integer(Elements.require(number, Asn1Types.INTEGER))
                        .toString());
            }
            inner.end();
            line.add(out.part("noticeNumbers", numbers, String.join(", ", each)));
        }
        if (elements.hasNext()) {
            Asn1Node text = elements.next("DisplayText");
            line.add(out.part("explicitText", text, Primitives.text(text)));
        }
        elements.end();
        return String.join(" ", line);
    }

    /** RFC 5280 §4.2.1.5. */
    static void mappings(Asn1Node value, FieldDraft out) throws MalformedException {
        for (Asn1Node mapping : Elements.of(value).rest()) {
            Elements elements = Elements.of(mapping);
            Asn1Node issuer = elements.next(Asn1Types.OBJECT_IDENTIFIER);
            Asn1Node subject = elements.next(Asn1Types.OBJECT_IDENTIFIER);
            elements.end();
            String from = out.part("issuerDomainPolicy", issuer, Asn1Values.named(Primitives.oid(issuer)));
            String to = out.part("subjectDomainPolicy", subject, Asn1Values.named(Primitives.oid(subject)));
            out.value(from + " → " + to);
        }
    }

    /** RFC 5280 §4.2.1.11. */
    static void constraints(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(value);
        String[] names = {"requireExplicitPolicy", "inhibitPolicyMapping"};
        for (int tag = 0; tag < names.length; tag++) {
            Optional<Asn1Node> skip = elements.optionalContext(tag);
            if (skip.isPresent()) {
                String number = Primitives.integer(skip.get()).toString();
                out.value(names[tag] + ":" + out.part(names[tag], skip.get(), number));
            }
        }
        elements.end();
    }

    /** RFC 5280 §4.2.1.14. */
    static void inhibitAnyPolicy(Asn1Node value, FieldDraft out) throws MalformedException {
        out.value(Primitives.integer(Elements.require(value, Asn1Types.INTEGER)).toString());
    }
}
