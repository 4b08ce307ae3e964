package org.mtlsplayground.dissect;

import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/** Reads what records hold beside handshake messages. */
final class RecordContents {
    /** The length of an alert, in bytes. */
    static final int ALERT = 2;

    private RecordContents() {}

    /** RFC 8446 §6. */
    static Message alert(ByteReader in) throws MalformedMessageException {
        int level = in.u8("level", CodePoints::alertLevel);
        int description = in.u8("description", CodePoints::alert);
        in.explainLast(Topics.ofAlert(description));
        return new Message.Alert(level, description);
    }

    /** RFC 5246 §7.1. */
    static Message changeCipherSpec(ByteReader in) throws MalformedMessageException {
        int type = in.u8("type");
        if (type != 1) {
            throw in.reject("a type " + type);
        }
        return new Message.ChangeCipherSpec();
    }

    static Message applicationData(ByteReader in) throws MalformedMessageException {
        return new Message.ApplicationData(in.remaining() == 0 ? new byte[0] : in.rest("data"));
    }

    /** RFC 6520 §4. */
    static Message heartbeat(ByteReader in) throws MalformedMessageException {
        int type = in.u8("heartbeat_message_type", CodePoints::heartbeatMessageType);
        byte[] payload = in.bytes("payload", in.u16("payload_length"));
        in.rest("padding");
        return new Message.Heartbeat(type, payload);
    }

    /** RFC 8446 §5: another content type may not be sent. */
    static Message unknown(int contentType, ByteReader in) throws MalformedMessageException {
        MalformedMessageException fault = in.malformed("an unknown content type " + contentType);
        in.rest("fragment");
        throw fault;
    }

    /** RFC 8446 §5.2. */
    static Message encrypted(int contentType, ByteReader in) throws MalformedMessageException {
        in.u8("opaque_type", CodePoints::contentType);
        in.u16("legacy_record_version", CodePoints::version);
        return new Message.EncryptedRecord(contentType, in.opaque("encrypted_record", 2).length);
    }
}
