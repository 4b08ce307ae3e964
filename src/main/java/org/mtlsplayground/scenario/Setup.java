package org.mtlsplayground.scenario;

import java.util.List;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;

/**
 * What a scenario is played with: certificates made for it, and the settings of both sides. Immutable, but for what it
 * holds open, as an OCSP responder: close it when the scenario has been played.
 *
 * @param client its port does not count
 * @param server its port is that to listen on; 0 picks a free one
 * @param held what must stay open while it is played
 */
public record Setup(ClientSettings client, ServerSettings server, List<AutoCloseable> held) implements AutoCloseable {
    public Setup {
        held = List.copyOf(held);
    }

    /** With nothing to be held open. */
    public static Setup of(ClientSettings.Builder client, ServerSettings.Builder server) {
        return new Setup(client.build(), server.port(0).build(), List.of());
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : held) {
            each.close();
        }
    }
}
