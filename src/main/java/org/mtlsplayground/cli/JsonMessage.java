package org.mtlsplayground.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Unopened;
import org.mtlsplayground.wire.Field;

/** A message as the members of a JSON object. */
final class JsonMessage {
    private static final String CONTENT = "content";
    private static final String TYPE = "type";

    private JsonMessage() {}

    static Map<String, Object> of(int connection, Event event, Optional<Unopened> unopened, boolean withFields) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("connection", connection);
        members.put("at_ms", millis(event.nanos()));
        members.put("from", event.fromClient() ? "client" : "server");
        content(members, event);
        members.put("length", event.bytes().length);
        members.put("encrypted", event.encrypted());
        members.put("decrypted", event.decrypted());
        unopened.ifPresent(why -> members.put("why", lower(why)));
        if (withFields) {
            members.put("fields", fields(event.fields()));
        }
        return members;
    }

    /** Milliseconds, to the microsecond. */
    static BigDecimal millis(long nanos) {
        return BigDecimal.valueOf(TimeUnit.NANOSECONDS.toMicros(nanos), 3);
    }

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static void content(Map<String, Object> members, Event event) {
        Message message = event.message();
        if (message instanceof Handshake handshake) {
            members.put(CONTENT, "handshake");
            members.put(TYPE, handshakeType(handshake, event.bytes()));
        } else if (message instanceof Message.Alert alert) {
            members.put(CONTENT, "alert");
            members.put(TYPE, CodePoints.alert(alert.description()));
            members.put("level", alert.level() == Message.Alert.FATAL ? "fatal" : "warning");
        } else if (message instanceof Message.EncryptedRecord record) {
            members.put(CONTENT, CodePoints.contentType(record.contentType()));
            members.put(TYPE, "encrypted");
        } else if (message instanceof Message.Malformed malformed) {
            both(members, "malformed");
            members.put("what", malformed.what());
            members.put("path", malformed.path());
            members.put("offset", malformed.offset());
        } else if (message instanceof Message.Missing missing) {
            both(members, "missing");
            members.put("missing", missing.count());
        } else if (message instanceof Message.ChangeCipherSpec) {
            both(members, "change_cipher_spec");
        } else if (message instanceof Message.ApplicationData) {
            both(members, "application_data");
        } else if (message instanceof Message.Heartbeat) {
            both(members, "heartbeat");
        } else {
            both(members, "not_tls");
        }
    }

    private static void both(Map<String, Object> members, String name) {
        members.put(CONTENT, name);
        members.put(TYPE, name);
    }

    /** The number comes first in each handshake message (RFC 8446 §4); only the retry hides behind another's. */
    private static String handshakeType(Handshake handshake, byte[] bytes) {
        if (handshake instanceof Handshake.ServerHello hello && hello.helloRetryRequest()) {
            return "hello_retry_request";
        }
        return CodePoints.handshakeType(bytes[0] & 0xff);
    }

    private static List<Map<String, Object>> fields(List<Field> tree) {
        return tree.stream().map(JsonMessage::field).toList();
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", field.name());
        members.put("value", field.value());
        members.put("offset", field.offset());
        members.put("length", field.length());
        members.put("fields", fields(field.children()));
        return members;
    }
}
