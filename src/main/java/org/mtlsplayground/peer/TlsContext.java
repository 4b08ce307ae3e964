package org.mtlsplayground.peer;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.mtlsplayground.secrets.Draws;
import org.mtlsplayground.secrets.RememberingRandom;

/** A stock JSSE context; no session is shared with other contexts. Thread-safe. */
final class TlsContext {
    private final SSLContext ssl;
    private final WatchingTrustManager trustManager;
    private final Predicate<Object> passedOver;
    private final RememberingRandom random = new RememberingRandom();
    private volatile boolean mayResume = true;

    /** @param fresh not initialised yet */
    TlsContext(Managers managers, SSLContext fresh) throws GeneralSecurityException {
        trustManager = new WatchingTrustManager(managers.trust());
        passedOver = managers.passedOver();
        ssl = fresh;
        ssl.init(managers.keys(), new TrustManager[] {trustManager}, random);
    }

    /** From now on, what this thread draws for its handshake is remembered there; null ends it. */
    void rememberInto(Draws draws) {
        random.rememberInto(draws);
    }

    /** Whether a session of this context may be resumed, if there is one. */
    boolean mayResume() {
        return mayResume;
    }

    /** One of its connections failed: what it agreed on is not to be built upon. */
    void forbidResumption() {
        mayResume = false;
    }

    SSLContext ssl() {
        return ssl;
    }

    /** The chain that the other side presented on a TLS socket or engine of this context, accepted or not; empty if none. */
    List<X509Certificate> presentedOn(Object tls) {
        return trustManager.presentedOn(tls);
    }

    /** Whether that was accepted though nobody could say whether it is revoked. */
    boolean passedOver(Object tls) {
        return passedOver.test(tls);
    }
}
