package org.mtlsplayground.dissect;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.wire.BigEndian;

/**
 * Cuts the bytes of one direction into records, however they arrive. Behind a sound record, one whose header is wrong in
 * its type or in its version is still taken for a record, so that reading goes on behind it. Where no record can be found
 * any more, it stays so. Holds at most one record's bytes. Not thread-safe.
 */
public final class RecordReader {
    /** The longest fragment that any version allows: 2^14 + 2048 (RFC 5246 §6.2.3). */
    static final int MAX_FRAGMENT = (1 << 14) + 2048;

    private static final int BEGINNING = 256;

    private final Pending pending = new Pending();
    private final ByteArrayOutputStream noRecords = new ByteArrayOutputStream();
    private boolean broken;
    private boolean begun;

    /**
     * Adds bytes and returns the records that are whole now.
     *
     * @param bytes must not be changed any more: a record that is all of them shares them
     */
    public List<TlsRecord> feed(byte[] bytes) {
        List<TlsRecord> records = new ArrayList<>();
        int at = 0;
        if (!broken && !pending.isEmpty()) {
            at = complete(bytes, records);
        }
        while (!broken && bytes.length - at >= TlsRecord.HEADER) {
            int type = bytes[at] & 0xff;
            int version = BigEndian.u16(bytes, at + 1);
            int length = BigEndian.u16(bytes, at + 3);
            int end = at + TlsRecord.HEADER + length;
            if (!plausible(type, version, length)) {
                broken = true;
            } else if (end > bytes.length) {
                break;
            } else {
                boolean all = at == 0 && end == bytes.length;
                records.add(new TlsRecord(type, version, all ? bytes : Arrays.copyOfRange(bytes, at, end)));
                begun = true;
                at = end;
            }
        }
        remember(bytes, at);
        return records;
    }

    /**
     * The beginning of what holds no records, once that is known: {@link Message.NotTls} where there has been none at all,
     * {@link Message.Malformed} behind sound ones.
     */
    public Optional<Dissected> broken() {
        if (!broken) {
            return Optional.empty();
        }
        byte[] bytes = noRecords.toByteArray();
        Message message =
                begun ? new Message.Malformed("no record begins here", "record", 0) : new Message.NotTls(bytes);
        return Optional.of(new Dissected(message, bytes, List.of()));
    }

    /** How many bytes of an unfinished record are waiting. */
    public int pending() {
        return pending.size();
    }

    /** The unfinished record as what it is if nothing comes any more; empty if none is waiting. */
    public Optional<Dissected> rest() {
        return pending.isEmpty() ? Optional.empty() : Optional.of(Dissector.unfinished(pending.copy()));
    }

    /** Finishes the pending record if the bytes suffice; returns where the next one begins. */
    private int complete(byte[] bytes, List<TlsRecord> records) {
        int at = pending.fill(bytes, 0, TlsRecord.HEADER);
        if (pending.size() < TlsRecord.HEADER) {
            return at;
        }
        int type = pending.u8(0);
        int version = pending.u16(1);
        int length = pending.u16(3);
        if (!plausible(type, version, length)) {
            broken = true;
            return at;
        }
        int whole = TlsRecord.HEADER + length;
        at = pending.fill(bytes, at, whole);
        if (pending.size() == whole) {
            records.add(new TlsRecord(type, version, pending.take()));
            begun = true;
        }
        return at;
    }

    /** Keeps what is left: the beginning of a record, or of what is none. */
    private void remember(byte[] bytes, int at) {
        if (!broken && at < bytes.length) {
            pending.fill(bytes, at, Integer.MAX_VALUE);
            at = bytes.length;
        }
        broken |= !pending.isEmpty() && !plausibleStart();
        if (broken) {
            byte[] before = pending.take();
            keep(before, 0);
            keep(bytes, at);
        }
    }

    private void keep(byte[] bytes, int at) {
        noRecords.write(bytes, at, Math.min(bytes.length - at, BEGINNING - noRecords.size()));
    }

    private boolean plausible(int type, int version, int length) {
        boolean sound = begun ? knownType(type) || version >> 8 == 3 : knownType(type) && version >> 8 == 3;
        return sound && length <= MAX_FRAGMENT;
    }

    private boolean plausibleStart() {
        boolean known = knownType(pending.u8(0));
        if (pending.size() < 2) {
            return known || begun;
        }
        return begun ? known || pending.u8(1) == 3 : known && pending.u8(1) == 3;
    }

    private static boolean knownType(int type) {
        return type >= TlsRecord.CHANGE_CIPHER_SPEC && type <= TlsRecord.HEARTBEAT;
    }
}
