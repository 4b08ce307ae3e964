package org.mtlsplayground.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.ui.inspector.FieldNode.Kind;
import org.mtlsplayground.ui.inspector.FieldNode.Words;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.Field;

/**
 * Makes of a message's fields the tree that is shown. It is theirs, but for extensions: an extension has the name of its
 * type, and what it holds stands directly below it.
 */
final class FieldTree {
    private static final String EXTENSION = "extension";
    private static final String EXTENSION_TYPE = "extension_type";
    private static final String EXTENSION_DATA = "extension_data";

    /** Before it, an extension's value has its type, which is in the title. */
    private static final String GLANCE = "  ";

    private final byte[] bytes;

    private FieldTree(byte[] bytes) {
        this.bytes = bytes;
    }

    static FieldNode of(Event event) {
        FieldTree tree = new FieldTree(event.bytes());
        boolean isHandshake = event.message() instanceof Handshake && event.bytes().length > 0;
        String name = EventText.of(event).name();
        Words words = new Words(
                isHandshake ? Messages.get("inspector.handshake", name) : name,
                "",
                isHandshake ? Integer.toString(event.bytes()[0] & 0xff) : "",
                Sizes.words(event.bytes().length),
                false);
        ByteRange all = new ByteRange(0, event.bytes().length);
        return new FieldNode(Kind.MESSAGE, words, "", all, null, 0, root -> {
            List<FieldNode> parts = tree.nodes(tree.parts(event.fields()), root);
            if (event.message() instanceof Message.Malformed malformed
                    && parts.stream().noneMatch(FieldNode::isFaulty)) {
                parts.add(tree.fault(malformed, root, parts.size()));
            }
            return parts;
        });
    }

    /** The text for one or for many: the keys are {@code key.one} and {@code key}. */
    static String count(String key, int number, Object... more) {
        Object[] arguments =
                Stream.concat(Stream.of(Sizes.grouped(number)), Stream.of(more)).toArray();
        return Messages.get(number == 1 ? key + ".one" : key, arguments);
    }

    private FieldNode fault(Message.Malformed malformed, FieldNode root, int position) {
        Words words = new Words(Messages.get("event.malformed"), malformed.what(), "", "", false);
        int start = Math.max(0, Math.min(malformed.offset(), bytes.length));
        ByteRange rest = new ByteRange(start, bytes.length);
        return new FieldNode(Kind.FAULT, words, ByteReader.FAULT, rest, root, position, none -> List.of());
    }

    private record Part(Field field, boolean isElement) {}

    private List<FieldNode> nodes(List<Part> parts, FieldNode parent) {
        List<FieldNode> nodes = new ArrayList<>();
        for (Part part : parts) {
            nodes.add(node(part, parent, nodes.size()));
        }
        return nodes;
    }

    private FieldNode node(Part part, FieldNode parent, int position) {
        Field field = part.field();
        List<Part> parts = isExtension(field) ? extensionParts(field) : parts(field.children());
        Kind ofSound = parts.isEmpty() ? Kind.LEAF : Kind.STRUCTURE;
        Kind kind = field.topic().equals(ByteReader.FAULT) ? Kind.FAULT : ofSound;
        return new FieldNode(
                kind,
                isExtension(field) ? extensionWords(field) : words(part, parts),
                field.topic(),
                range(field),
                parent,
                position,
                self -> nodes(parts, self));
    }

    /** In a list of equals none needs its name. */
    private List<Part> parts(List<Field> fields) {
        boolean equals = fields.stream()
                .allMatch(field -> field.children().isEmpty()
                        && field.name().equals(fields.get(0).name())
                        && !field.value().isEmpty()
                        && !FieldBytes.isOpaque(field, bytes));
        return fields.stream().map(field -> new Part(field, equals)).toList();
    }

    private static boolean isExtension(Field field) {
        return field.name().equals(EXTENSION)
                && !field.children().isEmpty()
                && field.children().get(0).name().equals(EXTENSION_TYPE);
    }

    /** The type, and then what is inside without the wrappings: length and list say nothing that the extension doesn't. */
    private List<Part> extensionParts(Field extension) {
        List<Part> parts = new ArrayList<>();
        for (Field child : extension.children()) {
            if (!child.name().equals(EXTENSION_DATA)) {
                parts.add(new Part(child, false));
            } else if (!child.children().isEmpty()) {
                Field data = child;
                while (data.children().size() == 1
                        && !data.children().get(0).children().isEmpty()) {
                    data = data.children().get(0);
                }
                parts.addAll(parts(data.children()));
            } else if (!child.value().isEmpty()) {
                parts.add(new Part(child, false));
            }
        }
        return parts;
    }

    private Words extensionWords(Field extension) {
        Field type = extension.children().get(0);
        String number = Integer.toString(FieldBytes.number(range(type), bytes));
        boolean isNamed = !type.value().startsWith("0x");
        int glance = extension.value().indexOf(GLANCE);
        String note = glance < 0 ? "" : extension.value().substring(glance + GLANCE.length());
        return new Words(isNamed ? type.value() : extension.name(), "", number, note, false);
    }

    private Words words(Part part, List<Part> parts) {
        Field field = part.field();
        boolean isList = parts.size() > 1
                && parts.stream()
                        .allMatch(each ->
                                each.field().name().equals(parts.get(0).field().name()));
        String note = isList ? count("inspector.entries", parts.size()) : "";
        String value = field.value().isEmpty() && parts.isEmpty() ? Messages.get("inspector.empty") : field.value();
        return new Words(field.name(), value, FieldBytes.codePoint(field, bytes), note, part.isElement());
    }

    private ByteRange range(Field field) {
        return new ByteRange(field.offset(), field.offset() + field.length()).within(bytes.length);
    }
}
