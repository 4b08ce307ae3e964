package org.mtlsplayground.peer;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Judges as the JDK does where a status that can't be found out is let pass (soft fail), and notes where that decided. The
 * JDK itself does not tell: its checker keeps the exceptions to itself that it passes over. So a strict judge is asked
 * first, and the lenient one where that could not find out. Thread-safe.
 */
final class LenientTrustManager extends X509ExtendedTrustManager {
    @FunctionalInterface
    private interface Check {
        void by(X509ExtendedTrustManager judge) throws CertificateException;
    }

    private final X509ExtendedTrustManager strict;
    private final X509ExtendedTrustManager lenient;
    private final Set<Object> undetermined = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * @param strict refuses where it can't find out
     * @param lenient accepts there, and is otherwise the same
     */
    LenientTrustManager(X509ExtendedTrustManager strict, X509ExtendedTrustManager lenient) {
        this.strict = strict;
        this.lenient = lenient;
    }

    /** Whether a certificate was accepted on this socket or engine though nobody could say whether it is revoked. */
    boolean passedOver(Object transport) {
        synchronized (undetermined) {
            return undetermined.contains(transport);
        }
    }

    private void judge(Object transport, Check check) throws CertificateException {
        try {
            check.by(strict);
        } catch (CertificateException e) {
            if (Fault.of(e).revocation() != RevocationWord.UNDETERMINED) {
                throw e;
            }
            check.by(lenient);
            synchronized (undetermined) {
                undetermined.add(transport);
            }
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge(socket, judge -> judge.checkClientTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge(socket, judge -> judge.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge(engine, judge -> judge.checkClientTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge(engine, judge -> judge.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        lenient.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        lenient.checkServerTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return lenient.getAcceptedIssuers();
    }
}
