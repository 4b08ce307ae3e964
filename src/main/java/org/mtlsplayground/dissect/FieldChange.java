package org.mtlsplayground.dissect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.wire.Field;
import org.mtlsplayground.wire.Splice;

/**
 * A field of a handshake message in clear, which is to say something else: what it may say, and what becomes of the record
 * that carries the whole message, all lengths around the field corrected (RFC 8446 §3.4, §4, §5.1).
 */
public final class FieldChange {
    /** Why a field can't say that. */
    public enum Objection {
        /** It always has as many bytes as it has. */
        FIXED,
        /** Its entries have more than one byte each, and this is no whole number of them. */
        PARTS,
        /** It must not be empty. */
        EMPTY,
        /** There are more bytes than a length in front of them can say. */
        PREFIX,
        /** A record must not be as long (RFC 8446 §5.1). */
        RECORD
    }

    /**
     * An objection.
     *
     * @param of what would be wrong: the field, or what it is a part of
     * @param number what it must have: bytes, or for a length how much it may be; 0 where that is not to be said
     * @param rfc which section says so; empty for the objections that say it themselves
     */
    public record No(Objection objection, String of, int number, String rfc) {}

    private static final String HANDSHAKE = "handshake";
    private static final String RECORD = "record";
    private static final String EXTENSION_TYPE = "extension_type";
    private static final int HANDSHAKE_HEADER = 4;
    private static final int RECORD_MOST = 1 << 14;

    /** What must not be empty, and where that stands. */
    private static final Map<String, String> NEVER_EMPTY = Map.ofEntries(
            Map.entry("host_name", "RFC 6066 §3"),
            Map.entry("server_name_list", "RFC 6066 §3"),
            Map.entry("protocol_name", "RFC 7301 §3.1"),
            Map.entry("protocol_name_list", "RFC 7301 §3.1"),
            Map.entry("cipher_suites", "RFC 8446 §4.1.2"),
            Map.entry("legacy_compression_methods", "RFC 8446 §4.1.2"),
            Map.entry("certificate_types", "RFC 5246 §7.4.4"),
            Map.entry("ec_point_format_list", "RFC 8422 §5.1.2"),
            Map.entry("versions", "RFC 8446 §4.2.1"),
            Map.entry("cookie", "RFC 8446 §4.2.2"),
            Map.entry("supported_signature_algorithms", "RFC 8446 §4.2.3"),
            Map.entry("named_group_list", "RFC 8446 §4.2.7"),
            Map.entry("key_exchange", "RFC 8446 §4.2.8"),
            Map.entry("ke_modes", "RFC 8446 §4.2.9"),
            Map.entry("identities", "RFC 8446 §4.2.11"),
            Map.entry("identity", "RFC 8446 §4.2.11"),
            Map.entry("binders", "RFC 8446 §4.2.11"));

    private final byte[] message;
    private final List<Field> path;

    private FieldChange(byte[] message, List<Field> path) {
        this.message = message;
        this.path = path;
    }

    /**
     * The field that takes exactly these bytes of a message; empty if none does.
     *
     * @param message a whole handshake message, with its header
     * @param fields of the message
     */
    public static Optional<FieldChange> of(byte[] message, List<Field> fields, int offset, int length) {
        List<Field> path = Field.path(fields, offset, length);
        return path.isEmpty() || offset < HANDSHAKE_HEADER
                ? Optional.empty()
                : Optional.of(new FieldChange(message, path));
    }

    private Field field() {
        return path.get(path.size() - 1);
    }

    /** The field's name, as the RFC has it; for an extension that of its type. */
    public String name() {
        List<Field> parts = field().children();
        boolean isExtension = !parts.isEmpty() && parts.get(0).name().equals(EXTENSION_TYPE);
        String type = isExtension ? parts.get(0).value() : "";
        return isExtension && !type.startsWith("0x") ? type : field().name();
    }

    private int start() {
        return field().offset() + Math.max(0, field().prefix());
    }

    /** What it says now, without its length. */
    public byte[] content() {
        return Arrays.copyOfRange(message, start(), field().offset() + field().length());
    }

    /** Whether it has as many bytes as it has, and no others; one that {@link #isEntry()} may be left out nevertheless. */
    public boolean isFixed() {
        return field().prefix() == Field.FIXED;
    }

    /** Whether it is one of a list of equals, and so may be left out. */
    public boolean isEntry() {
        Optional<Field> around = path.size() < 2 ? Optional.empty() : Optional.of(path.get(path.size() - 2));
        return around.filter(list -> list.prefix() > 0 && areEqual(list.children()))
                .isPresent();
    }

    private static boolean areEqual(List<Field> fields) {
        return fields.stream()
                .allMatch(field -> field.name().equals(fields.get(0).name()));
    }

    /** How many bytes each of its entries has; 1 where they have several lengths, or there are none. */
    private int part() {
        List<Field> entries = field().children();
        boolean all = field().prefix() > 0
                && !entries.isEmpty()
                && areEqual(entries)
                && entries.stream()
                        .allMatch(one -> one.prefix() == Field.FIXED
                                && one.length() == entries.get(0).length());
        return all ? entries.get(0).length() : 1;
    }

    /**
     * What is to be done to the record for the field to say that.
     *
     * @param at where the message begins in its record
     * @param now without the field's length; not copied
     */
    public Splice to(int at, byte[] now) {
        List<Splice.Length> lengths = new ArrayList<>();
        for (int i = path.size() - 1; i >= 0; i--) {
            Field each = path.get(i);
            if (each.prefix() > 0) {
                lengths.add(new Splice.Length(each.name(), at + each.offset(), each.prefix()));
            }
        }
        lengths.add(new Splice.Length(HANDSHAKE, at + 1, HANDSHAKE_HEADER - 1));
        lengths.add(new Splice.Length(RECORD, TlsRecord.HEADER - 2, 2, RECORD_MOST));
        return new Splice(at + start(), content().length, now, lengths);
    }

    /**
     * Why that can't be done; empty if it can.
     *
     * @param splice made by {@link #to}
     * @param record the whole record as it was sent
     * @param others what else is to be done to the record; none of it about the same bytes
     */
    public Optional<No> objection(Splice splice, byte[] record, List<Splice> others) {
        int count = splice.bytes().length;
        boolean out = count == 0 && isEntry();
        if (isFixed() && count != field().length() && !out) {
            return Optional.of(new No(Objection.FIXED, name(), field().length(), ""));
        }
        if (count % part() != 0) {
            return Optional.of(new No(Objection.PARTS, name(), part(), ""));
        }
        List<Splice> all = new ArrayList<>(others);
        all.add(splice);
        return splice.lengths().stream()
                .flatMap(length -> objection(length, length.after(record, all)).stream())
                .findFirst();
    }

    private static Optional<No> objection(Splice.Length length, int value) {
        if (value > length.most()) {
            Objection objection = length.of().equals(RECORD) ? Objection.RECORD : Objection.PREFIX;
            return Optional.of(new No(objection, length.of(), length.most(), ""));
        }
        return value == 0 && NEVER_EMPTY.containsKey(length.of())
                ? Optional.of(new No(Objection.EMPTY, length.of(), 0, NEVER_EMPTY.get(length.of())))
                : Optional.empty();
    }
}
