package org.mtlsplayground.transcript;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;

/** Gathers from the messages of a connection what they settle. */
final class Negotiator {
    private static final int TLS_1_3 = 0x0304;

    private Optional<Integer> version = Optional.empty();
    private Optional<Integer> cipherSuite = Optional.empty();
    private Optional<Integer> group = Optional.empty();
    private Optional<String> serverName = Optional.empty();
    private Optional<String> applicationProtocol = Optional.empty();
    private boolean certificateRequested;
    private List<byte[]> presentedByClient = List.of();
    private List<byte[]> presentedByServer = List.of();
    private final Set<Direction> finished = EnumSet.noneOf(Direction.class);
    private Optional<Negotiation.FatalAlert> fatalAlert = Optional.empty();
    private boolean resumed;
    private boolean closed;
    private boolean gaps;

    Negotiation negotiation() {
        return new Negotiation(
                version,
                cipherSuite,
                group,
                serverName,
                applicationProtocol,
                resumed,
                certificateRequested,
                presentedByClient,
                presentedByServer,
                List.copyOf(finished),
                closed,
                gaps,
                fatalAlert);
    }

    boolean isTls13() {
        return version.filter(chosen -> chosen == TLS_1_3).isPresent();
    }

    /** Whether the present handshake resumes a session is known by its keys. */
    void resumed(boolean now) {
        resumed = now;
    }

    /** Whoever resumes a session is whom it was made with. */
    void inherit(Session session) {
        if (presentedByClient.isEmpty() && presentedByServer.isEmpty()) {
            presentedByClient = session.ofClient();
            presentedByServer = session.ofServer();
        }
    }

    /** @param forged whether its sender did not send it: then nothing is settled by it */
    void see(Direction direction, Message message, boolean forged) {
        if (!forged) {
            see(direction, message);
        }
    }

    private void see(Direction direction, Message message) {
        if (message instanceof Handshake.ClientHello hello) {
            serverName = Extension.find(hello.extensions(), Extension.ServerName.class)
                    .flatMap(Extension.ServerName::hostName);
        } else if (message instanceof Handshake.ServerHello hello) {
            version = Optional.of(hello.version());
            cipherSuite = Optional.of(hello.cipherSuite());
            group = Extension.find(hello.extensions(), Extension.KeyShare.class)
                    .flatMap(share -> share.groups().stream().findFirst());
            protocol(hello.extensions());
        } else if (message instanceof Handshake.EncryptedExtensions extensions) {
            protocol(extensions.extensions());
        } else if (message instanceof Handshake.ServerKeyExchange exchange) {
            group = exchange.group();
        } else if (message instanceof Handshake.CertificateRequest) {
            certificateRequested = true;
        } else if (message instanceof Handshake.Finished) {
            finished.add(direction);
        } else if (message instanceof Message.Alert alert && alert.isRefusal() && fatalAlert.isEmpty()) {
            fatalAlert = Optional.of(new Negotiation.FatalAlert(direction, alert.description()));
        } else if (message instanceof Message.EncryptedRecord) {
            closed = true;
        } else if (message instanceof Message.Missing) {
            gaps = true;
        } else if (message instanceof Handshake.Certificate certificate) {
            if (direction == Direction.CLIENT_TO_SERVER) {
                presentedByClient = certificate.certificates();
            } else {
                presentedByServer = certificate.certificates();
            }
        }
    }

    private void protocol(List<Extension> extensions) {
        applicationProtocol = Extension.find(extensions, Extension.Alpn.class)
                .flatMap(alpn -> alpn.protocols().stream().findFirst())
                .or(() -> applicationProtocol);
    }
}
