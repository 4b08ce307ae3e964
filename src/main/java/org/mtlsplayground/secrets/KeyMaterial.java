package org.mtlsplayground.secrets;

import java.security.PrivateKey;
import java.util.Optional;

/**
 * What is known of the secrets of one connection before anything is derived: the draws of the sides that are ours, the
 * server's RSA key where it is ours, and the key log that came with a file. In memory only. Thread-safe.
 */
public final class KeyMaterial {
    private final Draws client = new Draws();
    private final Draws server = new Draws();
    private PrivateKey serverKey;
    private KeyLog keyLog = KeyLog.empty();

    /** What the client drew, or the server; without any where that side is not ours. */
    public Draws draws(boolean ofClient) {
        return ofClient ? client : server;
    }

    /** The private key of our server, which opens TLS 1.2's RSA key exchange; empty if it is not ours. */
    public synchronized Optional<PrivateKey> serverKey() {
        return Optional.ofNullable(serverKey);
    }

    /** Notes our server's own key. */
    public synchronized void serverKey(PrivateKey key) {
        serverKey = key;
    }

    /** The key log that came with the connection; empty for a live one. */
    public synchronized KeyLog keyLog() {
        return keyLog;
    }

    /** Notes the key log that came with the connection, in place of the one that was there. */
    public synchronized void keyLog(KeyLog log) {
        keyLog = log;
    }
}
