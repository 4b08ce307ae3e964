package org.mtlsplayground.secrets;

import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.List;

/**
 * Gives remembered draws once more, from one of them on, and fails where it is asked for another length than was drawn:
 * then it was something else that drew there.
 */
final class ReplayingRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    /** Says that the draws do not fit. */
    static final class OtherDrawException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int wanted;

        private OtherDrawException(int wanted) {
            super("another draw than was remembered", null, false, false);
            this.wanted = wanted;
        }

        /** How many bytes were asked for. */
        int wanted() {
            return wanted;
        }
    }

    private ReplayingRandom(List<byte[]> draws, int first) {
        super(new Replay(draws, first), null);
    }

    /** Gives the draws from that one on; they are not copied. */
    static ReplayingRandom from(List<byte[]> draws, int first) {
        return new ReplayingRandom(draws, first);
    }

    /** Fails at once. */
    static ReplayingRandom ofNothing() {
        return new ReplayingRandom(List.of(), 0);
    }

    /** By an engine of its own; the usual constructor would set up a real random each time. */
    private static final class Replay extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;

        private final transient List<byte[]> draws;
        private int next;

        Replay(List<byte[]> draws, int first) {
            this.draws = draws;
            this.next = first;
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            if (next >= draws.size() || draws.get(next).length != bytes.length) {
                throw new OtherDrawException(bytes.length);
            }
            System.arraycopy(draws.get(next), 0, bytes, 0, bytes.length);
            next++;
        }

        @Override
        protected void engineSetSeed(byte[] seed) {
            // What is replayed does not depend on seeds.
        }

        @Override
        protected byte[] engineGenerateSeed(int numBytes) {
            byte[] seed = new byte[numBytes];
            engineNextBytes(seed);
            return seed;
        }
    }
}
