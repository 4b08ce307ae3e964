package org.mtlsplayground.peer;

import java.io.IOException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.mtlsplayground.capture.TappedSocket;

/**
 * An {@link SSLServerSocket} whose connections pass a tap: {@link #accept()} gives stock {@link SSLSocket}s of the JDK,
 * layered over a tapped TCP socket. Unbound when made.
 */
final class TappedServerSocket extends SSLServerSocket {
    /**
     * A connection that TCP has made.
     *
     * @param raw the tapped TCP socket; closing {@code tls} leaves it open
     */
    record Accepted(TappedSocket raw, SSLSocket tls) {}

    private final SSLContext context;
    private SSLParameters parameters;

    TappedServerSocket(SSLContext context) throws IOException {
        this.context = context;
        this.parameters = context.getDefaultSSLParameters();
    }

    @Override
    public SSLSocket accept() throws IOException {
        return acceptTapped().tls();
    }

    /** Waits for a connection; its handshake has not begun when this returns, and its tap is still to be set. */
    Accepted acceptTapped() throws IOException {
        TappedSocket raw = new TappedSocket();
        implAccept(raw);
        try {
            raw.setTcpNoDelay(true);
            // autoClose is off: after a refusal the alert must reach the peer before TCP goes down.
            SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, null, false);
            tls.setUseClientMode(false);
            tls.setSSLParameters(parameters);
            return new Accepted(raw, tls);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return parameters.getCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        parameters.setCipherSuites(suites);
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return context.getSupportedSSLParameters().getCipherSuites();
    }

    @Override
    public String[] getSupportedProtocols() {
        return context.getSupportedSSLParameters().getProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return parameters.getProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        parameters.setProtocols(protocols);
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        parameters.setNeedClientAuth(need);
    }

    @Override
    public boolean getNeedClientAuth() {
        return parameters.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        parameters.setWantClientAuth(want);
    }

    @Override
    public boolean getWantClientAuth() {
        return parameters.getWantClientAuth();
    }

    @Override
    public void setUseClientMode(boolean mode) {
        if (mode) {
            throw new IllegalArgumentException("this socket only ever plays the server");
        }
    }

    @Override
    public boolean getUseClientMode() {
        return false;
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        if (!flag) {
            throw new IllegalArgumentException("this socket always creates sessions");
        }
    }

    @Override
    public boolean getEnableSessionCreation() {
        return true;
    }

    @Override
    public SSLParameters getSSLParameters() {
        return parameters;
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        this.parameters = parameters;
    }
}
