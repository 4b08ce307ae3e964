package org.mtlsplayground.transcript;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.capture.Direction;

/**
 * What the messages of a connection settled, as far as they have been seen in clear or opened.
 *
 * @param version the version chosen, as on the wire
 * @param cipherSuite the suite chosen, as on the wire
 * @param group the group of the key exchange
 * @param serverName what the client asked for (SNI)
 * @param applicationProtocol what the server chose (ALPN)
 * @param resumed whether an earlier session is resumed, and so no certificate is sent
 * @param certificateRequested whether the server asked for the client's certificate
 * @param presentedByClient DER certificates that the client was seen to send, its own first; where a session is resumed,
 *     those that it sent when that was made, if that is known
 * @param presentedByServer the same for the server
 * @param finished whose Finished were seen
 * @param closed whether some record could not be opened
 * @param gaps whether bytes are missing in the recording
 * @param fatalAlert the first fatal alert that could be read
 */
public record Negotiation(
        Optional<Integer> version,
        Optional<Integer> cipherSuite,
        Optional<Integer> group,
        Optional<String> serverName,
        Optional<String> applicationProtocol,
        boolean resumed,
        boolean certificateRequested,
        List<byte[]> presentedByClient,
        List<byte[]> presentedByServer,
        List<Direction> finished,
        boolean closed,
        boolean gaps,
        Optional<FatalAlert> fatalAlert) {
    private static final int TLS_1_3 = 0x0304;

    /** An alert that ended the connection, and who sent it. */
    public record FatalAlert(Direction direction, int description) {
        /** Whether the client sent it. */
        public boolean fromClient() {
            return direction == Direction.CLIENT_TO_SERVER;
        }
    }

    public Negotiation {
        presentedByClient = List.copyOf(presentedByClient);
        presentedByServer = List.copyOf(presentedByServer);
        finished = List.copyOf(finished);
    }

    /** Whether TLS 1.3 was chosen. */
    public boolean isTls13() {
        return version.filter(chosen -> chosen == TLS_1_3).isPresent();
    }

    /** Whether both sides were seen to finish their handshake. */
    public boolean isComplete() {
        return finished.containsAll(List.of(Direction.values()));
    }

    /** Nothing is known. */
    public static Negotiation unknown() {
        return new Negotiator().negotiation();
    }
}
