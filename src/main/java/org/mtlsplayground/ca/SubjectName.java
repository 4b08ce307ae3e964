package org.mtlsplayground.ca;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.mtlsplayground.ca.WrongInput.Field;
import org.mtlsplayground.ca.WrongInput.Why;

/** A subject that is put together: from attributes, or from the text of a whole distinguished name. Immutable. */
final class SubjectName {
    /** From the general to the particular; RFC 4514 prints it the other way round. */
    private static final List<ASN1ObjectIdentifier> ORDER = List.of(
            BCStyle.DC,
            BCStyle.C,
            BCStyle.ST,
            BCStyle.L,
            BCStyle.POSTAL_CODE,
            BCStyle.STREET,
            BCStyle.O,
            BCStyle.OU,
            BCStyle.CN,
            BCStyle.SERIALNUMBER,
            BCStyle.EmailAddress);

    /** Names beside those that the JDK knows. */
    private static final Map<String, String> KEYWORDS = Map.of(
            "E", BCStyle.EmailAddress.getId(),
            "SN", BCStyle.SURNAME.getId(),
            "GN", BCStyle.GIVENNAME.getId(),
            "TITLE", BCStyle.T.getId(),
            "NAME", BCStyle.NAME.getId(),
            "PSEUDONYM", BCStyle.PSEUDONYM.getId(),
            "POSTALCODE", BCStyle.POSTAL_CODE.getId(),
            "BUSINESSCATEGORY", BCStyle.BUSINESS_CATEGORY.getId(),
            "ORGANIZATIONIDENTIFIER", BCStyle.ORGANIZATION_IDENTIFIER.getId());

    /** The other way round. */
    private static final Map<String, String> TYPE_NAMES = Map.of(
            BCStyle.EmailAddress.getId(), "EMAILADDRESS",
            BCStyle.SERIALNUMBER.getId(), "SERIALNUMBER",
            BCStyle.SURNAME.getId(), "SURNAME",
            BCStyle.GIVENNAME.getId(), "GIVENNAME",
            BCStyle.T.getId(), "TITLE",
            BCStyle.POSTAL_CODE.getId(), "POSTALCODE",
            BCStyle.ORGANIZATION_IDENTIFIER.getId(), "ORGANIZATIONIDENTIFIER");

    /** Encoded as ASCII, whatever is in them. */
    private static final List<ASN1ObjectIdentifier> ASCII_ONLY =
            List.of(BCStyle.DC, BCStyle.EmailAddress, BCStyle.SERIALNUMBER, BCStyle.C);

    private record Attribute(String type, String value) {}

    private final List<Attribute> attributes;
    private final String text;
    private final X500Name whole;

    private SubjectName(List<Attribute> attributes, String text, X500Name whole) {
        this.attributes = List.copyOf(attributes);
        this.text = text;
        this.whole = whole;
    }

    static SubjectName empty() {
        return new SubjectName(List.of(), "", null);
    }

    /** As it stands in a certificate or a request, byte for byte. */
    static SubjectName of(X500Name whole) {
        return new SubjectName(List.of(), "", whole);
    }

    /** From an RFC 4514 text. */
    static SubjectName ofText(String text) {
        return new SubjectName(List.of(), text.strip(), null);
    }

