package org.mtlsplayground.transcript;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The secrets of sessions by the ticket or id under which they can be resumed; the {@value #KEPT} newest. In memory only.
 * Thread-safe.
 */
final class Sessions {
    private static final int KEPT = 8192;

    private final Map<ByteBuffer, Session> sessions = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Session> eldest) {
            return size() > KEPT;
        }
    };

    /** @param handle a ticket or a session id, not empty */
    synchronized void remember(byte[] handle, Session session) {
        if (handle.length > 0) {
            sessions.put(key(handle), session);
        }
    }

    synchronized Optional<Session> find(byte[] handle) {
        return Optional.ofNullable(sessions.get(key(handle)));
    }

    /** Tickets can be long, so their hash stands for them. */
    private static ByteBuffer key(byte[] handle) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(handle));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
