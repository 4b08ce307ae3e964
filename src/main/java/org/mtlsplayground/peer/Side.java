package org.mtlsplayground.peer;

import org.mtlsplayground.capture.Direction;

/** One end of a connection. */
public enum Side {
    CLIENT,
    SERVER;

    /** The other end. */
    public Side other() {
        return this == CLIENT ? SERVER : CLIENT;
    }

    /** The direction in which it sends. */
    public Direction sends() {
        return this == CLIENT ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
    }
}
