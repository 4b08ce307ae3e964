package org.mtlsplayground.transcript;

import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;

/** Says which part of the connection a message belongs to. */
final class Phases {
    private static final int HANDSHAKE = 22;
    private static final int ALERT = 21;
    private static final int NEW_SESSION_TICKET = 4;

    private Phase last = Phase.KEY_EXCHANGE;
    private boolean clientFinished;

    /** The part for the next message, in the order of the wire. */
    Phase of(Direction direction, Message message, boolean tls13) {
        last = message instanceof Handshake handshake
                ? handshake(direction, handshake, tls13)
                : recordContent(message, tls13);
        clientFinished |= direction == Direction.CLIENT_TO_SERVER && message instanceof Handshake.Finished;
        return last;
    }

    private Phase recordContent(Message message, boolean tls13) {
        if (message instanceof Message.Alert) {
            return Phase.ALERT;
        }
        if (message instanceof Message.NotTls || message instanceof Message.Malformed) {
            return Phase.UNREADABLE;
        }
        if (message instanceof Message.Missing) {
            return last;
        }
        if (message instanceof Message.EncryptedRecord record) {
            return encrypted(record.contentType(), tls13);
        }
        if (message instanceof Message.ChangeCipherSpec) {
            // In TLS 1.3 it is there for old middleboxes alone and opens no part of its own.
            return tls13 ? last : Phase.FINISH;
        }
        return Phase.APPLICATION_DATA;
    }

    private Phase handshake(Direction direction, Handshake message, boolean tls13) {
        if (message instanceof Handshake.ClientHello
                || message instanceof Handshake.ServerHello
                || message instanceof Handshake.HelloRequest) {
            return Phase.KEY_EXCHANGE;
        }
        return tls13 ? tls13(message) : tls12(direction, message);
    }

    private Phase tls13(Handshake message) {
        // RFC 8446 §4.6.2: a server may ask for the client's certificate later, too.
        if (clientFinished || message instanceof Handshake.NewSessionTicket || message instanceof Handshake.KeyUpdate) {
            return Phase.AFTER_HANDSHAKE;
        }
        return message instanceof Handshake.EncryptedExtensions || message instanceof Handshake.CertificateRequest
                ? Phase.SERVER_PARAMETERS
                : Phase.AUTHENTICATION;
    }

    private static Phase tls12(Direction direction, Handshake message) {
        // RFC 5077 §3.3: a NewSessionTicket is the server's last word before its ChangeCipherSpec.
        if (message instanceof Handshake.Finished
                || message instanceof Handshake.NewSessionTicket
                || (message instanceof Handshake.OtherHandshake other && other.type() == NEW_SESSION_TICKET)) {
            return Phase.FINISH;
        }
        return direction == Direction.SERVER_TO_CLIENT ? Phase.SERVER_AUTHENTICATION : Phase.CLIENT_AUTHENTICATION;
    }

    private static Phase encrypted(int contentType, boolean tls13) {
        if (tls13) {
            return Phase.ENCRYPTED;
        }
        return switch (contentType) {
            case HANDSHAKE -> Phase.FINISH;
            case ALERT -> Phase.ALERT;
            default -> Phase.APPLICATION_DATA;
        };
    }
}
