package org.mtlsplayground.peer;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Notes which chain was presented on which socket or engine before the real trust manager judges it: a chain that is refused is
 * found nowhere else afterwards. Judges nothing itself. Thread-safe.
 */
final class WatchingTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private final Map<Object, List<X509Certificate>> presented = new WeakHashMap<>();

    WatchingTrustManager(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** The chain presented by the other side, leaf first; empty if none was. */
    List<X509Certificate> presentedOn(Object transport) {
        synchronized (presented) {
            return presented.getOrDefault(transport, List.of());
        }
    }

    private void note(Object transport, X509Certificate[] chain) {
        synchronized (presented) {
            presented.put(transport, List.of(chain));
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        note(socket, chain);
        judge.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        note(socket, chain);
        judge.checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        note(engine, chain);
        judge.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        note(engine, chain);
        judge.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
