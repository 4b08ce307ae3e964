package org.mtlsplayground.pki;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Passes over a serialised Java object (Java Object Serialization Specification §6.4) without making it: a JCEKS keeps
 * its secret keys so, and does not say how long they are.
 */
final class SerializedObject {
    private static final int STREAM = 0xACED0005;
    private static final int MAX_DEPTH = 20;
    private static final int HAS_WRITE_METHOD = 0x01;
    private static final int IS_SERIALIZABLE = 0x02;

    private final ByteBuffer content;
    /** What a back reference can mean; only class descriptions matter here, all else is null. */
    private final List<Description> handles = new ArrayList<>();

    private record Description(boolean skippable, List<String> types, Description parent) {}

    private SerializedObject(ByteBuffer content) {
        this.content = content;
    }

    /** Leaves the buffer after the object. */
    static void skip(ByteBuffer content) throws ContentException {
        if (content.getInt() != STREAM) {
            throw unknown();
        }
        new SerializedObject(content).object(0);
    }

    private void object(int depth) throws ContentException {
        if (depth > MAX_DEPTH || handles.size() > Items.MAX_PARTS) {
            throw unknown();
        }
        switch (content.get()) {
            case 0x70 -> { // null
                return;
            }
            case 0x71 -> content.getInt(); // a reference to an earlier one
            case 0x73 -> {
                Description description = description(depth + 1);
                handles.add(null);
                fields(description, depth);
            }
            case 0x74 -> {
                handles.add(null);
                pass(content.getShort() & 0xFFFF);
            }
            case 0x75 -> array(depth);
            default -> throw unknown();
        }
    }

    private void array(int depth) throws ContentException {
        Description description = description(depth + 1);
        handles.add(null);
        int count = content.getInt();
        if (description == null || description.types().size() != 1 || count < 0 || count > content.remaining()) {
            throw unknown();
        }
        for (int i = 0; i < count; i++) {
            value(description.types().get(0), depth);
        }
    }

    /** Values of the topmost ancestor come first. */
    private void fields(Description description, int depth) throws ContentException {
        if (description == null || depth > MAX_DEPTH) {
            return;
        }
        fields(description.parent(), depth + 1);
        if (!description.skippable()) {
            throw unknown();
        }
        for (String type : description.types()) {
            value(type, depth);
        }
    }

    private void value(String type, int depth) throws ContentException {
        switch (type.charAt(0)) {
            case 'B', 'Z' -> pass(1);
            case 'C', 'S' -> pass(2);
            case 'F', 'I' -> pass(4);
            case 'D', 'J' -> pass(8);
            case 'L', '[' -> object(depth + 1);
            default -> throw unknown();
        }
    }

    private Description description(int depth) throws ContentException {
        if (depth > MAX_DEPTH) {
            throw unknown();
        }
        return switch (content.get()) {
            case 0x70 -> null;
            case 0x71 -> {
                int index = content.getInt() - 0x7E0000;
                if (index < 0 || index >= handles.size()) {
                    throw unknown();
                }
                yield handles.get(index);
            }
            case 0x72 -> newDescription(depth);
            default -> throw unknown();
        };
    }

    private Description newDescription(int depth) throws ContentException {
        String name = text();
        content.getLong(); // its version
        int handle = handles.size();
        handles.add(null);
        int flags = content.get();
        int count = content.getShort() & 0xFFFF;
        List<String> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String type = String.valueOf((char) content.get());
            text();
            if (type.equals("L") || type.equals("[")) {
                object(depth + 1); // the name of its class
            }
            types.add(type);
        }
        if (content.get() != 0x78) { // the end of notes on the class, of which there are none
            throw unknown();
        }
        Description parent = description(depth + 1);
        boolean skippable = (flags & (IS_SERIALIZABLE | HAS_WRITE_METHOD)) == IS_SERIALIZABLE;
        // An array has its elements instead of fields.
        Description made = new Description(
                skippable, name.startsWith("[") && name.length() > 1 ? List.of(name.substring(1)) : types, parent);
        handles.set(handle, made);
        return made;
    }

    private String text() {
        byte[] encoded = new byte[content.getShort() & 0xFFFF];
        content.get(encoded);
        return new String(encoded, StandardCharsets.UTF_8);
    }

    private void pass(int length) {
        if (length > content.remaining()) {
            throw new BufferUnderflowException();
        }
        content.position(content.position() + length);
    }

    private static ContentException unknown() {
        return ContentException.damaged(LoadDetail.STRUCTURE);
    }
}
