package org.mtlsplayground.dissect;

import java.util.Map;
import org.mtlsplayground.codepoint.CodePoints;

/** The keys under which messages, extensions and alerts are explained. */
public final class Topics {
    private static final Map<Class<?>, String> MESSAGES = Map.ofEntries(
            Map.entry(Handshake.HelloRequest.class, "message.hello_request"),
            Map.entry(Handshake.ClientHello.class, "message.client_hello"),
            Map.entry(Handshake.NewSessionTicket.class, "message.new_session_ticket"),
            Map.entry(Handshake.EndOfEarlyData.class, "message.end_of_early_data"),
            Map.entry(Handshake.EncryptedExtensions.class, "message.encrypted_extensions"),
            Map.entry(Handshake.CompressedCertificate.class, "message.compressed_certificate"),
            Map.entry(Handshake.ServerKeyExchange.class, "message.server_key_exchange"),
            Map.entry(Handshake.CertificateRequest.class, "message.certificate_request"),
            Map.entry(Handshake.ServerHelloDone.class, "message.server_hello_done"),
            Map.entry(Handshake.ClientKeyExchange.class, "message.client_key_exchange"),
            Map.entry(Handshake.CertificateStatus.class, "message.certificate_status"),
            Map.entry(Handshake.KeyUpdate.class, "message.key_update"),
            Map.entry(Handshake.OtherHandshake.class, "message.unknown_handshake"),
            Map.entry(Message.ChangeCipherSpec.class, "message.change_cipher_spec"),
            Map.entry(Message.Alert.class, "message.alert"),
            Map.entry(Message.EncryptedRecord.class, "message.encrypted_record"),
            Map.entry(Message.ApplicationData.class, "message.application_data"),
            Map.entry(Message.Heartbeat.class, "message.heartbeat"),
            Map.entry(Message.Malformed.class, "message.malformed"),
            Map.entry(Message.Missing.class, "message.missing"),
            Map.entry(Message.NotTls.class, "message.not_tls"));

    /** What both sides send, and what means something else from each. */
    private static final Map<Class<?>, String> BY_SENDER = Map.of(
            Handshake.Certificate.class, "message.certificate.",
            Handshake.CertificateVerify.class, "message.certificate_verify.",
            Handshake.Finished.class, "message.finished.");

    private Topics() {}

    /** The key of a message's explanation, such as {@code message.certificate.client}. Any thread. */
    public static String of(Message message, boolean fromClient) {
        if (message instanceof Handshake.ServerHello hello) {
            return hello.helloRetryRequest() ? "message.hello_retry_request" : "message.server_hello";
        }
        String bySender = BY_SENDER.get(message.getClass());
        return bySender == null
                ? MESSAGES.getOrDefault(message.getClass(), "message.unknown_handshake")
                : bySender + (fromClient ? "client" : "server");
    }

    /** The key of an extension's explanation, such as {@code extension.key_share}. */
    static String ofExtension(int type) {
        if (CodePoints.grease(type)) {
            return "extension.grease";
        }
        return CodePoints.knowsExtension(type) ? "extension." + CodePoints.extension(type) : "extension.unknown";
    }

    /** The key of an alert's explanation, such as {@code alert.certificate_unknown}. */
    static String ofAlert(int description) {
        return CodePoints.knowsAlert(description) ? "alert." + CodePoints.alert(description) : "alert.unknown";
    }
}
