package org.mtlsplayground.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mtlsplayground.capture.WireUnit.HandshakePart;
import org.mtlsplayground.wire.BigEndian;

/** Cuts what goes one way into whole records and says of each which one it is. Not thread-safe. */
final class RecordCutter {
    private static final int CHANGE_CIPHER_SPEC = 20;
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int HEARTBEAT = 24;
    private static final int MESSAGE_HEADER = 4;
    private static final int ALERT_LENGTH = 2;
    private static final int SERVER_HELLO = 2;

    /** The longest fragment that any version allows (RFC 5246 §6.2.3). */
    private static final int MAX_FRAGMENT = (1 << 14) + 2048;

    private final Direction direction;
    private final BooleanSupplier talking;
    private final Map<Integer, Integer> ofType = new HashMap<>();
    private byte[] pending = {};
    private boolean noTls;
    private boolean changedCipherSpec;
    private int records;
    private int encrypted;
    private int data;
    /** Whether an encrypted record of the handshake was seen, the Finished of TLS 1.2. */
    private boolean finished;
    /** Bytes of a handshake message that are still to come. */
    private int rest;

    /** @param talking whether the sender's handshake is done; never true of a sender that is not ours */
    RecordCutter(Direction direction, BooleanSupplier talking) {
        this.direction = direction;
        this.talking = talking;
    }

    /** Adds bytes and returns what is whole now, in order. */
    List<WireUnit> feed(byte[] buffer, int offset, int length) {
        byte[] all = Arrays.copyOf(pending, pending.length + length);
        System.arraycopy(buffer, offset, all, pending.length, length);
        List<WireUnit> units = new ArrayList<>();
        int at = 0;
        while (!noTls && all.length - at >= WireUnit.HEADER) {
            int end = at + WireUnit.HEADER + BigEndian.u16(all, at + 3);
            if (!isHeader(all, at)) {
                noTls = true;
            } else if (end > all.length) {
                break;
            } else {
                units.add(record(Arrays.copyOfRange(all, at, end)));
                at = end;
            }
        }
        pending = Arrays.copyOfRange(all, at, all.length);
        noTls |= pending.length > 0 && !mayBegin(pending);
        if (noTls && isWaiting()) {
            units.add(rest());
        }
        return units;
    }

    /** Whether part of a record has come. */
    boolean isWaiting() {
        return pending.length > 0;
    }

    /** The part of a record that has come, or bytes of what is none. What follows it is no whole record any more. */
    WireUnit rest() {
        noTls = true;
        WireUnit unit = new WireUnit(direction, 0, pending, 0, 0, 0, List.of());
        pending = new byte[0];
        return unit;
    }

    private static boolean isHeader(byte[] bytes, int at) {
        return isType(bytes[at]) && bytes[at + 1] == 3 && BigEndian.u16(bytes, at + 3) <= MAX_FRAGMENT;
    }

    private static boolean mayBegin(byte[] bytes) {
        return isType(bytes[0]) && (bytes.length < 2 || bytes[1] == 3);
    }

    private static boolean isType(byte type) {
        return type >= CHANGE_CIPHER_SPEC && type <= HEARTBEAT;
    }

    private WireUnit record(byte[] record) {
        int type = record[0];
        boolean closed = isEncrypted(type, record);
        List<HandshakePart> parts = type == HANDSHAKE && !closed ? messages(record) : List.of();
        changedCipherSpec |= type == CHANGE_CIPHER_SPEC;
        return new WireUnit(
                direction, ++records, record, type, closed ? ++encrypted : 0, isData(type) ? ++data : 0, parts);
    }

    /** Before its data a side of TLS 1.2 sends its Finished, which is recognised; in TLS 1.3 only the sender knows. */
    private boolean isData(int type) {
        return type == APPLICATION_DATA && (finished || talking.getAsBoolean());
    }

    /**
     * After a ChangeCipherSpec all is encrypted in TLS 1.2 (RFC 5246 §7.1), while in TLS 1.3 an alert, or a Hello after a
     * HelloRetryRequest, may still come in clear (RFC 8446 appendix D.4). Their form tells them apart: an encrypted alert
     * is longer, and an encrypted Finished does not happen to be a Hello of just that length.
     */
    private boolean isEncrypted(int type, byte[] record) {
        if (type == APPLICATION_DATA) {
            return true;
        }
        if (!changedCipherSpec) {
            return false;
        }
        int length = record.length - WireUnit.HEADER;
        boolean closed = switch (type) {
            case ALERT -> length != ALERT_LENGTH;
            case HANDSHAKE -> !isHello(record, length);
            default -> false;
        };
        finished |= closed && type == HANDSHAKE;
        return closed;
    }

    private static boolean isHello(byte[] record, int length) {
        return length >= MESSAGE_HEADER
                && record[WireUnit.HEADER] >= 1
                && record[WireUnit.HEADER] <= SERVER_HELLO
                && BigEndian.u24(record, WireUnit.HEADER + 1) == length - MESSAGE_HEADER;
    }

    private List<HandshakePart> messages(byte[] record) {
        List<HandshakePart> parts = new ArrayList<>();
        int at = WireUnit.HEADER + rest;
        while (at + MESSAGE_HEADER <= record.length) {
            int type = record[at] & 0xff;
            int length = MESSAGE_HEADER + BigEndian.u24(record, at + 1);
            parts.add(new HandshakePart(type, ofType.merge(type, 1, Integer::sum), at, length));
            at += length;
        }
        // A header that is itself cut in two is not looked for; no peer in use cuts there.
        rest = Math.max(0, at - record.length);
        return parts;
    }
}
