package org.mtlsplayground.ui.inspector;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.ui.common.Hint;

/**
 * A record as it is listed.
 *
 * @param messages those that end in it, in order; where none does, the one that it carries a part of, if that is known
 */
public record RecordRow(RecordEntry entry, List<Event> messages) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String SEPARATOR = ", ";

    /** Whether anybody can read it, and whether we can. */
    enum Secrecy {
        CLEAR,
        OPENED,
        CLOSED
    }

    /** The columns, as they follow each other. */
    enum Column {
        NUMBER,
        WAY,
        TIME,
        TYPE,
        VERSION,
        LENGTH,
        SECRECY,
        MESSAGES;

        /** What stands above it. */
        String title() {
            return Messages.get("records.column." + name().toLowerCase(Locale.ROOT));
        }
    }

    public RecordRow {
        messages = List.copyOf(messages);
    }

    /** What stands in a column. */
    String text(Column column) {
        return switch (column) {
            case NUMBER -> Integer.toString(entry.index());
            case WAY -> Messages.get("inspector.way." + entry.direction());
            case TIME -> String.format(Locale.ROOT, "%+.1f ms", entry.nanos() / NANOS_PER_MILLI);
            case TYPE -> type();
            case VERSION -> CodePoints.version(entry.version());
            case LENGTH -> Sizes.grouped(entry.bytes().length);
            case SECRECY -> Messages.get("records.secrecy." + secrecy().name().toLowerCase(Locale.ROOT));
            case MESSAGES -> names();
        };
    }

    /** All columns, for a table of text. */
    String line() {
        return columns().collect(Collectors.joining("\t"));
    }

    /** The same, to read aloud. */
    String spoken() {
        return Messages.get("records.spoken", columns().collect(Collectors.joining(SEPARATOR)));
    }

    private Stream<String> columns() {
        return Stream.of(Column.values()).map(this::text);
    }

    /** {@code clear}, {@code opened} or {@code closed}. */
    Secrecy secrecy() {
        return !entry.encrypted() ? Secrecy.CLEAR : entry.unopened().isPresent() ? Secrecy.CLOSED : Secrecy.OPENED;
    }

    /** Why it could not be opened, or how much of it is padding. */
    Hint remark() {
        Hint padding =
                entry.padding() == 0 ? Hint.NONE : Hint.info(FieldTree.count("records.padding", entry.padding()));
        return entry.unopened().map(Explained::unopened).orElse(padding);
    }

    /** Whether it holds another type than its header says (RFC 8446 §5.2). */
    boolean isInside() {
        OptionalInt inner = entry.innerType();
        return inner.isPresent() && inner.getAsInt() != entry.contentType();
    }

    private String type() {
        String outer = CodePoints.contentType(entry.contentType());
        return isInside()
                ? Messages.get(
                        "records.type.inner",
                        outer,
                        CodePoints.contentType(entry.innerType().getAsInt()))
                : outer;
    }

    private String names() {
        String names =
                messages.stream().map(event -> EventText.of(event).name()).collect(Collectors.joining(SEPARATOR));
        boolean isPart = entry.events().isEmpty() && !names.isEmpty();
        return isPart ? Messages.get("records.part", names) : names;
    }
}
