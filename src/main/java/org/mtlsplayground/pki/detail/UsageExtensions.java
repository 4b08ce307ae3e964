package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.pki.KeyUsages;
import org.mtlsplayground.pki.Oids;

/** The extensions that say what a certificate and its key are for. */
final class UsageExtensions {
    private static final List<String> NETSCAPE_TYPES = List.of(
            "sslClient", "sslServer", "sMime", "objectSigning", "reserved", "sslCA", "sMimeCA", "objectSigningCA");

    /** TLS extension numbers (RFC 7633 §4.1). */
    private static final Map<Integer, String> FEATURES = Map.of(5, "status_request", 17, "status_request_v2");

    private UsageExtensions() {}

    /** RFC 5280 §4.2.1.3. */
    static void keyUsage(Asn1Node value, FieldDraft out) throws MalformedException {
        for (String name : Primitives.bits(Elements.require(value, Asn1Types.BIT_STRING), KeyUsages.NAMES)) {
            out.value(name);
        }
    }

    /** RFC 5280 §4.2.1.12. */
    static void extendedKeyUsage(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements purposes = Elements.of(value);
        while (purposes.hasNext()) {
            Asn1Node purpose = purposes.next(Asn1Types.OBJECT_IDENTIFIER);
            String oid = Primitives.oid(purpose);
            out.part("KeyPurposeId", purpose).oid(oid).value(Asn1Values.named(oid));
            out.value(Oids.nameOrDotted(oid));
        }
    }

    /** RFC 5280 §4.2.1.9. */
    static void basicConstraints(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(value);
        Optional<Asn1Node> ca = elements.optional(Asn1Types.BOOLEAN);
        boolean isCa = ca.isPresent() && Primitives.bool(ca.get());
        out.value(isCa ? "CA:TRUE" : "CA:FALSE");
        if (ca.isPresent()) {
            out.part("cA", ca.get(), isCa ? "TRUE" : "FALSE");
        }
        Optional<Asn1Node> length = elements.optional(Asn1Types.INTEGER);
        if (length.isPresent()) {
            BigInteger number = Primitives.integer(length.get());
            out.part("pathLenConstraint", length.get(), number.toString());
            out.value("pathlen:" + number);
        }
        elements.end();
    }

    /** RFC 3280 §4.2.1.4; RFC 5280 no longer has it. */
    static void privateKeyUsagePeriod(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements elements = Elements.of(value);
        Optional<Asn1Node> from = elements.optionalContext(0);
        if (from.isPresent()) {
            out.value("notBefore:" + out.part("notBefore", from.get(), Primitives.time(from.get())));
        }
        Optional<Asn1Node> until = elements.optionalContext(1);
        if (until.isPresent()) {
            out.value("notAfter:" + out.part("notAfter", until.get(), Primitives.time(until.get())));
        }
        elements.end();
    }

    /** RFC 7633 §4.1: OCSP must-staple is {@code status_request}. */
    static void tlsFeature(Asn1Node value, FieldDraft out) throws MalformedException {
        Elements features = Elements.of(value);
        while (features.hasNext()) {
            BigInteger number = Primitives.integer(features.next(Asn1Types.INTEGER));
            out.value(
                    number.bitLength() < 16
                            ? FEATURES.getOrDefault(number.intValue(), number.toString())
                            : number.toString());
        }
    }

    /** Netscape's forerunner of extended key usage. */
    static void netscapeCertType(Asn1Node value, FieldDraft out) throws MalformedException {
        for (String name : Primitives.bits(Elements.require(value, Asn1Types.BIT_STRING), NETSCAPE_TYPES)) {
            out.value(name);
        }
    }
}
