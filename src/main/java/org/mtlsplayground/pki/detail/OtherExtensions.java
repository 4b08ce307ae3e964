package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.util.Optional;
import org.mtlsplayground.pki.Oids;

/** Extensions that are rarely met in TLS, and those of single makers. */
final class OtherExtensions {
    private OtherExtensions() {}

    /** Extensions whose being there says it all: NULL (RFC 6960 §4.2.2.2.1, RFC 6962 §3.1, RFC 9608 §2). */
    static void nothing(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements.require(value, Asn1Types.NULL);
        if (value.contentLength() > 0) {
            throw new MalformedException(Malformed.Reason.BAD_VALUE, value.offset(), Asn1Types.name(Asn1Types.NULL));
        }
        out.value(Asn1Types.name(Asn1Types.NULL));
    }

    /** One string. */
    static void text(Asn1Node value, FieldDraft out) throws MalformedException {
        out.value(Primitives.text(value));
    }

    /** RFC 5280 §4.2.1.8. */
    static void subjectDirectoryAttributes(Asn1Node value, FieldDraft out) throws MalformedException {
        for (Asn1Node attribute : Elements.of(value).rest()) {
            Elements elements = Elements.of(attribute);
            String oid = Primitives.oid(elements.next(Asn1Types.OBJECT_IDENTIFIER));
            FieldDraft part = out.part(Oids.nameOrDotted(oid), attribute).oid(oid);
            for (Asn1Node each : Elements.in(elements.next(Asn1Types.SET)).rest()) {
                String text = Asn1Dump.read(each, part);
                part.value(text);
                out.value(Oids.nameOrDotted(oid) + "=" + text);
            }
            elements.end();
        }
    }

    /** RFC 3739 §3.2.6 and ETSI EN 319 412-5. */
    static void qualifiedStatements(Asn1Node value, FieldDraft out) throws MalformedException {
        for (Asn1Node statement : Elements.of(value).rest()) {
            Elements elements = Elements.of(statement);
            String oid = Primitives.oid(elements.next(Asn1Types.OBJECT_IDENTIFIER));
            FieldDraft part = out.part(Oids.nameOrDotted(oid), statement).oid(oid);
            String line = Oids.nameOrDotted(oid);
            if (elements.hasNext()) {
                String info = Asn1Dump.read(elements.next("statementInfo"), part);
                part.value(info);
                line += " " + info;
            }
            elements.end();
            out.value(line);
        }
    }

    /** Microsoft: how often the CA's certificate was renewed, and how often with a new key. */
    static void caVersion(Asn1Node value, FieldDraft out) throws MalformedException {
        BigInteger number = Primitives.integer(Elements.require(value, Asn1Types.INTEGER));
        out.value("V" + (number.intValue() & 0xffff) + "." + (number.intValue() >>> 16));
    }

    /** Microsoft: the template from which the CA made the certificate, by OID and version. */
    static void certificateTemplate(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(value);
        Asn1Node template = elements.next(Asn1Types.OBJECT_IDENTIFIER);
        String line = out.part("templateID", template, Asn1Values.named(Primitives.oid(template)));
        for (String name : new String[] {"templateMajorVersion", "templateMinorVersion"}) {
            Optional<Asn1Node> number = elements.optional(Asn1Types.INTEGER);
            if (number.isPresent()) {
                String text = out.part(
                        name, number.get(), Primitives.integer(number.get()).toString());
                line += (name.contains("Major") ? " v" : ".") + text;
            }
        }
        elements.end();
        out.value(line);
    }

    /** Entrust: a version, and bits about the CA's own records. */
    static void entrustVersion(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(value);
        Optional<Asn1Node> version = Optional.of(elements.next("GeneralString"));
        out.value(out.part("entrustVers", version.get(), Primitives.text(version.get())));
        Optional<Asn1Node> flags = elements.optional(Asn1Types.BIT_STRING);
        if (flags.isPresent()) {
            out.part("entrustInfoFlags", flags.get(), flags.get().value());
        }
        elements.end();
    }
}
