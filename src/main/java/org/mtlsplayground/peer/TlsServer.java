package org.mtlsplayground.peer;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A listening TLS server; each connection has a thread of its own. Safe for use by any thread. */
public final class TlsServer implements AutoCloseable {
    private TlsServer() {}

    /**
     * Begins to listen. Blocks while the name of the address is looked up.
     *
     * @param connections where its connections are kept
     * @throws java.net.BindException if the port is occupied or forbidden, or the address is not this machine's
     * @throws java.net.UnknownHostException if the address is a name that is not known
     * @throws IOException if the settings can't be turned into an SSL context
     */
    public static TlsServer start(ServerSettings settings, Connections connections) throws IOException {
        return new TlsServer();
    }

    /** Where it listens, with the port that was picked. */
    public InetSocketAddress address() {
        return null;
    }

    /** Stops listening, ends all connections, frees the port; back within a second. Further calls do nothing. */
    @Override
    public void close() {}
}
