package org.mtlsplayground.wire;

import java.util.Comparator;
import java.util.List;

/**
 * Bytes in place of others, perhaps more or fewer of them, and the lengths on the wire that are corrected with it (RFC 8446
 * §3.4). Immutable.
 *
 * @param offset of the first byte that is replaced
 * @param length how many are replaced; may be 0
 * @param bytes what stands there instead; must not be changed
 * @param lengths all that count these bytes, the innermost first
 */
public record Splice(int offset, int length, byte[] bytes, List<Length> lengths) {
    /**
     * A number on the wire that says how many bytes something has.
     *
     * @param of what it is the length of
     * @param offset of its first byte
     * @param width how many bytes it takes, 1 to 3
     * @param most what it may be
     */
    public record Length(String of, int offset, int width, int most) {
        /** One that may be whatever its bytes can say. */
        public Length(String of, int offset, int width) {
            this(of, offset, width, (1 << (Byte.SIZE * width)) - 1);
        }

        /** What it is after some changes, each of which may count in it or not. */
        public int after(byte[] data, List<Splice> changes) {
            int value = BigEndian.number(data, offset, width);
            for (Splice change : changes) {
                value += change.lengths.contains(this) ? change.growth() : 0;
            }
            return value;
        }
    }

    public Splice {
        lengths = List.copyOf(lengths);
    }

    /** How many bytes there are more then; negative where there are fewer. */
    public int growth() {
        return bytes.length - length;
    }

    /** Whether both are about the same bytes, at least in part. */
    public boolean overlaps(Splice other) {
        return offset == other.offset || (offset < other.offset ? end() > other.offset : other.end() > offset);
    }

    private int end() {
        return offset + length;
    }

    /**
     * What becomes of some bytes.
     *
     * @param splices no two of which overlap; offsets of all are those before any. One that lies outside the bytes, or with
     *     which a length would be more than it may be, is not done
     */
    public static byte[] all(byte[] data, List<Splice> splices) {
        List<Splice> inOrder =
                splices.stream().sorted(Comparator.comparingInt(Splice::offset)).toList();
        byte[] result = data;
        // From behind, so that the places of those before stay what they are.
        for (int i = inOrder.size() - 1; i >= 0; i--) {
            result = inOrder.get(i).done(result);
        }
        return result;
    }

    private byte[] done(byte[] data) {
        boolean fits = end() <= data.length
                && lengths.stream().allMatch(one -> {
                    int value = one.offset + one.width <= data.length ? one.after(data, List.of(this)) : -1;
                    return value >= 0 && value <= one.most;
                });
        if (!fits) {
            return data;
        }
        byte[] result = new byte[data.length + growth()];
        System.arraycopy(data, 0, result, 0, offset);
        System.arraycopy(bytes, 0, result, offset, bytes.length);
        System.arraycopy(data, end(), result, offset + bytes.length, data.length - end());
        lengths.forEach(one -> BigEndian.put(result, one.offset, one.width, one.after(data, List.of(this))));
        return result;
    }
}
