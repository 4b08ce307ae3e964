package org.mtlsplayground.capture;

/** Is told how far the reading or writing of a file has come, and can stop it. Called by the thread that does the work. */
@FunctionalInterface
public interface Progress {
    /**
     * Called now and then, not more often than a few hundred times for a file.
     *
     * @param done bytes of the file when reading, connections when writing
     * @param total of the same
     * @return false to stop: the work ends with a {@link java.util.concurrent.CancellationException} and leaves nothing
     *     behind
     */
    boolean at(long done, long total);

    /** Listens to nothing and stops nothing. */
    static Progress none() {
        return (done, total) -> true;
    }
}
