package org.mtlsplayground.pki.detail;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlsplayground.pki.Oids;
import org.mtlsplayground.pki.detail.FieldDraft.Reading;

/** The public key (RFC 5280 §4.1.2.7, RFC 3279 §2.3): its algorithm, and the numbers it is made of. */
final class KeyFields {
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final String EC = "1.2.840.10045.2.1";
    private static final String DSA = "1.2.840.10040.4.1";

    private final List<FieldDraft> fields = new ArrayList<>();

    private KeyFields() {}

    static List<FieldDraft> of(Asn1Node info) {
        KeyFields reader = new KeyFields();
        FieldDraft whole = reader.draft("subjectPublicKeyInfo").at(info);
        whole.reading(info, (node, out) -> reader.read(node));
        if (whole.isBroken()) {
            reader.fields.add(whole);
        }
        return reader.fields;
    }

    private void read(Asn1Node info) throws MalformedException {
        Elements elements = Elements.of(info);
        Asn1Node algorithm = elements.next(Asn1Types.SEQUENCE);
        Asn1Node key = elements.next(Asn1Types.BIT_STRING);
        elements.end();
        Elements identifier = Elements.of(algorithm);
        String oid = Primitives.oid(identifier.next(Asn1Types.OBJECT_IDENTIFIER));
        switch (oid) {
            case RSA, PSS -> {
                add("algorithm", algorithm, Algorithms::read);
                rsa(key);
            }
            case EC -> {
                add("algorithm", algorithm, (node, out) -> out.oid(oid).value(Oids.nameOrDotted(oid)));
                add("namedCurve", identifier.next("ECParameters"), KeyFields::curve);
                add("publicKey", key, KeyFields::point);
            }
            case DSA -> {
                add("algorithm", algorithm, (node, out) -> out.oid(oid).value(Oids.nameOrDotted(oid)));
                dsa(identifier, key);
            }
            default -> {
                add("algorithm", algorithm, Algorithms::read);
                add("publicKey", key, (node, out) -> out.value(Primitives.bitHex(node)));
            }
        }
    }

    /** RFC 8017 §A.1.1. */
    private void rsa(Asn1Node key) throws MalformedException {
        Elements numbers = Elements.of(Elements.only(key));
        Asn1Node modulus = numbers.next(Asn1Types.INTEGER);
        Asn1Node exponent = numbers.next(Asn1Types.INTEGER);
        numbers.end();
        add(
                "keySize",
                modulus,
                (node, out) -> out.value(String.valueOf(Primitives.integer(node).bitLength())));
        add("modulus", modulus, (node, out) -> out.value(Primitives.hex(node)));
        add("publicExponent", exponent, KeyFields::exponent);
    }

    private static void exponent(Asn1Node node, FieldDraft out) throws MalformedException {
        BigInteger value = Primitives.integer(node);
        out.value(value.bitLength() <= 64 ? value + " (0x" + value.toString(16) + ")" : Primitives.hex(node));
    }

    /** RFC 3279 §2.3.2. */
    private void dsa(Elements identifier, Asn1Node key) throws MalformedException {
        if (identifier.hasNext()) {
            Elements numbers = Elements.of(identifier.next(Asn1Types.SEQUENCE));
            for (String name : List.of("p", "q", "g")) {
                Asn1Node number = numbers.next(Asn1Types.INTEGER);
                if (name.equals("p")) {
                    add(
                            "keySize",
                            number,
                            (node, out) -> out.value(
                                    String.valueOf(Primitives.integer(node).bitLength())));
                }
                add(name, number, (node, out) -> out.value(Primitives.hex(node)));
            }
        }
        add("y", Elements.only(key), (node, out) -> out.value(Primitives.hex(node)));
    }

    /** RFC 5480 §2.1.1: a named curve, or all its parameters. */
    private static void curve(Asn1Node parameters, FieldDraft out) throws MalformedException {
        if (parameters.isUniversal(Asn1Types.OBJECT_IDENTIFIER)) {
            String oid = Primitives.oid(parameters);
            out.oid(oid).value(Oids.nameOrDotted(oid));
        } else {
            out.value(Asn1Dump.read(parameters, out));
        }
    }

    /** RFC 5480 §2.2: uncompressed both coordinates, compressed only the first. */
    private static void point(Asn1Node bits, FieldDraft out) throws MalformedException {
        byte[] octets = Primitives.bitBytes(bits);
        out.value(FieldDraft.bytes(octets));
        if (octets.length > 2 && octets[0] == 4 && octets.length % 2 == 1) {
            int half = (octets.length - 1) / 2;
            int start = bits.contentOffset() + 2;
            for (int i = 0; i < 2; i++) {
                byte[] coordinate = Arrays.copyOfRange(octets, 1 + i * half, 1 + (i + 1) * half);
                out.part(i == 0 ? "x" : "y", new ByteRange(start + i * half, half))
                        .value(FieldDraft.bytes(coordinate));
            }
        }
    }

    private void add(String name, Asn1Node node, Reading reading) {
        fields.add(draft(name).at(node).reading(node, reading));
    }

    private FieldDraft draft(String name) {
        return new FieldDraft("key." + name, name, FieldReader.topic(name.length() == 1 ? "key.dsa" : "key." + name));
    }
}
