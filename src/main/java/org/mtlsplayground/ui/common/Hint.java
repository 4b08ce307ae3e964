package org.mtlsplayground.ui.common;

/**
 * What a line under a field says.
 *
 * @param kind how it is meant
 * @param text one or two sentences, empty if there is nothing to say
 */
public record Hint(Kind kind, String text) {
    /** Nothing to say. */
    public static final Hint NONE = new Hint(Kind.INFO, "");

    /** How a hint is meant; each has an icon of its own beside its colour. */
    public enum Kind {
        /** A fact. */
        INFO,
        /** It is as it should be. */
        OK,
        /** It may be used, and will surprise. */
        WARN,
        /** It can't be used. */
        ERROR
    }

    /** A fact. */
    public static Hint info(String text) {
        return new Hint(Kind.INFO, text);
    }

    /** Something is as it should be. */
    public static Hint ok(String text) {
        return new Hint(Kind.OK, text);
    }

    /** Something may be used, and will surprise. */
    public static Hint warn(String text) {
        return new Hint(Kind.WARN, text);
    }

    /** Something can't be used. */
    public static Hint error(String text) {
        return new Hint(Kind.ERROR, text);
    }

    /** Whether nothing can go on until this is mended. */
    public boolean isError() {
        return kind == Kind.ERROR;
    }

    /** Whether there is nothing to say. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
