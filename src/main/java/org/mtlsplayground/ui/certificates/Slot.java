package org.mtlsplayground.ui.certificates;

/** A place in a card that takes certificates. */
public enum Slot {
    /** The client's certificate chain. */
    CLIENT_CHAIN,
    /** Whom the client trusts. */
    CLIENT_TRUST,
    /** The server's certificate chain. */
    SERVER_CHAIN,
    /** Whom the server trusts. */
    SERVER_TRUST;

    /** Whether a private key stands beside it. */
    boolean hasKey() {
        return this == CLIENT_CHAIN || this == SERVER_CHAIN;
    }
}