    /** With one more attribute. What was given as a whole before is replaced. */
    SubjectName with(String type, String value) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(new Attribute(type.strip(), value));
        return new SubjectName(more, "", null);
    }

    /** With this as the only common name, at the place of the first one. Only without problems. */
    SubjectName withCommonName(String name) {
        List<RDN> parts = new ArrayList<>(List.of(build().getRDNs()));
        RDN renamed = new RDN(BCStyle.CN, new DERUTF8String(name));
        int place = 0;
        while (place < parts.size() && !isCommonName(parts.get(place))) {
            place++;
        }
        parts.removeIf(SubjectName::isCommonName);
        parts.add(place, renamed);
        return of(new X500Name(parts.toArray(RDN[]::new)));
    }

    private static boolean isCommonName(RDN part) {
        return part.getFirst().getType().equals(BCStyle.CN);
    }

    /** The first common name, if there is one. Only without problems. */
    Optional<String> commonName() {
        return Arrays.stream(build().getRDNs(BCStyle.CN))
                .map(part -> IETFUtils.valueToString(part.getFirst().getValue()))
                .findFirst();
    }

    /** As RFC 4514 writes it, or, with problems, as it was given. */
    String text() {
        if (problems().isEmpty()) {
            return text(build());
        }
        return text.isEmpty()
                ? attributes.stream()
                        .map(attribute -> attribute.type() + "=" + attribute.value())
                        .collect(Collectors.joining(","))
                : text;
    }

    boolean isEmpty() {
        return problems().isEmpty() && build().getRDNs().length == 0;
    }

    List<WrongInput> problems() {
        if (whole != null) {
            return List.of();
        }
        if (!text.isEmpty()) {
            return parse(text).isPresent()
                    ? List.of()
                    : List.of(new WrongInput(Field.SUBJECT, Why.NOT_A_DISTINGUISHED_NAME, text));
        }
        List<WrongInput> problems = new ArrayList<>();
        for (Attribute attribute : attributes) {
            problem(attribute)
                    .ifPresent(why -> problems.add(
                            new WrongInput(Field.SUBJECT, why, attribute.type() + "=" + attribute.value())));
        }
        return problems;
    }

    private static Optional<Why> problem(Attribute attribute) {
        Optional<ASN1ObjectIdentifier> type = type(attribute.type());
        if (type.isEmpty()) {
            return Optional.of(Why.NOT_AN_ATTRIBUTE);
        }
        if (attribute.value().isEmpty()) {
            return Optional.of(Why.EMPTY);
        }
        if (type.get().equals(BCStyle.C) && !attribute.value().matches("[A-Za-z]{2}")) {
            return Optional.of(Why.NOT_A_COUNTRY);
        }
        return ASCII_ONLY.contains(type.get()) && !NameRules.isAscii(attribute.value())
                ? Optional.of(Why.NOT_ASCII)
                : Optional.empty();
    }

    /** Only without problems. */
    X500Name build() {
        if (whole != null) {
            return whole;
        }
        if (!text.isEmpty()) {
            return parse(text).orElseThrow();
        }
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        attributes.stream()
                .sorted(Comparator.comparingInt(attribute -> rank(attribute.type())))
                .forEach(attribute -> builder.addRDN(type(attribute.type()).orElseThrow(), attribute.value()));
        return builder.build();
    }

    private static int rank(String name) {
        int rank = ORDER.indexOf(type(name).orElseThrow());
        return rank < 0 ? ORDER.indexOf(BCStyle.CN) : rank;
    }

    private static Optional<ASN1ObjectIdentifier> type(String name) {
        ASN1ObjectIdentifier oid = ASN1ObjectIdentifier.tryFromID(name);
        if (oid != null) {
            return Optional.of(oid);
        }
        String keyword = KEYWORDS.get(name.toUpperCase(Locale.ROOT));
        if (keyword != null) {
            return Optional.of(new ASN1ObjectIdentifier(keyword));
        }
        try {
            return Optional.of(BCStyle.INSTANCE.attrNameToOID(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads RFC 4514 (and the older forms of it, with spaces); empty for anything else. */
    static Optional<X500Name> parse(String text) {
        try {
            return Optional.of(X500Name.getInstance(new X500Principal(text, KEYWORDS).getEncoded()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** As RFC 4514 writes it, so that {@link #parse} gives the same name again where its types are known. */
    static String text(X500Name name) {
        try {
            return new X500Principal(name.getEncoded()).getName(X500Principal.RFC2253, TYPE_NAMES);
        } catch (IOException e) {
            throw new IllegalStateException("A name that was read can be written", e);
        }
    }
}
