package org.mtlsplayground.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;

/**
 * What a {@link Forecast} does not look at, so that the connection may end otherwise: it sends nothing, and so asks nobody
 * whether a certificate is revoked.
 *
 * @param by who would look
 * @param source where; never {@link RevocationChecking.Source#OFF}
 */
public record Unlooked(Side by, RevocationChecking.Source source) {
    /** All that these settings ask for beyond what a forecast sees; one for each side at most, the client's first. */
    public static List<Unlooked> of(ClientSettings client, ServerSettings server) {
        List<Unlooked> all = new ArrayList<>();
        if (looksFurther(client.revocation(), server.identity())) {
            all.add(new Unlooked(Side.CLIENT, client.revocation().source()));
        }
        boolean asks = server.clientAuthentication() != ClientAuthentication.NONE;
        if (asks && looksFurther(server.revocation(), client.identity())) {
            all.add(new Unlooked(Side.SERVER, server.revocation().source()));
        }
        return all;
    }

    private static boolean looksFurther(RevocationChecking checking, Optional<Identity> judged) {
        return checking.looksFurther(judged.map(Identity::chain).orElse(List.of()));
    }
}
