package org.mtlsplayground.peer;

/** One end of a connection. */
public enum Side {
    CLIENT,
    SERVER;

    /** The other end. */
    public Side other() {
        return this == CLIENT ? SERVER : CLIENT;
    }
}
