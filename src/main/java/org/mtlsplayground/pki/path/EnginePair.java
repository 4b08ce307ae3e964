package org.mtlsplayground.pki.path;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;

/**
 * A handshake of two engines of the JDK, whose bytes go no further than this process: what would come of a connection,
 * found out by the code that would make it. Does its work on the thread that calls.
 */
public final class EnginePair {
    /** More turns than any handshake takes. */
    private static final int MAX_TURNS = 1000;

    private final EngineEnd client;
    private final EngineEnd server;

    /** Two engines that have done nothing yet, in client and in server mode. */
    public EnginePair(SSLEngine client, SSLEngine server) {
        this(client, server, record -> {}, record -> {});
    }

    /** As the other one; each record is told as it is sent, and may be kept. */
    public EnginePair(SSLEngine client, SSLEngine server, Consumer<byte[]> fromClient, Consumer<byte[]> fromServer) {
        this.client = new EngineEnd(client, fromClient);
        this.server = new EngineEnd(server, fromServer);
    }

    /**
     * Lets them talk until neither has anything more to say.
     *
     * @return whose handshake was finished, and who failed
     */
    public Ending handshake() {
        return handshake(() -> false);
    }

    /**
     * The same, but no further than one needs to know: the rest of the handshake is not worth its cryptography.
     *
     * @param known whether that is known by now; asked after each step of either
     */
    Ending handshake(BooleanSupplier known) {
        client.begin();
        server.begin();
        for (int turn = 0; turn < MAX_TURNS && !known.getAsBoolean(); turn++) {
            boolean moved = client.turn(server, known);
            moved |= server.turn(client, known);
            if (!moved) {
                break;
            }
        }
        return new Ending(client.ending(), server.ending());
    }

    /** How it ended for both. */
    public record Ending(End client, End server) {}

    /**
     * How it ended for one of the two.
     *
     * @param finished whether its own handshake was finished; it may have failed after that
     * @param failure with what it failed, as a socket would throw it
     * @param first whether it failed by itself, and not by what the other one told it
     */
    public record End(boolean finished, Optional<Exception> failure, boolean first) {}
}
