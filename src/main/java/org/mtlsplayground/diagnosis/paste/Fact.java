package org.mtlsplayground.diagnosis.paste;

import java.util.Locale;

/**
 * Something that an error text mentions.
 *
 * @param kind what it is
 * @param value as the text has it
 */
public record Fact(Kind kind, String value) {
    /** What can be taken out of a text. */
    public enum Kind {
        /** The host that was called, or that asked. */
        HOST,
        /** The subject, or its common name, of a certificate. */
        SUBJECT,
        /** The name of an alert (RFC 8446 §6), with underscores. */
        ALERT,
        /** At which certificate of the chain: 0 is the leaf. */
        DEPTH,
        /** When a certificate ended, or begins. */
        DATE;

        /** The stable name that files and command lines use: {@code host}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
