package org.mtlsplayground.pki.detail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.mtlsplayground.pki.Oids;

/** Distinguished names (RFC 5280 §4.1.2.4), attribute by attribute and as one line. */
final class DistinguishedNames {
    /** The short names of RFC 4514 §3, and those that the JDK uses beside them. */
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("2.5.4.3", "CN"),
            Map.entry("2.5.4.4", "SURNAME"),
            Map.entry("2.5.4.5", "SERIALNUMBER"),
            Map.entry("2.5.4.6", "C"),
            Map.entry("2.5.4.7", "L"),
            Map.entry("2.5.4.8", "ST"),
            Map.entry("2.5.4.9", "STREET"),
            Map.entry("2.5.4.10", "O"),
            Map.entry("2.5.4.11", "OU"),
            Map.entry("2.5.4.12", "T"),
            Map.entry("2.5.4.42", "GIVENNAME"),
            Map.entry("2.5.4.43", "INITIALS"),
            Map.entry("2.5.4.44", "GENERATION"),
            Map.entry("2.5.4.46", "DNQ"),
            Map.entry("0.9.2342.19200300.100.1.1", "UID"),
            Map.entry("0.9.2342.19200300.100.1.25", "DC"),
            Map.entry("1.2.840.113549.1.9.1", "EMAILADDRESS"));

    /** What would be taken for a part of the syntax (RFC 4514 §2.4, RFC 2253 §3). */
    private static final Pattern SPECIAL = Pattern.compile(".*[,+=\"\\\\<>;\n].*|^[# ].*|.* $", Pattern.DOTALL);

    private DistinguishedNames() {}

    /** Adds the line and a part for each attribute. */
    static void read(Asn1Node name, FieldDraft out) throws MalformedException {
        out.value(relative(Elements.of(name).rest(), out));
    }

    /** A line for a name without its parts. */
    static String line(Asn1Node name) throws MalformedException {
        FieldDraft parts = new FieldDraft("", "", "");
        return relative(Elements.of(name).rest(), parts);
    }

    /** RelativeDistinguishedNames as one line, the last one first (RFC 4514 §2.1). */
    static String relative(List<Asn1Node> sets, FieldDraft out) throws MalformedException {
        List<String> line = new ArrayList<>();
        for (Asn1Node set : sets) {
            List<String> together = new ArrayList<>();
            for (Asn1Node attribute : Elements.in(set).rest()) {
                Elements elements = Elements.of(attribute);
                String oid = Primitives.oid(elements.next(Asn1Types.OBJECT_IDENTIFIER));
                Asn1Node value = elements.next("DirectoryString");
                elements.end();
                String text = value.value();
                out.part(Oids.nameOrDotted(oid), attribute).oid(oid).value(text);
                together.add(SHORT.getOrDefault(oid, Oids.nameOrDotted(oid)) + "=" + quoted(text));
            }
            line.add(String.join(" + ", together));
        }
        Collections.reverse(line);
        return String.join(", ", line);
    }

    private static String quoted(String text) {
        return SPECIAL.matcher(text).matches()
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : text;
    }
}
