package org.mtlsplayground.ui.timeline;

import java.util.Map;
import org.mtlsplayground.dissect.Topics;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;

/** What a message will bring about once it arrives, in a sentence. */
final class Effects {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("message.client_hello", "effect.clientHello"),
            Map.entry("message.server_hello", "effect.serverHello"),
            Map.entry("message.hello_retry_request", "effect.helloRetryRequest"),
            Map.entry("message.encrypted_extensions", "effect.encryptedExtensions"),
            Map.entry("message.certificate_request", "effect.certificateRequest"),
            Map.entry("message.certificate.server", "effect.certificate.server"),
            Map.entry("message.certificate.client", "effect.certificate.client"),
            Map.entry("message.certificate_verify.server", "effect.certificateVerify.server"),
            Map.entry("message.certificate_verify.client", "effect.certificateVerify.client"),
            Map.entry("message.finished.server", "effect.finished.server"),
            Map.entry("message.finished.client", "effect.finished.client"),
            Map.entry("message.server_key_exchange", "effect.serverKeyExchange"),
            Map.entry("message.server_hello_done", "effect.serverHelloDone"),
            Map.entry("message.client_key_exchange", "effect.clientKeyExchange"),
            Map.entry("message.change_cipher_spec", "effect.changeCipherSpec"),
            Map.entry("message.new_session_ticket", "effect.newSessionTicket"),
            Map.entry("message.application_data", "effect.applicationData"),
            Map.entry("message.alert", "effect.alert"));

    private Effects() {}

    static String of(Event event) {
        String topic = Topics.of(event.message(), event.fromClient());
        return Messages.get(KEYS.getOrDefault(topic, "effect.other"));
    }
}
