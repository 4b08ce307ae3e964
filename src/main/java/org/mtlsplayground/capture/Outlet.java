package org.mtlsplayground.capture;

import java.io.IOException;

/** Where what an interceptor lets pass goes on, and what it can do to the connection. */
interface Outlet {
    /** Hands bytes on, and tells of them. */
    void deliver(byte[] bytes) throws IOException;

    /** Ends both directions in order. */
    void close() throws IOException;

    /** Resets the connection. */
    void reset() throws IOException;

    /** Whether it is at the sender's socket, rather than at the receiver's. */
    boolean isAtSource();

    /** Whether who is at the other end of this socket has ended the connection; to be asked while nobody reads. */
    boolean hasPeerLeft() throws IOException;

    /** Whether the connection was ended by one of the two, so that nothing goes on any more. */
    boolean isCut();
}
