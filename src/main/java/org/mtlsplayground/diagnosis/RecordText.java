package org.mtlsplayground.diagnosis;

import java.util.Optional;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;
import org.mtlsplayground.transcript.Unopened;

/** {@link EventText} of what is no handshake message. */
final class RecordText {
    private RecordText() {}

    static EventText of(Event event, Optional<Unopened> unopened) {
        Message message = event.message();
        if (message instanceof Message.Alert alert) {
            return new EventText(
                    Messages.get("event.alert", CodePoints.alert(alert.description()), alert.description()),
                    alert(alert));
        }
        if (message instanceof Message.EncryptedRecord record) {
            return new EventText(Messages.get("event.encrypted." + event.phase()), encrypted(event, record, unopened));
        }
        if (message instanceof Message.Malformed malformed) {
            return new EventText(
                    Messages.get("event.malformed"),
                    Messages.get("event.malformed.detail", malformed.what(), malformed.path(), malformed.offset()));
        }
        if (message instanceof Message.Missing missing) {
            String key = missing.replaced() ? "event.missing.replaced" : "event.missing.cut";
            return new EventText(
                    Messages.get("event.missing"),
                    Messages.get(missing.count() == 1 ? key + ".one" : key, Sizes.grouped(missing.count())));
        }
        if (message instanceof Message.NotTls notTls) {
            return new EventText(Messages.get("event.notTls"), Quoted.bytes(notTls.beginning()));
        }
        if (message instanceof Message.Heartbeat heartbeat) {
            return new EventText("Heartbeat", bytes(heartbeat.payload()));
        }
        if (message instanceof Message.ApplicationData data) {
            return new EventText(
                    Messages.get(event.encrypted() ? "event.applicationData" : "event.applicationData.clear"),
                    data(data.data()));
        }
        return new EventText(
                "ChangeCipherSpec",
                Messages.get(
                        event.phase() == Phase.FINISH ? "event.changeCipherSpec.12" : "event.changeCipherSpec.13"));
    }

    static String bytes(byte[] bytes) {
        return Sizes.words(bytes.length);
    }

    private static String encrypted(Event event, Message.EncryptedRecord record, Optional<Unopened> unopened) {
        String size = Sizes.words(record.length());
        String what = event.phase() == Phase.ENCRYPTED ? size : Messages.get("event.encrypted.detail", size);
        return EventText.join(Optional.of(what), unopened.map(why -> Messages.get("unopened." + why)));
    }

    private static String data(byte[] data) {
        return data.length == 0
                ? Messages.get("event.applicationData.empty")
                : Quoted.text(data).orElseGet(() -> bytes(data));
    }

    /** RFC 8446 §6: the level says nothing of a close_notify, which is no failure, nor of a user_canceled. */
    private static String alert(Message.Alert alert) {
        Optional<String> level =
                alert.description() == Message.Alert.CLOSE_NOTIFY || alert.description() == Message.Alert.USER_CANCELED
                        ? Optional.empty()
                        : Optional.of(Messages.get(
                                alert.level() == Message.Alert.FATAL ? "event.alert.fatal" : "event.alert.warning"));
        String name = CodePoints.alert(alert.description());
        return EventText.join(
                level, Messages.has("alert." + name) ? Optional.of(Messages.get("alert." + name)) : Optional.empty());
    }
}
