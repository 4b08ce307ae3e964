package org.mtlsplayground.transcript;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;

/** Gathers from the messages of a connection what they settle. */
final class Negotiator {
    private Optional<Integer> version = Optional.empty();
    private Optional<Integer> cipherSuite = Optional.empty();
    private Optional<Integer> group = Optional.empty();
    private Optional<String> serverName = Optional.empty();
    private List<byte[]> presentedByClient = List.of();
    private List<byte[]> presentedByServer = List.of();
    private Optional<Integer> fatalAlert = Optional.empty();

    Negotiation negotiation() {
        return new Negotiation(
                version, cipherSuite, group, serverName, presentedByClient, presentedByServer, fatalAlert);
    }

    boolean isTls13() {
        return negotiation().isTls13();
    }

    void see(Direction direction, Message message) {
        if (message instanceof Handshake.ClientHello hello) {
            serverName = Extension.find(hello.extensions(), Extension.ServerName.class)
                    .flatMap(Extension.ServerName::hostName);
        } else if (message instanceof Handshake.ServerHello hello) {
            version = Optional.of(hello.version());
            cipherSuite = Optional.of(hello.cipherSuite());
            group = Extension.find(hello.extensions(), Extension.KeyShare.class)
                    .flatMap(share -> share.groups().stream().findFirst());
        } else if (message instanceof Handshake.ServerKeyExchange exchange) {
            group = exchange.group();
        } else if (message instanceof Message.Alert alert && alert.isRefusal() && fatalAlert.isEmpty()) {
            fatalAlert = Optional.of(alert.description());
        } else if (message instanceof Handshake.Certificate certificate) {
            if (direction == Direction.CLIENT_TO_SERVER) {
                presentedByClient = certificate.certificates();
            } else {
                presentedByServer = certificate.certificates();
            }
        }
    }
}
