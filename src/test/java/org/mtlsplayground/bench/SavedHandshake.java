package org.mtlsplayground.bench;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.codepoint.SuiteParts;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** One real mutual handshake between our peers, with a greeting and its answer, read to its end: food for the benchmarks. */
final class SavedHandshake {
    private static final short HEADER_VERSION = 0x0303;

    private final Capture capture;
    private final Transcript transcript;

    private SavedHandshake(Capture capture) {
        this.capture = capture;
        transcript = new Transcripts(() -> List.of(capture)).of(capture);
        transcript.read();
    }

    static SavedHandshake play(TlsVersion version) throws Exception {
        SavedHandshake saved = new SavedHandshake(Play.between(Play.client("client"), Play.server("server", version))
                .capture());
        if (!saved.transcript.negotiation().isComplete()
                || saved.events().stream().anyMatch(event -> event.encrypted() && !event.decrypted())) {
            throw new IllegalStateException("a handshake that was not opened");
        }
        return saved;
    }

    Capture capture() {
        return capture;
    }

    List<Event> events() {
        return transcript.eventsFrom(0);
    }

    List<RecordEntry> records() {
        return transcript.recordsFrom(0);
    }

    SuiteParts suite() {
        return transcript.negotiation().cipherSuite().flatMap(SuiteParts::of).orElseThrow();
    }

    /** A secret by its id; see {@link org.mtlsplayground.transcript.DerivedSecret}. */
    byte[] secret(String id) {
        return transcript.secrets().stream()
                .filter(secret -> secret.id().equals(id))
                .findFirst()
                .orElseThrow()
                .value();
    }

    /** The first message of a kind. */
    <T> T first(Class<T> kind) {
        return events().stream()
                .map(Event::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The suite's hash over the handshake messages up to and with the first of a kind from that side. */
    byte[] hashTo(Class<? extends Handshake> last, boolean fromClient) throws Exception {
        MessageDigest digest = MessageDigest.getInstance(suite().hash());
        for (Event event : events()) {
            if (event.message() instanceof Handshake) {
                digest.update(event.bytes());
                if (last.isInstance(event.message()) && event.fromClient() == fromClient) {
                    return digest.digest();
                }
            }
        }
        throw new IllegalStateException("no " + last.getSimpleName());
    }

    /** All messages in clear, in the order of the wire, each in a record of its own. */
    List<Clear> inClear() {
        List<Clear> clear = new ArrayList<>();
        for (Event event : events()) {
            RecordEntry carrier = records().get(event.records().get(0));
            int type = carrier.innerType().orElse(carrier.contentType());
            clear.add(new Clear(event.fromClient(), record(type, event.bytes())));
        }
        return clear;
    }

    private static byte[] record(int contentType, byte[] fragment) {
        return ByteBuffer.allocate(TlsRecord.HEADER + fragment.length)
                .put((byte) contentType)
                .putShort(HEADER_VERSION)
                .putShort((short) fragment.length)
                .put(fragment)
                .array();
    }

    /** A record in clear. */
    record Clear(boolean fromClient, byte[] bytes) {}
}
