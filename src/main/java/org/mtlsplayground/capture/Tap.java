package org.mtlsplayground.capture;

/** What a tapped socket tells of the bytes that pass it. Called by the threads that read and write the socket. */
public interface Tap {
    /** Bytes that are about to be written. Told before, so that an answer to them is never recorded ahead of them. */
    void sent(byte[] buffer, int offset, int length);

    /** Bytes that have been read. */
    void received(byte[] buffer, int offset, int length);
}
