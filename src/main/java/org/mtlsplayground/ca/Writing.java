package org.mtlsplayground.ca;

/** How one of the {@link StandardExtension}s is written. */
public enum Writing {
    /** As it is by custom: with the usual mark, or not at all where there is nothing to write. */
    USUAL,
    /** Marked critical: whoever doesn't know it must refuse the certificate (RFC 5280 §4.2). */
    CRITICAL,
    /** Not marked critical. */
    NOT_CRITICAL,
    /** Not written at all. */
    LEFT_OUT
}
