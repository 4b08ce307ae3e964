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
    private static List<SNIServerName> serverNames(String name) {
        return name.isEmpty() ? List.of() : List.of(new SNIHostName(name));
    }

    /** @throws IllegalArgumentException if the settings name what can't be: a server name, an algorithm */
    static SSLParameters parameters(SSLContext context, ClientSettings settings) {
        SSLParameters parameters = Offer.of(settings).parameters(context);
        parameters.setServerNames(serverNames(settings.serverName()));
        // The rules of RFC 2818 for names in certificates; JSSE compares nothing unless it is told to.
        parameters.setEndpointIdentificationAlgorithm(settings.verifyHostName() ? "HTTPS" : null);
        return parameters;
    }

    static SSLSocket layer(SSLContext context, TappedSocket raw, ClientSettings settings, SSLParameters parameters)
            throws IOException {
        // Host and port are what JSSE finds a session again by.
        SSLSocket tls =
                (SSLSocket) context.getSocketFactory().createSocket(raw, settings.host(), settings.port(), true);
        tls.setUseClientMode(true);
        tls.setSSLParameters(parameters);
        return tls;
    }
}
