package org.mtlsplayground.dissect;

import java.util.List;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads one whole handshake message, its four-byte header included (RFC 8446 §4, RFC 5246 §7.4). */
final class HandshakeParser {
    private static final int HELLO_REQUEST = 0;
    private static final int CLIENT_HELLO = 1;
    private static final int SERVER_HELLO = 2;
    private static final int NEW_SESSION_TICKET = 4;
    private static final int END_OF_EARLY_DATA = 5;
    private static final int ENCRYPTED_EXTENSIONS = 8;
    private static final int CERTIFICATE = 11;
    private static final int SERVER_KEY_EXCHANGE = 12;
    private static final int CERTIFICATE_REQUEST = 13;
    private static final int SERVER_HELLO_DONE = 14;
    private static final int CERTIFICATE_VERIFY = 15;
    private static final int CLIENT_KEY_EXCHANGE = 16;
    private static final int FINISHED = 20;
    private static final int CERTIFICATE_STATUS = 22;
    private static final int KEY_UPDATE = 24;
    private static final int COMPRESSED_CERTIFICATE = 25;

    private final HandshakeContext context;

    HandshakeParser(HandshakeContext context) {
        this.context = context;
    }

    /** Reads what {@code in} holds to its last byte; the reader then has the field tree. */
    Message parse(ByteReader in) throws MalformedMessageException {
        int type = in.u8("msg_type", CodePoints::handshakeType);
        int length = in.u24("length");
        if (length != in.remaining()) {
            throw in.reject("length " + length + " where " + in.remaining() + " bytes are there");
        }
        return body(type, in);
    }

    /** Reads a message that ends too early, as far as it goes. */
    Message parseBeginning(ByteReader in) throws MalformedMessageException {
        int type = in.u8("msg_type", CodePoints::handshakeType);
        in.u24("length");
        return body(type, in);
    }

    private Handshake body(int type, ByteReader in) throws MalformedMessageException {
        return switch (type) {
            case HELLO_REQUEST -> new Handshake.HelloRequest();
            case CLIENT_HELLO -> Hellos.client(in);
            case SERVER_HELLO -> Hellos.server(in);
            case NEW_SESSION_TICKET -> newSessionTicket(in);
            case END_OF_EARLY_DATA -> new Handshake.EndOfEarlyData();
            case ENCRYPTED_EXTENSIONS ->
                new Handshake.EncryptedExtensions(Extensions.of(in, Place.ENCRYPTED_EXTENSIONS));
            case CERTIFICATE -> Certificates.certificate(in, context);
            case SERVER_KEY_EXCHANGE -> KeyExchanges.server(in, context);
            case CERTIFICATE_REQUEST -> Certificates.request(in, context);
            case SERVER_HELLO_DONE -> new Handshake.ServerHelloDone();
            case CERTIFICATE_VERIFY -> Certificates.verify(in, context);
            case CLIENT_KEY_EXCHANGE -> KeyExchanges.client(in, context);
            case FINISHED -> finished(in);
            case CERTIFICATE_STATUS -> CertificateExtensions.status(in);
            case KEY_UPDATE -> keyUpdate(in);
            case COMPRESSED_CERTIFICATE -> CompressedCertificates.read(in, context);
            default -> new Handshake.OtherHandshake(type, in.rest("body"));
        };
    }

    /** RFC 8446 §4.6.1, RFC 5077 §3.3. */
    private Handshake newSessionTicket(ByteReader in) throws MalformedMessageException {
        if (!context.isTls13()) {
            long lifetime = in.u32("ticket_lifetime_hint");
            return new Handshake.NewSessionTicket(lifetime, 0, new byte[0], in.opaque("ticket", 2), List.of());
        }
        return new Handshake.NewSessionTicket(
                in.u32("ticket_lifetime"),
                in.u32("ticket_age_add"),
                in.opaque("ticket_nonce", 1),
                in.opaque("ticket", 2),
                Extensions.of(in, Place.NEW_SESSION_TICKET));
    }

    /** RFC 8446 §4.4.4, RFC 5246 §7.4.9: as long as the version or the suite has it, where they are known. */
    private Handshake finished(ByteReader in) throws MalformedMessageException {
        int length = context.verifyDataLength().orElse(in.remaining());
        return new Handshake.Finished(in.bytes("verify_data", length));
    }

    /** RFC 8446 §4.6.3: nothing but 0 and 1 may stand there. */
    private static Handshake keyUpdate(ByteReader in) throws MalformedMessageException {
        int request = in.u8("request_update", CodePoints::keyUpdateRequest);
        if (request > 1) {
            throw in.reject("a request " + request);
        }
        return new Handshake.KeyUpdate(request == 1);
    }
}
