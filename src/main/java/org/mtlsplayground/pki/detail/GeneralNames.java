package org.mtlsplayground.pki.detail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.BitSet;
import org.mtlsplayground.pki.IpText;
import org.mtlsplayground.pki.Oids;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/** GeneralName (RFC 5280 §4.2.1.6): each kind as a part under its own name, and as a line that begins with the kind. */
final class GeneralNames {
    /** The part's name and how the line begins, by the number of the tag. */
    private static final String[][] KINDS = {
        {"otherName", "other"},
        {"rfc822Name", "email"},
        {"dNSName", "DNS"},
        {"x400Address", "X400"},
        {"directoryName", "directory"},
        {"ediPartyName", "EDI"},
        {"uniformResourceIdentifier", "URI"},
        {"iPAddress", "IP"},
        {"registeredID", "registered ID"}
    };

    private GeneralNames() {}

    /** A SEQUENCE of names: the whole of subjectAltName and issuerAltName. */
    static void readAll(Asn1Node names, FieldDraft out) throws MalformedException {
        for (Asn1Node name : Elements.of(names).rest()) {
            out.value(read(name, out));
        }
    }

    /** The same under an implicit tag. */
    static void readTagged(Asn1Node tagged, FieldDraft out) throws MalformedException {
        for (Asn1Node name : Elements.in(tagged).rest()) {
            out.value(read(name, out));
        }
    }

    /** One name; returns its line. */
    static String read(Asn1Node name, FieldDraft out) throws MalformedException {
        return read(name, out, false);
    }

    /**
     * One name.
     *
     * @param range whether it stands in name constraints, where an address has a mask (RFC 5280 §4.2.1.10)
     */
    static String read(Asn1Node name, FieldDraft out, boolean range) throws MalformedException {
        if (name.tagClass() != Asn1Node.TagClass.CONTEXT_SPECIFIC || name.tagNumber() >= KINDS.length) {
            throw new MalformedException(Reason.UNEXPECTED_TAG, name.offset(), "GeneralName");
        }
        String[] kind = KINDS[name.tagNumber()];
        FieldDraft part = out.part(kind[0], name);
        String text = switch (name.tagNumber()) {
            case 0 -> otherName(name, part);
            case 4 ->
                DistinguishedNames.relative(Elements.of(Elements.only(name)).rest(), part);
            case 5 -> ediParty(name, part);
            case 3 -> Asn1Dump.read(name, part);
            case 7 -> range ? addressRange(name) : address(name);
            case 8 -> Asn1Values.named(Primitives.oid(name));
            default -> Primitives.ascii(name);
        };
        part.value(text);
        return kind[1] + ":" + text;
    }

    /** A type and a value of it; UPN and SmtpUTF8Mailbox (RFC 8398) are text. */
    private static String otherName(Asn1Node name, FieldDraft out) throws MalformedException {
        Elements elements = Elements.in(name);
        Asn1Node type = elements.next(Asn1Types.OBJECT_IDENTIFIER);
        String oid = Primitives.oid(type);
        out.part("type-id", type, Asn1Values.named(oid));
        Asn1Node explicit = elements.optionalContext(0)
                .orElseThrow(() -> new MalformedException(Reason.MISSING, name.contentEnd(), "value"));
        elements.end();
        Asn1Node value = Elements.only(explicit);
        FieldDraft part = out.part("value", value);
        String text = Asn1Dump.read(value, part);
        part.value(text);
        return Oids.nameOrDotted(oid) + "=" + text;
    }

    private static String ediParty(Asn1Node name, FieldDraft out) throws MalformedException {
        Elements elements = Elements.in(name);
        StringBuilder line = new StringBuilder();
        var assigner = elements.optionalContext(0);
        if (assigner.isPresent()) {
            Asn1Node text = Elements.only(assigner.get());
            line.append(out.part("nameAssigner", text, Primitives.text(text))).append('/');
        }
        Asn1Node party = elements.optionalContext(1)
                .orElseThrow(() -> new MalformedException(Reason.MISSING, name.contentEnd(), "partyName"));
        elements.end();
        Asn1Node text = Elements.only(party);
        return line.append(out.part("partyName", text, Primitives.text(text))).toString();
    }

    private static String address(Asn1Node name) throws MalformedException {
        byte[] octets = name.content(17);
        if (octets.length != 4 && octets.length != 16) {
            throw new MalformedException(Reason.BAD_VALUE, name.offset(), "iPAddress");
        }
        return address(octets, name);
    }

    /** An address and a mask: as CIDR (RFC 4632), or in full if the mask has gaps. */
    private static String addressRange(Asn1Node name) throws MalformedException {
        byte[] octets = name.content(33);
        if (octets.length != 8 && octets.length != 32) {
            throw new MalformedException(Reason.BAD_VALUE, name.offset(), "iPAddress");
        }
        byte[] mask = Arrays.copyOfRange(octets, octets.length / 2, octets.length);
        String address = address(Arrays.copyOf(octets, octets.length / 2), name);
        int ones = 0;
        while (ones < mask.length * 8 && (mask[ones / 8] & 0x80 >> ones % 8) != 0) {
            ones++;
        }
        boolean gap = BitSet.valueOf(mask).cardinality() != ones;
        return address + "/" + (gap ? address(mask, name) : String.valueOf(ones));
    }

    private static String address(byte[] octets, Asn1Node name) throws MalformedException {
        try {
            // The JDK makes an IPv4 address of one mapped into IPv6; a certificate means what it says.
            return octets.length == 16 && isMapped(octets)
                    ? "::ffff:"
                            + InetAddress.getByAddress(Arrays.copyOfRange(octets, 12, 16))
                                    .getHostAddress()
                    : IpText.shorten(InetAddress.getByAddress(octets).getHostAddress());
        } catch (UnknownHostException e) {
            throw new MalformedException(Reason.BAD_VALUE, name.offset(), "iPAddress");
        }
    }

    private static boolean isMapped(byte[] octets) {
        for (int i = 0; i < 10; i++) {
            if (octets[i] != 0) {
                return false;
            }
        }
        return octets[10] == -1 && octets[11] == -1;
    }
}
