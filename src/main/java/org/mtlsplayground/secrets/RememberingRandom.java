package org.mtlsplayground.secrets;

import java.security.SecureRandom;

/**
 * Passes on what a real random gives, and remembers what was drawn on threads that asked for it. For
 * {@code SSLContext.init}. Thread-safe.
 */
public final class RememberingRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient ThreadLocal<Draws> into = new ThreadLocal<>();

    /** From now on, what this thread draws is remembered there; null ends it. */
    public void rememberInto(Draws draws) {
        if (draws == null) {
            into.remove();
        } else {
            into.set(draws);
        }
    }

    @Override
    public void nextBytes(byte[] bytes) {
        super.nextBytes(bytes);
        Draws draws = into.get();
        if (draws != null) {
            draws.add(bytes);
        }
    }
}
