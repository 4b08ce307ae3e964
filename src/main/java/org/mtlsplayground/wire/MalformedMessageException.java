package org.mtlsplayground.wire;

/** Bytes that are not what they should be: what is wrong, in which field, and where. */
public final class MalformedMessageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final String path;
    private final int offset;

    /**
     * @param what is wrong, one clause
     * @param path the names of the fields from the message to the fault, joined by dots
     * @param offset of the fault from the start of the message
     */
    public MalformedMessageException(String what, String path, int offset) {
        super(what + " in " + path + " at offset " + offset);
        this.what = what;
        this.path = path;
        this.offset = offset;
    }

    /** What is wrong, one clause. */
    public String what() {
        return what;
    }

    /** Where in the structure. */
    public String path() {
        return path;
    }

    /** Where in the bytes, from the start of the message. */
    public int offset() {
        return offset;
    }
}
