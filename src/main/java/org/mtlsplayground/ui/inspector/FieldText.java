package org.mtlsplayground.ui.inspector;

import org.mtlsplayground.text.Messages;

/** Fields as text, to read aloud and to copy. */
final class FieldText {
    private static final String INDENT = "  ";

    private FieldText() {}

    /** The name with its number: {@code server_name (0)}. */
    static String title(FieldNode node) {
        FieldNode.Words words = node.words();
        return node.kind() == FieldNode.Kind.LEAF || words.number().isEmpty()
                ? words.name()
                : Messages.get("inspector.numbered", words.name(), words.number());
    }

    /** The line as it is read aloud: as it is shown, with nothing cut off. */
    static String spoken(FieldNode node) {
        return line(node, new byte[0]);
    }

    /** Name and value in one line, the value in full: {@code cipher_suite: TLS_AES_128_GCM_SHA256 (0x1301)}. */
    static String line(FieldNode node, byte[] bytes) {
        String value = value(node, bytes);
        return value.isEmpty() ? title(node) : title(node) + ": " + value;
    }

    /** The value in full; for a structure what it holds in short, for the message its length. */
    static String value(FieldNode node, byte[] bytes) {
        FieldNode.Words words = node.words();
        if (words.value().isEmpty()) {
            return words.note();
        }
        String whole = FieldBytes.whole(words.value(), node.range(), bytes);
        return node.kind() == FieldNode.Kind.LEAF && !words.number().isEmpty()
                ? Messages.get("inspector.numbered", whole, words.number())
                : whole;
    }

    /** The node and all below it, a line each, indented by depth. */
    static String outline(FieldNode node, byte[] bytes) {
        StringBuilder text = new StringBuilder();
        add(node, bytes, "", text);
        return text.toString();
    }

    private static void add(FieldNode node, byte[] bytes, String indent, StringBuilder text) {
        text.append(text.isEmpty() ? "" : "\n").append(indent).append(line(node, bytes));
        for (FieldNode child : node.children()) {
            add(child, bytes, indent + INDENT, text);
        }
    }
}
