package org.mtlsplayground.peer;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.mtlsplayground.capture.TappedSocket;

/** Layers the JDK's TLS over a tapped TCP socket as a client's settings ask. */
final class ClientSocket {
    private ClientSocket() {}

    /**
     * The server names to send; none for an empty name.
     *
     * @throws IllegalArgumentException if the name is no host name (RFC 6066 §3): an address, or with characters that
     *     no host name has
     */
    static List<SNIServerName> serverNames(String name) {
        return name.isEmpty() ? List.of() : List.of(new SNIHostName(name));
    }

    static SSLSocket layer(SSLContext context, TappedSocket raw, ClientSettings settings) throws IOException {
        SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(raw, settings.host(), settings.port(), true);
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(TlsVersion.jsseNames(settings.versions()));
        parameters.setServerNames(serverNames(settings.serverName()));
        // The rules of RFC 2818 for names in certificates; JSSE compares nothing unless it is told to.
        parameters.setEndpointIdentificationAlgorithm(settings.verifyHostName() ? "HTTPS" : null);
        tls.setUseClientMode(true);
        tls.setSSLParameters(parameters);
        return tls;
    }
}
