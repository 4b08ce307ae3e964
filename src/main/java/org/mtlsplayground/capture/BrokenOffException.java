package org.mtlsplayground.capture;

/** A capture file can't be read any further; what came before is sound. */
final class BrokenOffException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Note.Kind kind;
    private final long offset;

    /** @param offset in the file, of what could not be read */
    BrokenOffException(Note.Kind kind, long offset) {
        super(kind + " at offset " + offset, null, false, false);
        this.kind = kind;
        this.offset = offset;
    }

    Note.Kind kind() {
        return kind;
    }

    long offset() {
        return offset;
    }
}
