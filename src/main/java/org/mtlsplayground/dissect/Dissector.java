package org.mtlsplayground.dissect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.wire.BigEndian;
import org.mtlsplayground.wire.ByteReader;
import org.mtlsplayground.wire.MalformedMessageException;

/**
 * Reads the content of records of one direction: puts handshake messages together that are split over records, takes
 * apart those that share one (RFC 8446 §5.1). Never throws; what is wrong becomes {@link Message.Malformed}. Not
 * thread-safe.
 */
public final class Dissector {
    private static final int HEADER = 4;

    /** No sound handshake message is longer; one that claims to be is not waited for. */
    static final int MAX_MESSAGE = 1 << 18;

    private final HandshakeContext context;
    private final boolean fromClient;
    private byte[] pending = new byte[0];

    /**
     * @param context shared with the dissector of the other direction
     * @param fromClient whose messages these are
     */
    public Dissector(HandshakeContext context, boolean fromClient) {
        this.context = context;
        this.fromClient = fromClient;
    }

    /** The content of a record that can be read. */
    public List<Dissected> plaintext(TlsRecord record) {
        return content(
                record.contentType(), Arrays.copyOfRange(record.bytes(), TlsRecord.HEADER, record.bytes().length));
    }

    /** The content of a record that was opened, or that never was closed. */
    public List<Dissected> content(int contentType, byte[] content) {
        return switch (contentType) {
            case TlsRecord.HANDSHAKE -> handshake(content);
            case TlsRecord.ALERT -> List.of(parse("alert", content, Dissector::alert));
            case TlsRecord.CHANGE_CIPHER_SPEC ->
                List.of(parse("change_cipher_spec", content, in -> {
                    in.u8("type");
                    return new Message.ChangeCipherSpec();
                }));
            default -> List.of(new Dissected(new Message.ApplicationData(content), content, List.of()));
        };
    }

    /** A record that can't be read. */
    public static Dissected encrypted(TlsRecord record) {
        byte[] bytes = record.bytes();
        Message message = new Message.EncryptedRecord(record.contentType(), record.length());
        return parse("record", bytes, in -> {
            in.u8("opaque_type", CodePoints::contentType);
            in.u16("legacy_record_version", CodePoints::version);
            in.opaque("encrypted_record", 2);
            return message;
        });
    }

    /** How many bytes of an unfinished handshake message are waiting. */
    public int pending() {
        return pending.length;
    }

    private List<Dissected> handshake(byte[] fragment) {
        if (fragment.length == 0) {
            // RFC 8446 §5.1: no such fragment may be sent.
            Message empty = new Message.Malformed("a fragment without bytes", "handshake", 0);
            return List.of(new Dissected(empty, fragment, List.of()));
        }
        List<Dissected> messages = new ArrayList<>();
        byte[] all = Arrays.copyOf(pending, pending.length + fragment.length);
        System.arraycopy(fragment, 0, all, pending.length, fragment.length);
        int start = 0;
        while (all.length - start >= HEADER) {
            int length = BigEndian.u24(all, start + 1);
            if (length > MAX_MESSAGE) {
                byte[] rest = Arrays.copyOfRange(all, start, all.length);
                pending = new byte[0];
                messages.add(new Dissected(
                        new Message.Malformed("a length of " + length + " bytes", "handshake.length", 1),
                        rest,
                        List.of()));
                return messages;
            }
            int end = start + HEADER + length;
            if (end > all.length) {
                break;
            }
            Dissected message = parse("handshake", Arrays.copyOfRange(all, start, end), HandshakeParser::parse);
            if (!fromClient && message.message() instanceof Handshake.ServerHello hello) {
                context.see(hello);
            }
            messages.add(message);
            start = end;
        }
        pending = Arrays.copyOfRange(all, start, all.length);
        return messages;
    }

    private static Message alert(ByteReader in) throws MalformedMessageException {
        return new Message.Alert(
                in.u8("level", level -> level == Message.Alert.FATAL ? "fatal" : level == 1 ? "warning" : "" + level),
                in.u8("description", CodePoints::alert));
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
