package org.mtlsplayground.diagnosis;

/**
 * Something found out.
 *
 * @param certain whether it follows from what is known; else it is only likely
 */
record Likely<T>(T value, boolean certain) {
    static <T> Likely<T> certain(T value) {
        return new Likely<>(value, true);
    }

    static <T> Likely<T> guess(T value) {
        return new Likely<>(value, false);
    }
}
