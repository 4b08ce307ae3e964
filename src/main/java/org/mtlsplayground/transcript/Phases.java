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

    /** The part for the next message, in the order of the wire. */
    Phase of(Direction direction, Message message, boolean tls13) {
        last = phase(direction, message, tls13);
        return last;
    }

    private Phase phase(Direction direction, Message message, boolean tls13) {
        if (message instanceof Message.Alert) {
            return Phase.ALERT;
        }
        if (message instanceof Message.NotTls || message instanceof Message.Malformed) {
            return Phase.UNREADABLE;
        }
        if (message instanceof Message.ApplicationData) {
            return Phase.APPLICATION_DATA;
        }
        if (message instanceof Message.EncryptedRecord record) {
            return encrypted(record.contentType(), tls13);
        }
        if (message instanceof Handshake.ClientHello || message instanceof Handshake.ServerHello) {
            return Phase.KEY_EXCHANGE;
        }
        if (message instanceof Message.ChangeCipherSpec) {
            // In TLS 1.3 it is there for old middleboxes alone and opens no part of its own.
            return tls13 ? last : Phase.FINISH;
        }
        if (message instanceof Handshake.OtherHandshake other && other.type() == NEW_SESSION_TICKET) {
            // RFC 5077 §3.3: the server's last word before its ChangeCipherSpec.
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
