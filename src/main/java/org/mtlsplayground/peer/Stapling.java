package org.mtlsplayground.peer;

import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Stapled OCSP responses (RFC 6066 §8), as far as JSSE lets one choose. It knows them by system properties alone, which it
 * reads at different moments (the same on JDK 17 and 25):
 *
 * <ul>
 *   <li>{@code jdk.tls.server.enableStatusRequestExtension} and {@code jdk.tls.client.enableStatusRequestExtension} when an
 *       {@link SSLContext} is made. So they are set for that moment, and each context has a choice of its own.
 *   <li>{@code jdk.tls.stapling.responderURI}, {@code jdk.tls.stapling.responderOverride} and
 *       {@code jdk.tls.stapling.cacheLifetime} at the first handshake of a context that staples. So they stay set while a
 *       server runs that needs them.
 * </ul>
 *
 * What a user has set by hand for the JVM holds outside of these moments.
 */
final class Stapling implements AutoCloseable {
    private static final Object PROPERTIES = new Object();
    private static final String ASK = "jdk.tls.client.enableStatusRequestExtension";
    private static final String STAPLE = "jdk.tls.server.enableStatusRequestExtension";
    private static final String RESPONDER = "jdk.tls.stapling.responderURI";
    private static final String OVERRIDE = "jdk.tls.stapling.responderOverride";
    private static final String CACHE_SECONDS = "jdk.tls.stapling.cacheLifetime";

    private final String responder;
    private final String responderBefore;
    private final String overrideBefore;

    private Stapling(String responder) {
        this.responder = responder;
        responderBefore = set(RESPONDER, responder);
        overrideBefore = set(OVERRIDE, "true");
    }

    /** A context for a client that asks for the server's status, or doesn't. Not initialised yet. */
    static SSLContext client(boolean ask) throws NoSuchAlgorithmException {
        return context(ASK, ask);
    }

    /** A context for a server that staples, or doesn't. Not initialised yet. */
    static SSLContext server(boolean staple) throws NoSuchAlgorithmException {
        return context(STAPLE, staple);
    }

    private static SSLContext context(String property, boolean value) throws NoSuchAlgorithmException {
        synchronized (PROPERTIES) {
            String before = set(property, String.valueOf(value));
            try {
                return SSLContext.getInstance("TLS");
            } finally {
                set(property, before);
            }
        }
    }

    /** Sets what a server's stapling depends on while it runs; closing takes it back. */
    static Optional<Stapling> begin(ServerSettings settings) {
        if (!settings.staple()) {
            return Optional.empty();
        }
        synchronized (PROPERTIES) {
            // Else an answer that doesn't say how long it holds is stapled for an hour, whatever is revoked meanwhile.
            if (System.getProperty(CACHE_SECONDS) == null) {
                set(CACHE_SECONDS, "0");
            }
            return settings.staplingResponder().map(uri -> new Stapling(uri.toString()));
        }
    }

    @Override
    public void close() {
        synchronized (PROPERTIES) {
            // Another server may have set its own meanwhile.
            if (responder.equals(System.getProperty(RESPONDER))) {
                set(RESPONDER, responderBefore);
                set(OVERRIDE, overrideBefore);
            }
        }
    }

    /** Sets a property, or takes it away for null; returns what it was. */
    private static String set(String property, String value) {
        return value == null ? System.clearProperty(property) : System.setProperty(property, value);
    }
}
