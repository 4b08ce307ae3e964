package org.mtlsplayground.ui.timeline;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Underway;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Alterations;
import org.mtlsplayground.transcript.Ahead;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Negotiation;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;

/**
 * Reads what the TLS threads append: the followed connection to its last message, of all others no more than how they
 * ended. The TLS threads only leave word here; the reader's thread does the reading.
 */
final class ConnectionFollower implements Connections.Listener {
    private static final Pattern USER_AGENT = Pattern.compile("(?im)^User-Agent:\\s*([^\\s/]{1,40})");

    private final Connections source;
    private final Transcripts transcripts;
    private final FxUpdates updates;
    private final Executor reader;
    private final TimelineModel model;
    private final ReadingTurns<Connection> turns;

    /** How many outcomes each had when its chip was last shown. Used by the reader's thread alone. */
    private final Map<Connection, Integer> chips = new WeakHashMap<>();

    /** Used by the reader's thread alone. */
    private Connection followed;

    /** Used by the reader's thread alone. */
    private int followedReading;

    /** Used by the reader's thread alone. */
    private Transcript transcript;

    /** Used by the reader's thread alone. */
    private int eventsTold;

    /** Used by the reader's thread alone. */
    private int recordsTold;

    /** What was on its way when it was last decoded, and what it was; used by the reader's thread alone. */
    private List<Underway> underway = List.of();

    private List<TimelineRow.Arrow> ahead = List.of();

    /** Of the connection that is followed; used by the reader's thread alone. */
    private Alterations altered;

    /** The latest verdict on the connection that is followed, null if there is none yet; used by the reader's thread alone. */
    private Verdict verdict;

    /** What that was derived from; used by the reader's thread alone. */
    private List<Object> verdictFrom = List.of();

    ConnectionFollower(
            Connections source, Transcripts transcripts, FxUpdates updates, Executor reader, TimelineModel model) {
        this.source = source;
        this.transcripts = transcripts;
        this.updates = updates;
        this.reader = reader;
        this.model = model;
        turns = new ReadingTurns<>(reader, this::read, this::readRecorded);
    }

    /**
     * Reads a connection from its beginning, and goes on as it grows.
     *
     * @param connection null to follow none
     * @param reading goes back to the model with all that is read, so that it knows news of an earlier reading
     */
    void follow(Connection connection, int reading) {
        turns.first(connection);
        try {
            reader.execute(() -> begin(connection, reading));
        } catch (RejectedExecutionException e) {
            // The program ends.
            turns.first(null);
        }
    }

    private void begin(Connection connection, int reading) {
        followed = connection;
        followedReading = reading;
        if (connection != null) {
            transcript = transcripts.of(connection.capture());
            eventsTold = 0;
            recordsTold = 0;
            verdict = null;
            altered = new Alterations(connection.capture(), transcript);
            underway = List.of();
            ahead = List.of();
            read(connection);
        }
    }

    @Override
    public void opened(Connection connection) {
        updates.run(() -> model.connections().add(connection));
        readAgain(connection);
    }

    /** Finds out anew what became of a connection that was recorded elsewhere: only its messages tell. */
    void readAgain(Connection connection) {
        if (connection.origin().isPresent()) {
            turns.recorded(connection);
        }
    }

    private void readRecorded(Connection connection) {
        Transcript itsOwn = transcripts.of(connection.capture());
        itsOwn.read();
        showChip(
                connection,
                connection.isAltered()
                        ? Diagnosis.of(connection, itsOwn).kind()
                        : Diagnosis.kind(connection, itsOwn.negotiation()));
    }

    private void showChip(Connection connection, Verdict.Kind kind) {
        ConnectionItem.Chip chip = new ConnectionItem.Chip(kind, caption(connection));
        updates.latest(List.of(this, connection), () -> model.connections().show(connection, chip));
    }

    @Override
    public void changed(Connection connection) {
        turns.news(connection);
    }

    @Override
    public void dropped(Connection connection) {
        updates.run(() -> model.connections().remove(connection));
        updates.latest(List.of(this, source), () -> model.dropped(source.dropped()));
    }

