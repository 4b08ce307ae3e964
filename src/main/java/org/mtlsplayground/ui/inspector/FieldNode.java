package org.mtlsplayground.ui.inspector;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mtlsplayground.ui.common.hex.ByteRange;

/**
 * A part of a message as it is shown: the message itself at the root, below it its structures and fields. Immutable; two
 * are equal only if they are the same.
 */
public final class FieldNode {
    /** What a node is. */
    public enum Kind {
        /** The root: all of the message. */
        MESSAGE,
        /** Has parts. */
        STRUCTURE,
        /** A value. */
        LEAF,
        /** The place from which on nothing could be read. */
        FAULT
    }

    /**
     * What a node says.
     *
     * @param name the field's name; for an extension that of its type
     * @param value what it says; may be empty
     * @param number the value as the number that it is on the wire, where the value is a name; may be empty
     * @param note more that helps to read it, such as how many entries there are; may be empty
     * @param isElement whether it is one of a list of equals, so that its name says nothing new
     */
    public record Words(String name, String value, String number, String note, boolean isElement) {}

    private final Kind kind;
    private final Words words;
    private final String topic;
    private final ByteRange range;
    private final FieldNode parent;
    private final int position;
    private final List<FieldNode> children;

    /**
     * @param topic the key of its explanation; empty where its name is
     * @param parent null for the root
     * @param position among its parent's children, from 0
     * @param children makes its parts, given itself
     */
    FieldNode(
            Kind kind,
            Words words,
            String topic,
            ByteRange range,
            FieldNode parent,
            int position,
            Function<FieldNode, List<FieldNode>> children) {
        this.kind = kind;
        this.words = words;
        this.topic = topic;
        this.range = range;
        this.parent = parent;
        this.position = position;
        this.children = List.copyOf(children.apply(this));
    }

    public Kind kind() {
        return kind;
    }

    public Words words() {
        return words;
    }

    /** The key of its explanation, for {@link org.mtlsplayground.text.Explanations}; empty where its name is. */
    public String topic() {
        return topic;
    }

    /** Where it is in the message's bytes, a length prefix included. */
    public ByteRange range() {
        return range;
    }

    /** What it is a part of; empty for the root. */
    public Optional<FieldNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** Its place among its parent's parts, from 0. */
    public int position() {
        return position;
    }

    /** Its parts, in the order of the wire. */
    public List<FieldNode> children() {
        return children;
    }

    /** The smallest part that holds all of these bytes; itself where no part does. */
    public FieldNode deepest(ByteRange bytes) {
        return children.stream()
                .filter(child -> child.range.contains(bytes))
                .findFirst()
                .map(child -> child.deepest(bytes))
                .orElse(this);
    }

    /** Where reading stopped: the first such place in it, if there is one. */
    public Optional<FieldNode> fault() {
        if (kind == Kind.FAULT) {
            return Optional.of(this);
        }
        return children.stream().map(FieldNode::fault).flatMap(Optional::stream).findFirst();
    }

    /** Whether reading stopped in it. */
    boolean isFaulty() {
        return fault().isPresent();
    }

    @Override
    public String toString() {
        return words.name() + "@" + range.start() + "+" + range.length();
    }
}
