package org.mtlsplayground.ui.certificates;

/**
 * One field of a certificate.
 *
 * @param label what it is called
 * @param value what the certificate says
 * @param words what that means in TLS, plainly
 */
record FieldRow(String label, String value, Words words) {
    /**
     * A few words beside a value.
     *
     * @param text empty where there is nothing to say
     */
    record Words(Tone tone, String text) {
        static final Words NONE = new Words(Tone.PLAIN, "");
    }

    /** Whether it is as it should be. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD
    }

    /** Both, as they are copied together. */
    String line() {
        return label + ": " + value;
    }
}
