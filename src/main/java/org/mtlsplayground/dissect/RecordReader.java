package org.mtlsplayground.dissect;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.wire.BigEndian;

/**
 * Cuts the bytes of one direction into records, however they arrive. Once the bytes turn out not to be TLS, it stays so.
 * Holds at most one record's bytes. Not thread-safe.
 */
public final class RecordReader {
    /** The longest fragment that any version allows: 2^14 + 2048 (RFC 5246 §6.2.3). */
    static final int MAX_FRAGMENT = (1 << 14) + 2048;

    private static final int BEGINNING = 256;

    private byte[] pending = new byte[0];
    private final ByteArrayOutputStream notTls = new ByteArrayOutputStream();
    private boolean broken;

    /** Adds bytes and returns the records that are whole now. */
    public List<TlsRecord> feed(byte[] bytes) {
        List<TlsRecord> records = new ArrayList<>();
        if (broken) {
            keep(bytes);
            return records;
        }
        byte[] all = concat(pending, bytes);
        int start = 0;
        while (all.length - start >= TlsRecord.HEADER) {
            int type = all[start] & 0xff;
            int version = BigEndian.u16(all, start + 1);
            int length = BigEndian.u16(all, start + 3);
            if (!plausible(type, version, length)) {
                fail(all, start);
                return records;
            }
            int end = start + TlsRecord.HEADER + length;
            if (end > all.length) {
                break;
            }
            records.add(new TlsRecord(type, version, Arrays.copyOfRange(all, start, end)));
            start = end;
        }
        pending = Arrays.copyOfRange(all, start, all.length);
        if (pending.length > 0 && !plausibleStart(pending)) {
            fail(pending, 0);
        }
        return records;
    }

    /** The beginning of what is no TLS, once that is known. */
    public Optional<byte[]> notTls() {
        return broken ? Optional.of(notTls.toByteArray()) : Optional.empty();
    }

    /** How many bytes of an unfinished record are waiting. */
    public int pending() {
        return pending.length;
    }

    private void fail(byte[] all, int start) {
        broken = true;
        pending = new byte[0];
        keep(Arrays.copyOfRange(all, start, all.length));
    }

    private void keep(byte[] bytes) {
        notTls.write(bytes, 0, Math.min(bytes.length, BEGINNING - notTls.size()));
    }

    private static boolean plausible(int type, int version, int length) {
        return knownType(type) && version >> 8 == 3 && length <= MAX_FRAGMENT;
    }

    private static boolean plausibleStart(byte[] bytes) {
        return knownType(bytes[0] & 0xff) && (bytes.length < 2 || bytes[1] == 3);
    }

    private static boolean knownType(int type) {
        return type >= TlsRecord.CHANGE_CIPHER_SPEC && type <= TlsRecord.APPLICATION_DATA + 1;
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }
}
