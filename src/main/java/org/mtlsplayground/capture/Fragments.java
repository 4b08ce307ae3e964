package org.mtlsplayground.capture;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** IP packets that came in several fragments (RFC 791 §3.2, RFC 8200 §4.5). A few at a time: whole networks do without. */
final class Fragments {
    private static final int MOST_PACKETS = 64;
    private static final int MOST_FRAGMENTS = 64;
    private static final int LONGEST = 0xffff;
    /** Fragments may overlap, but not again and again. */
    private static final int MOST_BYTES = 2 * LONGEST;

    private final Notes notes;
    private final Map<ByteBuffer, NavigableMap<Integer, byte[]>> waiting = new LinkedHashMap<>();
    private final Map<ByteBuffer, Integer> lengths = new LinkedHashMap<>();

    Fragments(Notes notes) {
        this.notes = notes;
    }

    /**
     * Adds a fragment, and gives the packet's content if it was the last that was missing.
     *
     * @param id tells the packets of one sender to one receiver apart
     * @param offset of its content in the packet's
     * @param more whether others come after it
     */
    Optional<ByteBuffer> add(byte[] source, byte[] target, int id, int offset, boolean more, ByteBuffer content) {
        ByteBuffer key = ByteBuffer.allocate(source.length + target.length + 4)
                .put(source)
                .put(target)
                .putInt(id)
                .flip();
        NavigableMap<Integer, byte[]> parts = waiting.computeIfAbsent(key, any -> new TreeMap<>());
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        if (parts.size() >= MOST_FRAGMENTS || offset + bytes.length > LONGEST) {
            drop(key);
            return Optional.empty();
        }
        parts.putIfAbsent(offset, bytes);
        if (parts.values().stream().mapToInt(part -> part.length).sum() > MOST_BYTES) {
            drop(key);
            return Optional.empty();
        }
        if (!more) {
            lengths.putIfAbsent(key, offset + bytes.length);
        }
        int length = lengths.getOrDefault(key, -1);
        Optional<ByteBuffer> whole = length < 0 ? Optional.empty() : whole(parts, length);
        if (whole.isPresent()) {
            waiting.remove(key);
            lengths.remove(key);
        } else if (waiting.size() > MOST_PACKETS) {
            drop(waiting.keySet().iterator().next());
        }
        return whole;
    }

    private static Optional<ByteBuffer> whole(NavigableMap<Integer, byte[]> parts, int length) {
        byte[] all = new byte[length];
        int end = 0;
        for (Map.Entry<Integer, byte[]> part : parts.entrySet()) {
            if (part.getKey() > end) {
                return Optional.empty();
            }
            // Where two overlap, what is there stays.
            byte[] bytes = part.getValue();
            int known = Math.min(end - part.getKey(), bytes.length);
            int count = Math.min(bytes.length - known, length - end);
            System.arraycopy(bytes, known, all, end, count);
            end += count;
        }
        return end == length ? Optional.of(ByteBuffer.wrap(all)) : Optional.empty();
    }

    private void drop(ByteBuffer key) {
        NavigableMap<Integer, byte[]> parts = waiting.remove(key);
        lengths.remove(key);
        notes.count(Note.Kind.FRAGMENTS, parts.size());
    }

    /** Counts those that are left over. */
    void finish() {
        for (NavigableMap<Integer, byte[]> parts : waiting.values()) {
            notes.count(Note.Kind.FRAGMENTS, parts.size());
        }
        waiting.clear();
    }
}
