package org.mtlsplayground.ca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.OtherName;
import org.mtlsplayground.ca.AlternativeName.Kind;

/** Names as GeneralName (RFC 5280 §4.2.1.6), and back. */
final class NameCoding {
    private static final ASN1ObjectIdentifier UPN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

    private NameCoding() {}

    /**
     * @param name one without a problem
     */
    static GeneralName encode(AlternativeName name) {
        String value = name.value();
        return switch (name.kind()) {
            case DNS -> new GeneralName(GeneralName.dNSName, NameRules.asciiHost(value));
            case IP -> new GeneralName(GeneralName.iPAddress, value);
            case URI -> new GeneralName(GeneralName.uniformResourceIdentifier, value);
            case EMAIL -> new GeneralName(GeneralName.rfc822Name, value);
            case DIRECTORY -> new GeneralName(SubjectName.parse(value).orElseThrow());
            case UPN -> new GeneralName(GeneralName.otherName, new OtherName(UPN, new DERUTF8String(value)));
            case REGISTERED_ID -> new GeneralName(GeneralName.registeredID, value);
            case DER -> parse(value).orElseThrow();
        };
    }

    /** A whole GeneralName in hexadecimal digits; empty for anything else. */
    static Optional<GeneralName> parse(String hex) {
        try {
            return HexText.parse(hex).map(GeneralName::getInstance);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** One that {@link #encode} makes the same name of. May throw for odd content. */
    static AlternativeName decode(GeneralName name) {
        return known(name)
                .filter(found ->
                        found.problem().isEmpty() || found.problemAsConstraint().isEmpty())
                .filter(found -> encode(found).equals(name))
                .orElseGet(() -> new AlternativeName(Kind.DER, HexFormat.of().formatHex(encoded(name))));
    }

    private static byte[] encoded(GeneralName name) {
        try {
            return name.getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
    }

    private static Optional<AlternativeName> known(GeneralName name) {
        return switch (name.getTagNo()) {
            case GeneralName.dNSName -> text(Kind.DNS, name);
            case GeneralName.rfc822Name -> text(Kind.EMAIL, name);
            case GeneralName.uniformResourceIdentifier -> text(Kind.URI, name);
            case GeneralName.iPAddress -> IpRange.of(name).map(text -> new AlternativeName(Kind.IP, text));
            case GeneralName.directoryName ->
                Optional.of(
                        new AlternativeName(Kind.DIRECTORY, SubjectName.text(X500Name.getInstance(name.getName()))));
            case GeneralName.registeredID ->
                Optional.of(new AlternativeName(
                        Kind.REGISTERED_ID,
                        ASN1ObjectIdentifier.getInstance(name.getName()).getId()));
            case GeneralName.otherName -> upn(OtherName.getInstance(name.getName()));
            default -> Optional.empty();
        };
    }

    private static Optional<AlternativeName> upn(OtherName name) {
        return name.getTypeID().equals(UPN) && name.getValue() instanceof ASN1String text
                ? Optional.of(new AlternativeName(Kind.UPN, text.getString()))
                : Optional.empty();
    }

    private static Optional<AlternativeName> text(Kind kind, GeneralName name) {
        return Optional.of(new AlternativeName(kind, ((ASN1String) name.getName()).getString()));
    }
}
