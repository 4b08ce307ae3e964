package org.mtlsplayground.pki.detail;

import org.mtlsplayground.pki.detail.Malformed.Reason;

/** Values of which no more is known than their ASN.1: a part for each node, and what they hold in one line. */
final class Asn1Dump {
    /** So many nodes are dumped; all of them are in the tree of the whole. */
    static final int MAX_NODES = 300;

    private static final int LONGEST_LINE = 300;

    private final StringBuilder line = new StringBuilder();
    private int nodes;

    private Asn1Dump() {}

    /** Adds the parts of a value that is not primitive, and returns a line: the value, or the texts of those within. */
    static String read(Asn1Node node, FieldDraft out) throws MalformedException {
        if (node.malformed().isEmpty() && node.children().isEmpty()) {
            return node.value().isEmpty() ? node.type() : node.value();
        }
        Asn1Dump dump = new Asn1Dump();
        dump.add(node, out);
        return dump.line.isEmpty() ? node.type() : dump.line.toString();
    }

    /** A whole extension that nothing is known of. */
    static void extension(Asn1Node node, FieldDraft out) throws MalformedException {
        out.value(read(node, out));
    }

    private void add(Asn1Node node, FieldDraft out) throws MalformedException {
        if (node.malformed().isPresent()) {
            Malformed at = node.malformed().get();
            throw new MalformedException(at.reason(), at.offset(), at.expected());
        }
        if (nodes++ == MAX_NODES) {
            throw new MalformedException(Reason.TOO_MANY, node.offset());
        }
        FieldDraft part = out.part(node.type(), node);
        String value = node.value();
        if (!value.isEmpty()) {
            part.value(value);
            if (line.length() < LONGEST_LINE) {
                line.append(line.isEmpty() ? "" : " ").append(value);
            }
        }
        for (Asn1Node child : node.children()) {
            add(child, part);
        }
    }
}
