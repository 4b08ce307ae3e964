package org.mtlsplayground.dissect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.wire.BigEndian;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.Field;
import org.mtlsplayground.wire.MalformedMessageException;

/**
 * Reads the content of records of one direction: puts handshake messages together that are split over records, takes
 * apart those that share one (RFC 8446 §5.1). Never throws; what is wrong becomes {@link Message.Malformed}, and with what
 * follows reading goes on. Holds at most one message's bytes. Not thread-safe.
 */
public final class Dissector {
    private static final int HEADER = 4;

    /** No sound handshake message is longer; one that claims to be is not waited for. */
    static final int MAX_MESSAGE = 1 << 18;

    private final HandshakeContext context;
    private final HandshakeParser parser;
    private final boolean fromClient;
    private final Pending pending = new Pending();

    /**
     * @param context shared with the dissector of the other direction
     * @param fromClient whose messages these are
     */
    public Dissector(HandshakeContext context, boolean fromClient) {
        this.context = context;
        this.parser = new HandshakeParser(context);
        this.fromClient = fromClient;
    }

    /** The content of a record that can be read. */
    public List<Dissected> plaintext(TlsRecord record) {
        return content(
                record.contentType(), Arrays.copyOfRange(record.bytes(), TlsRecord.HEADER, record.bytes().length));
    }

    /**
     * The content of a record that was opened, or that never was closed.
     *
     * @param contentType of the content, which in TLS 1.3 is not what the record's header says
     * @param content must not be changed any more
     */
    public List<Dissected> content(int contentType, byte[] content) {
        return switch (contentType) {
            case TlsRecord.HANDSHAKE -> handshake(content);
            case TlsRecord.ALERT -> alerts(content);
            case TlsRecord.CHANGE_CIPHER_SPEC ->
                List.of(parse("change_cipher_spec", content, RecordContents::changeCipherSpec));
            case TlsRecord.APPLICATION_DATA ->
                List.of(parse("application_data", content, RecordContents::applicationData));
            case TlsRecord.HEARTBEAT -> List.of(parse("heartbeat", content, RecordContents::heartbeat));
            default -> List.of(parse("record", content, in -> RecordContents.unknown(contentType, in)));
        };
    }

    /** A record that can't be read. */
    public static Dissected encrypted(TlsRecord record) {
        return parse("record", record.bytes(), in -> RecordContents.encrypted(record.contentType(), in));
    }

    /**
     * Bytes that a recording lacks.
     *
     * @param instead as many zeros; empty if nothing that follows is kept
     */
    public static Dissected missing(long count, byte[] instead) {
        return new Dissected(new Message.Missing(count, instead.length > 0), instead, List.of());
    }

    /** A record that ends too early. */
    static Dissected unfinished(byte[] bytes) {
        Dissected read = parse("record", bytes, in -> RecordContents.encrypted(0, in));
        return endsEarly("record", bytes, read.fields());
    }

    /** How many bytes of an unfinished handshake message are waiting. */
    public int pending() {
        return pending.size();
    }

    /** The unfinished message as what it is if nothing comes any more; empty if none is waiting. */
    public Optional<Dissected> rest() {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = pending.copy();
        return Optional.of(endsEarly(
                "handshake",
                bytes,
                parse("handshake", bytes, parser::parseBeginning).fields()));
    }

    private static Dissected endsEarly(String path, byte[] bytes, List<Field> fields) {
        Message message =
                new Message.Malformed("ends in the middle, after " + bytes.length + " bytes", path, bytes.length);
        return new Dissected(message, bytes, fields);
    }

    /** RFC 5246 §6.2.1 lets several stand in one record; RFC 8446 §5.1 does not. */
    private static List<Dissected> alerts(byte[] content) {
        List<Dissected> alerts = new ArrayList<>();
        int at = 0;
        while (content.length - at > RecordContents.ALERT && content.length % RecordContents.ALERT == 0) {
            alerts.add(parse("alert", Arrays.copyOfRange(content, at, at + 2), RecordContents::alert));
            at += RecordContents.ALERT;
        }
        alerts.add(parse("alert", Arrays.copyOfRange(content, at, content.length), RecordContents::alert));
        return alerts;
    }

    private List<Dissected> handshake(byte[] fragment) {
        List<Dissected> messages = new ArrayList<>();
        if (fragment.length == 0) {
            // RFC 8446 §5.1: no such fragment may be sent.
            messages.add(malformed("a fragment without bytes", "handshake", 0, fragment));
            return messages;
        }
        int at = pending.isEmpty() ? 0 : complete(fragment, messages);
        while (fragment.length - at >= HEADER) {
            int length = BigEndian.u24(fragment, at + 1);
            if (length > MAX_MESSAGE) {
                messages.add(tooLong(length, Arrays.copyOfRange(fragment, at, fragment.length)));
                return messages;
            }
            int end = at + HEADER + length;
            if (end > fragment.length) {
                break;
            }
            boolean all = at == 0 && end == fragment.length;
            messages.add(message(all ? fragment : Arrays.copyOfRange(fragment, at, end)));
            at = end;
        }
        pending.fill(fragment, at, Integer.MAX_VALUE);
        return messages;
    }

    /** Finishes the pending message if the fragment suffices; returns where the next one begins. */
    private int complete(byte[] fragment, List<Dissected> messages) {
        int at = pending.fill(fragment, 0, HEADER);
        if (pending.size() < HEADER) {
            return at;
        }
        int length = pending.u24(1);
        if (length > MAX_MESSAGE) {
            pending.fill(fragment, at, Integer.MAX_VALUE);
            messages.add(tooLong(length, pending.take()));
            return fragment.length;
        }
        at = pending.fill(fragment, at, HEADER + length);
        if (pending.size() == HEADER + length) {
            messages.add(message(pending.take()));
        }
        return at;
    }

    private Dissected message(byte[] bytes) {
        Dissected message = parse("handshake", bytes, parser::parse);
        if (!fromClient && message.message() instanceof Handshake.ServerHello hello) {
            context.see(hello);
        }
        return message;
    }

    private static Dissected tooLong(int length, byte[] bytes) {
        return malformed("a length of " + length + " bytes", "handshake.length", 1, bytes);
    }

    private static Dissected malformed(String what, String path, int offset, byte[] bytes) {
        return new Dissected(new Message.Malformed(what, path, offset), bytes, List.of());
    }

    private static Dissected parse(String name, byte[] bytes, ByteReader.Parser<Message> parser) {
        ByteReader in = ByteReader.of(bytes, name);
        try {
            Message message = parser.parse(in);
            in.finish();
            return new Dissected(message, bytes, in.fields());
        } catch (MalformedMessageException e) {
            return new Dissected(new Message.Malformed(e.what(), e.path(), e.offset()), bytes, in.fields());
        }
    }
}
