package org.mtlsplayground.secrets;

import java.security.SecureRandom;
import java.security.SecureRandomParameters;

/**
 * Passes on what a real random gives, and remembers what was drawn on threads that asked for it. For
 * {@code SSLContext.init}. Thread-safe.
 */
public final class RememberingRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    /** Not the superclass: the JDK locks randoms of other classes than its own at each draw. */
    private final SecureRandom real = new SecureRandom();

    @SuppressWarnings("ThreadLocalUsage") // one for each of the few contexts, as the draws of two must not mix
    private final transient ThreadLocal<Draws> remembered = new ThreadLocal<>();

    /** From now on, what this thread draws is remembered there; null ends it. */
    public void rememberInto(Draws draws) {
        if (draws == null) {
            remembered.remove();
        } else {
            remembered.set(draws);
        }
    }

    /** Numbers ({@code nextInt} and its kin) come from here as well. */
    @Override
    public void nextBytes(byte[] bytes) {
        real.nextBytes(bytes);
        remember(bytes);
    }

    @Override
    public void nextBytes(byte[] bytes, SecureRandomParameters params) {
        real.nextBytes(bytes, params);
        remember(bytes);
    }

    @Override
    public byte[] generateSeed(int numBytes) {
        byte[] seed = real.generateSeed(numBytes);
        remember(seed);
        return seed;
    }

    @Override
    public void setSeed(byte[] seed) {
        real.setSeed(seed);
    }

    @Override
    public String getAlgorithm() {
        return real.getAlgorithm();
    }

    private void remember(byte[] bytes) {
        Draws draws = remembered.get();
        if (draws != null) {
            draws.add(bytes);
        }
    }
}
