package org.mtlsplayground.pki;

/**
 * Where in a file something begins.
 *
 * @param unit what is counted
 * @param number a line or entry from 1, or a byte offset from 0
 */
public record Place(Unit unit, long number) {
    /** What a place is counted in. The bundle has a phrase for each: {@code load.place.NAME}. */
    public enum Unit {
        /** Lines of text. */
        LINE,
        /** Bytes; in base64 without BEGIN and END lines those that it stands for. */
        OFFSET,
        /** Entries of a key store or bundle. */
        ENTRY
    }

    /** A line of text, from 1. */
    public static Place line(long number) {
        return new Place(Unit.LINE, number);
    }

    /** A byte, from 0. */
    public static Place offset(long number) {
        return new Place(Unit.OFFSET, number);
    }

    /** An entry of a key store or bundle, from 1. */
    public static Place entry(long number) {
        return new Place(Unit.ENTRY, number);
    }
}
