package org.mtlsplayground.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Explanation;
import org.mtlsplayground.diagnosis.Phrase;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.Where;
import org.mtlsplayground.sequence.Alterations;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.sequence.Parts;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.wire.Field;

/** The timeline as text: a line for each message, the phases as headings, the verdict at the end. */
final class TextReport implements Report {
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_LINE = 2000;

    private final Terminal terminal;
    private final boolean several;
    private final boolean fields;
    private final boolean coloured;

    /** By the number of their connection. */
    private final Map<Integer, Parts> parts = new HashMap<>();

    /**
     * @param several whether each line says which connection it belongs to
     * @param fields whether a message is followed by its fields
     */
    TextReport(Terminal terminal, boolean several, boolean fields, boolean coloured) {
        this.terminal = terminal;
        this.several = several;
        this.fields = fields;
        this.coloured = coloured;
    }

    @Override
    public void notice(String text) {
        terminal.line(text);
    }

    @Override
    public void message(Connection connection, Transcript transcript, Event event) {
        if (!parts.containsKey(connection.number())) {
            begin(connection);
        }
        parts.get(connection.number())
                .before(event)
                .ifPresent(phase -> line(connection, Messages.get("phase." + phase), Ink.HEADING));
        String text = EventText.line(event, EventText.of(event, Records.unopened(transcript, event)));
        line(connection, text + marks(event), Ink.of(event));
        if (fields) {
            fields(connection, event.fields(), "");
        }
    }

    @Override
    public void over(Connection connection, Transcript transcript, Verdict verdict) {
        if (!parts.containsKey(connection.number())) {
            begin(connection);
        }
        parts.remove(connection.number());
        if (!several) {
            terminal.line("");
        }
        new Alterations(connection.capture(), transcript)
                .next(true)
                .forEach(altered -> line(connection, words(altered), Ink.BAD));
        if (connection.capture().isTruncated()) {
            line(connection, Messages.get("cli.truncated"), Ink.FAINT);
        }
        String headline = verdict.facts().isEmpty()
                ? verdict.headline()
                : Messages.get("terminal.verdict", verdict.headline(), verdict.facts());
        line(connection, headline, verdict.kind().isSuccess() ? Ink.GOOD : Ink.BAD);
        Stream.of(
                        Stream.of(verdict.detail().plain()),
                        reasons(verdict),
                        said(connection, Side.CLIENT),
                        said(connection, Side.SERVER))
                .flatMap(lines -> lines)
                .filter(text -> !text.isBlank())
                .forEach(text -> line(connection, text, null));
    }

    private static String words(Altered altered) {
        boolean fromClient = altered.alteration().direction() == Direction.CLIENT_TO_SERVER;
        return Messages.get(
                fromClient ? "cli.altered.client" : "cli.altered.server",
                altered.sentText().name(),
                altered.words());
    }

    /** The cause, what bears it out, and how to mend it: for who wants more than the sentence above. */
    private static Stream<String> reasons(Verdict verdict) {
        Explanation explanation = verdict.explanation();
        if (verdict.kind().isSuccess() && explanation.warnings().isEmpty()) {
            return Stream.empty();
        }
        String id = verdict.why().cause().id();
        String cause = verdict.why()
                .message()
                .map(message -> Messages.get("cli.cause.at", id, message))
                .orElseGet(() -> Messages.get("cli.cause", id));
        return Stream.of(
                        Stream.of(cause),
                        explanation.evidence().stream()
                                .map(evidence -> Messages.get(
                                        "cli.evidence", evidence.words().plain())),
                        explanation.belief().map(Phrase::plain).stream(),
                        explanation.remedies().stream()
                                .map(remedy -> Messages.get(
                                        "cli.remedy", remedy.words().plain())))
                .flatMap(lines -> lines);
    }

    private void begin(Connection connection) {
        parts.put(connection.number(), new Parts());
        if (several) {
            line(connection, ends(connection), Ink.FAINT);
        }
    }

    private static String ends(Connection connection) {
        String ends = Messages.get(
                "cli.connection",
                connection.capture().client().map(Where::of).orElse("?"),
                connection.capture().server().map(Where::of).orElse("?"));
        return connection.origin().map(origin -> origin + ": " + ends).orElse(ends);
    }

    /** What a side was heard to say by the other one, if that is ours. */
    private static Stream<String> said(Connection connection, Side speaker) {
        return connection
                .outcome(speaker.other())
                .filter(Outcome.Success.class::isInstance)
                .map(outcome -> ((Outcome.Success) outcome).received())
                .filter(words -> !words.isBlank())
                .map(words -> Messages.get("cli.said." + speaker, LegibleText.safe(words, LONGEST_WORDS)))
                .stream();
    }

    /** What the colour says, in words. */
    private static String marks(Event event) {
        String marks = Stream.of(
                        Optional.of("cli.mark.encrypted").filter(key -> event.decrypted()),
                        Optional.of("cli.mark.mutual").filter(key -> Ink.makesMutual(event)))
                .flatMap(Optional::stream)
                .map(Messages::get)
                .collect(Collectors.joining(", "));
        return marks.isEmpty() ? "" : "  [" + marks + "]";
    }

    private void fields(Connection connection, List<Field> tree, String indent) {
        for (Field field : tree) {
            String value = field.value().isEmpty() ? "" : ": " + field.value();
            String text = String.format(Locale.ROOT, "%12d  %s%s%s", field.offset(), indent, field.name(), value);
            line(connection, text, null);
            fields(connection, field.children(), indent + "  ");
        }
    }

    private void line(Connection connection, String text, Ink ink) {
        List<String> parts = new ArrayList<>();
        if (several) {
            parts.add("#" + connection.number());
        }
        // The beginning of a line is ours: its blanks align the columns.
        int blanks = text.length() - text.stripLeading().length();
        String safe = text.substring(0, blanks) + LegibleText.safe(text, LONGEST_LINE);
        parts.add(coloured && ink != null ? ink.on(safe) : safe);
        terminal.line(String.join(" ", parts));
    }
}