    private void read(Connection connection) {
        if (connection.isOver() && connection.origin().isEmpty()) {
            int outcomes = (int) Stream.of(Side.values())
                    .filter(side -> connection.outcome(side).isPresent())
                    .count();
            Integer shown = chips.put(connection, outcomes);
            if (shown == null || shown != outcomes) {
                showChip(connection, Diagnosis.kind(connection, Negotiation.unknown()));
            }
        }
        if (connection.equals(followed)) {
            // Before the messages are read, so that they are never behind.
            Map<Side, Long> finished = finished(connection);
            transcript.read();
            List<Event> events = transcript.eventsFrom(eventsTold);
            eventsTold += events.size();
            List<RecordEntry> records = transcript.recordsFrom(recordsTold);
            recordsTold += records.size();
            TimelineModel.News news = new TimelineModel.News(
                    events,
                    texts(events, records),
                    records,
                    transcript.secrets(),
                    altered.next(connection.isClosed()),
                    ahead(connection),
                    finished);
            Negotiation negotiation = transcript.negotiation();
            Verdict verdict = verdict(connection);
            TimelineModel.Reading state = new TimelineModel.Reading(
                    connection, verdict, negotiation, transcript.resumes().flatMap(this::number));
            int reading = followedReading;
            updates.run(() -> model.append(reading, state, news));
        }
    }

    private List<TimelineRow.Arrow> ahead(Connection connection) {
        if (!connection.capture().underway().equals(underway)) {
            List<Ahead> found = transcripts.ahead(connection.capture());
            underway = found.stream().map(Ahead::underway).toList();
            ahead = found.stream().flatMap(ConnectionFollower::arrows).toList();
        }
        return ahead;
    }

    private static Stream<TimelineRow.Arrow> arrows(Ahead one) {
        List<EventText> texts = texts(one.events(), one.records());
        return IntStream.range(0, texts.size())
                .mapToObj(i ->
                        new TimelineRow.Arrow(one.events().get(i), texts.get(i), new Course.OnItsWay(one.underway())));
    }

    /** Finding out why costs some milliseconds, so it is done anew only where something has come that may change it. */
    private Verdict verdict(Connection connection) {
        List<Object> known = List.of(
                eventsTold,
                recordsTold,
                connection.outcome(Side.CLIENT).isPresent(),
                connection.outcome(Side.SERVER).isPresent(),
                connection.isOver(),
                transcript.isReadToEnd(Direction.CLIENT_TO_SERVER),
                transcript.isReadToEnd(Direction.SERVER_TO_CLIENT));
        if (verdict == null || !known.equals(verdictFrom)) {
            verdict = Diagnosis.of(connection, transcript);
            verdictFrom = known;
        }
        return verdict;
    }

    /** When the sides that are ours say that their handshake had finished, in nanoseconds since the connection began. */
    private static Map<Side, Long> finished(Connection connection) {
        Map<Side, Long> finished = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            if (connection.outcome(side).orElse(null) instanceof Outcome.Success success) {
                finished.put(side, success.handshakeNanos() - connection.startNanos());
            }
        }
        return finished;
    }

    private Optional<Integer> number(Capture capture) {
        return source.all().stream()
                .filter(kept -> kept.capture().equals(capture))
                .map(Connection::number)
                .findFirst();
    }

    static List<EventText> texts(List<Event> events, List<RecordEntry> records) {
        Map<Integer, RecordEntry> byIndex =
                records.stream().collect(Collectors.toMap(RecordEntry::index, Function.identity()));
        return events.stream()
                .map(event -> EventText.of(
                        event,
                        event.records().stream()
                                .map(byIndex::get)
                                .filter(Objects::nonNull)
                                .flatMap(record -> record.unopened().stream())
                                .findFirst()))
                .toList();
    }

    /** The file that it is from; else who the other side was, if not ours: what its HTTP request calls it, or where it was. */
    private static String caption(Connection connection) {
        if (connection.origin().isPresent()) {
            return connection.origin().get();
        }
        if (connection.isOurs(Side.CLIENT)) {
            return "";
        }
        Optional<String> agent = connection
                .outcome(Side.SERVER)
                .filter(Outcome.Success.class::isInstance)
                .map(outcome -> USER_AGENT.matcher(((Outcome.Success) outcome).received()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
        return agent.or(() -> connection.capture().client().map(address -> ":" + address.getPort()))
                .orElse("");
    }
}
