package org.mtlsplayground.secrets;

import java.math.BigInteger;

/** The primes of RFC 7919, by the formula that its appendix A gives for each. */
final class FfdhePrime {
    private static final int LOW_ONES = 64;
    /** Bits of e beyond those that a prime takes, so that the rounding of the series stays out of sight. */
    private static final int GUARD = 64;

    private FfdhePrime() {}

    /**
     * 2^bits - 2^(bits-64) + (floor(2^(bits-130) e) + x) 2^64 - 1.
     *
     * @param bits of the prime
     * @param x the smallest number that makes it a safe prime, as the RFC gives it
     */
    static BigInteger of(int bits, long x) {
        BigInteger ofE = e(bits - 130).add(BigInteger.valueOf(x));
        return BigInteger.TWO
                .pow(bits)
                .subtract(BigInteger.TWO.pow(bits - LOW_ONES))
                .add(ofE.shiftLeft(LOW_ONES))
                .subtract(BigInteger.ONE);
    }

    /** floor(2^shift e), by the series of 1/n!. */
    private static BigInteger e(int shift) {
        BigInteger term = BigInteger.TWO.pow(shift + GUARD);
        BigInteger sum = BigInteger.ZERO;
        for (long n = 1; term.signum() > 0; n++) {
            sum = sum.add(term);
            term = term.divide(BigInteger.valueOf(n));
        }
        return sum.shiftRight(GUARD);
    }
}
