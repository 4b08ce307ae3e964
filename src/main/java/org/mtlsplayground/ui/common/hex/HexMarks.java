package org.mtlsplayground.ui.common.hex;

/**
 * What is marked among the bytes of a message.
 *
 * @param field the bytes of the field that is looked at
 * @param selection the bytes that are selected
 * @param fault the bytes from which on nothing could be read
 */
public record HexMarks(ByteRange field, ByteRange selection, ByteRange fault) {
    /** Nothing is marked. */
    public static final HexMarks NONE = new HexMarks(ByteRange.NONE, ByteRange.NONE, ByteRange.NONE);

    /** How a byte is shown; what matters more comes later. */
    enum Tone {
        PLAIN,
        FIELD,
        SELECTED,
        FAULT
    }

    Tone at(int offset) {
        if (fault.contains(offset)) {
            return Tone.FAULT;
        }
        if (selection.contains(offset) && !selection.equals(field)) {
            return Tone.SELECTED;
        }
        return field.contains(offset) || selection.contains(offset) ? Tone.FIELD : Tone.PLAIN;
    }

    /** The run of bytes of one tone that begins at an offset, no further than {@code end}. */
    ByteRange run(int start, int end) {
        Tone tone = at(start);
        int stop = start + 1;
        while (stop < end && at(stop) == tone) {
            stop++;
        }
        return new ByteRange(start, stop);
    }
}
