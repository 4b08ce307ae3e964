package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.util.Optional;
import org.mtlsplayground.pki.Oids;

/** AlgorithmIdentifier (RFC 5280 §4.1.1.2) and the signatures made with it. */
final class Algorithms {
    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final String SHA1 = "1.3.14.3.2.26";

    private Algorithms() {}

    /** The name, and the parameters that are no NULL. */
    static void read(Asn1Node identifier, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(identifier);
        String oid = Primitives.oid(elements.next(Asn1Types.OBJECT_IDENTIFIER));
        out.oid(oid).value(Oids.nameOrDotted(oid));
        if (elements.hasNext()) {
            parameters(oid, elements.next("parameters"), out);
        }
        elements.end();
    }

    static void parameters(String oid, Asn1Node parameters, FieldDraft out) throws MalformedException {
        if (parameters.isUniversal(Asn1Types.NULL)) {
            return;
        }
        if (oid.equals(PSS)) {
            pss(parameters, out);
        } else {
            FieldDraft part = out.part("parameters", parameters);
            part.value(Asn1Dump.read(parameters, part));
        }
    }

    /** RSASSA-PSS-params (RFC 4055 §3.1); what is left out is SHA-1 and 20 bytes of salt. */
    private static void pss(Asn1Node parameters, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(parameters);
        Optional<Asn1Node> hash = elements.optionalContext(0);
        Optional<Asn1Node> mask = elements.optionalContext(1);
        Optional<Asn1Node> salt = elements.optionalContext(2);
        Optional<Asn1Node> trailer = elements.optionalContext(3);
        elements.end();
        String digest = hash.isPresent() ? oid(Elements.only(hash.get())) : SHA1;
        out.value("hash:" + out.part("hashAlgorithm", hash.orElse(parameters), Oids.nameOrDotted(digest)));
        String mgf = "mgf1/" + Oids.nameOrDotted(SHA1);
        if (mask.isPresent()) {
            Elements function = Elements.of(Elements.only(mask.get()));
            String name = Oids.nameOrDotted(Primitives.oid(function.next(Asn1Types.OBJECT_IDENTIFIER)));
            mgf = name + (function.hasNext() ? "/" + Oids.nameOrDotted(oid(function.next("HashAlgorithm"))) : "");
        }
        out.value("mask:" + out.part("maskGenAlgorithm", mask.orElse(parameters), mgf));
        BigInteger length = salt.isPresent() ? Primitives.integer(Elements.only(salt.get())) : BigInteger.valueOf(20);
        out.value("salt:" + out.part("saltLength", salt.orElse(parameters), length.toString()));
        if (trailer.isPresent()) {
            out.part(
                    "trailerField",
                    trailer.get(),
                    Primitives.integer(Elements.only(trailer.get())).toString());
        }
    }

    private static String oid(Asn1Node identifier) throws MalformedException {
        return Primitives.oid(Elements.of(identifier).next(Asn1Types.OBJECT_IDENTIFIER));
    }

    /** The bits of a signature; of DSA and ECDSA also its two numbers (RFC 3279 §2.2.2, §2.2.3). */
    static void signature(Asn1Node bits, FieldDraft out) throws MalformedException {
        out.value(Primitives.bitHex(bits));
        if (!bits.children().isEmpty()) {
            Elements numbers = Elements.of(Elements.only(bits));
            for (String name : new String[] {"r", "s"}) {
                Asn1Node number = numbers.next(Asn1Types.INTEGER);
                out.part(name, number, Primitives.hex(number));
            }
        }
    }
}
