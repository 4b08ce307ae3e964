package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.TrustAnchors;

/**
 * What stands in the two cards now.
 *
 * @param client the client's settings; empty if something is wrong with them
 * @param server the server's settings; empty likewise
 * @param clientTrust whom the client trusts; empty if that is not known
 * @param serverTrust whom the server trusts; empty likewise
 * @param clientChain the certificates of the client's card; may be empty
 * @param serverChain those of the server's
 */
public record Cards(
        Optional<ClientSettings> client,
        Optional<ServerSettings> server,
        Optional<TrustAnchors> clientTrust,
        Optional<TrustAnchors> serverTrust,
        List<X509Certificate> clientChain,
        List<X509Certificate> serverChain) {
    /** Nothing is known of them. */
    static final Cards NONE =
            new Cards(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public Cards {
        clientChain = List.copyOf(clientChain);
        serverChain = List.copyOf(serverChain);
    }
}
