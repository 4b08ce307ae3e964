package org.mtlsplayground.pki.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Oids;

/** The extensions that say where more is to be had: CRLs, OCSP, the issuer's certificate. */
final class AddressExtensions {
    /** ReasonFlags (RFC 5280 §4.2.1.13), by the numbers of the bits. */
    private static final List<String> REASONS = List.of(
            "unused",
            "keyCompromise",
            "cACompromise",
            "affiliationChanged",
            "superseded",
            "cessationOfOperation",
            "certificateHold",
            "privilegeWithdrawn",
            "aACompromise");

    private AddressExtensions() {}

    /** RFC 5280 §4.2.1.13; freshestCRL (§4.2.1.15) is the same. */
    static void distributionPoints(Asn1Node value, FieldDraft out) throws MalformedException {
        for (Asn1Node point : Elements.of(value).rest()) {
            Elements elements = Elements.of(point);
            FieldDraft part = out.part("DistributionPoint", point);
            Optional<Asn1Node> name = elements.optionalContext(0);
            if (name.isPresent()) {
                for (String line : pointName(Elements.only(name.get()), part)) {
                    out.value(line);
                }
            }
            Optional<Asn1Node> reasons = elements.optionalContext(1);
            if (reasons.isPresent()) {
                String set = String.join(", ", Primitives.bits(reasons.get(), REASONS));
                out.value("reasons:" + part.part("reasons", reasons.get(), set));
            }
            Optional<Asn1Node> issuer = elements.optionalContext(2);
            if (issuer.isPresent()) {
                FieldDraft names = part.part("cRLIssuer", issuer.get());
                for (String line : names(issuer.get(), names)) {
                    out.value("cRLIssuer " + line);
                }
            }
            elements.end();
        }
    }

    private static List<String> pointName(Asn1Node name, FieldDraft point) throws MalformedException {
        if (name.isContext(0)) {
            return names(name, point.part("fullName", name));
        }
        if (name.isContext(1)) {
            FieldDraft part = point.part("nameRelativeToCRLIssuer", name);
            String line = DistinguishedNames.relative(List.of(name), part);
            part.value(line);
            return List.of("relative:" + line);
        }
        throw new MalformedException(Malformed.Reason.UNEXPECTED_TAG, name.offset(), "DistributionPointName");
    }

    private static List<String> names(Asn1Node tagged, FieldDraft part) throws MalformedException {
        List<String> lines = new ArrayList<>();
        for (Asn1Node name : Elements.in(tagged).rest()) {
            lines.add(GeneralNames.read(name, part));
        }
        return lines;
    }

    /** RFC 5280 §4.2.2.1 and §4.2.2.2. */
    static void informationAccess(Asn1Node value, FieldDraft out) throws MalformedException {
        for (Asn1Node description : Elements.of(value).rest()) {
            Elements elements = Elements.of(description);
            String oid = Primitives.oid(elements.next(Asn1Types.OBJECT_IDENTIFIER));
            FieldDraft part = out.part(Oids.nameOrDotted(oid), description).oid(oid);
            String location = GeneralNames.read(elements.next("accessLocation"), part);
            elements.end();
            part.value(location);
            out.value(Oids.nameOrDotted(oid) + " " + location);
        }
    }
}
