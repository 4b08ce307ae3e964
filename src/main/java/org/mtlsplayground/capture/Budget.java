package org.mtlsplayground.capture;

/** How much memory what is read from a file may take. */
final class Budget {
    /** What a part takes beside its bytes. */
    private static final int OVERHEAD = 160;

    private static final long MOST = 512L << 20;

    private long left;

    private Budget(long left) {
        this.left = left;
    }

    /** A quarter of what there is, but not more than 512 MiB. */
    static Budget ofMemory() {
        return new Budget(Math.min(MOST, Runtime.getRuntime().maxMemory() / 4));
    }

    /** Whether these bytes may be kept; if so, they are counted. */
    boolean take(long bytes) {
        if (bytes + OVERHEAD > left) {
            return false;
        }
        left -= bytes + OVERHEAD;
        return true;
    }
}
