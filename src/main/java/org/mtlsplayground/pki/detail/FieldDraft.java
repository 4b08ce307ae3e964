package org.mtlsplayground.pki.detail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Hex;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/** A field while it is being read: keeps what was understood when reading stops half-way. */
final class FieldDraft {
    /** More parts are not shown one by one. */
    static final int MAX_PARTS = 2000;

    /** Longer values end with a dot-dot-dot. */
    private static final int LONGEST_BYTES = 4096;

    private String id;
    private final String name;
    private final String topic;
    private final List<String> values = new ArrayList<>();
    private final List<FieldDraft> parts = new ArrayList<>();
    private String oid = "";
    private boolean critical;
    private Optional<ByteRange> range = Optional.empty();
    private Optional<Malformed> malformed = Optional.empty();

    FieldDraft(String id, String name, String topic) {
        this.id = id;
        this.name = name;
        this.topic = topic;
    }

    /** Fills a draft from a node. */
    interface Reading {
        void read(Asn1Node node, FieldDraft out) throws MalformedException;
    }

    /** Reads what it can; where that stops, the draft says so and shows the bytes. */
    FieldDraft reading(Asn1Node node, Reading reading) {
        try {
            reading.read(node, this);
        } catch (MalformedException e) {
            broken(e);
            values.add(bytes(node.content(LONGEST_BYTES + 1)));
        }
        return this;
    }

    void broken(MalformedException e) {
        malformed = Optional.of(e.malformed());
    }

    boolean isBroken() {
        return malformed.isPresent();
    }

    FieldDraft at(Asn1Node node) {
        range = Optional.of(node.range());
        return this;
    }

    FieldDraft renamed(String to) {
        id = to;
        return this;
    }

    FieldDraft oid(String dotted) {
        oid = dotted;
        return this;
    }

    FieldDraft critical(boolean is) {
        critical = is;
        return this;
    }

    /** Adds a line. The text must be safe to show. */
    FieldDraft value(String text) throws MalformedException {
        if (values.size() == MAX_PARTS) {
            throw new MalformedException(
                    Reason.TOO_MANY, range.map(ByteRange::offset).orElse(0));
        }
        values.add(text);
        return this;
    }

    /** Adds an empty part, explained with the whole. */
    FieldDraft part(String partName, Asn1Node node) throws MalformedException {
        return part(partName, node.range());
    }

    FieldDraft part(String partName, ByteRange where) throws MalformedException {
        if (parts.size() == MAX_PARTS) {
            throw new MalformedException(Reason.TOO_MANY, where.offset());
        }
        FieldDraft part = new FieldDraft(id + "." + parts.size(), partName, topic);
        part.range = Optional.of(where);
        parts.add(part);
        return part;
    }

    /** Adds a part of one line, and returns that line. */
    String part(String partName, Asn1Node node, String text) throws MalformedException {
        part(partName, node).value(text);
        return text;
    }

    List<String> values() {
        return values;
    }

    CertificateField build() {
        return new CertificateField(
                id,
                name,
                oid,
                critical,
                values,
                parts.stream().map(FieldDraft::build).toList(),
                range,
                topic,
                malformed);
    }

    /** In hex with colons, bounded. */
    static String bytes(byte[] content) {
        return content.length <= LONGEST_BYTES ? Hex.of(content) : Hex.of(Arrays.copyOf(content, LONGEST_BYTES)) + "…";
    }
}
