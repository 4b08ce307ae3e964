package org.mtlsplayground.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.text.Times;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

class TimelineRowsTest {
    private static final int CERTIFICATE_UNKNOWN = 46;

    private Event selected;
    private final TimelineRows rows = new TimelineRows(() -> selected);
    private int told;

    private List<String> show(Story story) {
        List<Event> events = story.events();
        for (Event event : events.subList(told, events.size())) {
            rows.add(event, EventText.of(event));
        }
        told = events.size();
        rows.flush();
        return shown();
    }

    private List<String> shown() {
        return rows.all().stream().map(TimelineRowsTest::text).toList();
    }

    private static String text(TimelineRow row) {
        if (row instanceof TimelineRow.Arrow arrow) {
            return (arrow.event().fromClient() ? "> " : "< ") + arrow.text().name();
        }
        if (row instanceof TimelineRow.Heading heading) {
            return "= " + heading.phase();
        }
        if (row instanceof TimelineRow.Pause pause) {
            return "  " + pause.turn().answering() + " " + Times.of(pause.turn().nanos());
        }
        if (row instanceof TimelineRow.Done done) {
            return "* " + done.side() + " " + EventText.time(done.nanos());
        }
        return row instanceof Fold fold ? "# " + ArrowLook.of(fold).name() : "note";
    }

    @Test
    void aMutualHandshakeWithItsPausesAndWhenEachSideIsDone() throws Exception {
        assertEquals(
                List.of(
                        "= KEY_EXCHANGE",
                        "> ClientHello",
                        "  SERVER 2.1 ms",
                        "< ServerHello",
                        "= SERVER_PARAMETERS",
                        "< EncryptedExtensions",
                        "< CertificateRequest",
                        "= AUTHENTICATION",
                        "< Certificate",
                        "< CertificateVerify",
                        "< Finished",
                        "  CLIENT 4.7 ms",
                        "> Certificate",
                        "> CertificateVerify",
                        "> Finished",
                        "* CLIENT +11.4 ms",
                        "= APPLICATION_DATA",
                        "> Application data",
                        "  SERVER 0.9 ms",
                        "* SERVER +12.4 ms",
                        "= AFTER_HANDSHAKE",
                        "< NewSessionTicket",
                        "= APPLICATION_DATA",
                        "< Application data"),
                show(Story.mutual().data(true, 100, "Hello").ticket().data(false, 200, "Hello")));
    }

    /** Records that stay closed count as data. */
    @Test
    void whatGotLostStandsInTheOrderInWhichItWasSent() {
        Story story = new Story();
        story.client(0, story.hello(), 1);
        show(story);
        Story unseen = new Story();
        unseen.data(false, 2_000, "one").data(false, 100, "two").data(false, 100, "three");
        for (Event event : unseen.events()) {
            rows.mark(new Altered(null, "the connection was ended here", Optional.empty(), List.of(event)));
        }
        assertEquals(
                unseen.events(),
                rows.all().stream()
                        .skip(2)
                        .map(row -> ((TimelineRow.Arrow) row).event())
                        .toList());
    }

    @Test
    void whatMeansNothingTakesNoTurn() {
        Story story = new Story();
        story.client(0, story.hello(), 1).server(2_000, Story.serverHello(Story.X25519), 1);
        story.client(500, new Message.ChangeCipherSpec(), 1).server(500, new Message.ChangeCipherSpec(), 1);
        story.phase(Phase.SERVER_PARAMETERS).sealed(false, 500, new Handshake.EncryptedExtensions(List.of()), 6);
        assertEquals(
                List.of(
                        "= KEY_EXCHANGE",
                        "> ClientHello",
                        "  SERVER 2.0 ms",
                        "< ServerHello",
                        "> ChangeCipherSpec",
                        "< ChangeCipherSpec",
                        "= SERVER_PARAMETERS",
                        "< EncryptedExtensions"),
                show(story));
    }

    @Test
    void aServerThatRefusesHasNotFinished() throws Exception {
        Story story =
                Story.mutual().phase(Phase.ALERT).sealed(false, 1_200, new Message.Alert(2, CERTIFICATE_UNKNOWN), 2);
        List<String> shown = show(story);
        assertEquals(
                List.of("* CLIENT +11.4 ms", "  SERVER 1.2 ms", "= ALERT", "< Alert: certificate_unknown (46)"),
                shown.subList(shown.size() - 4, shown.size()));
    }

    @Test
    void aSideMaySayItselfWhenItWasDone() throws Exception {
        show(Story.mutual().data(true, 100, "Hello"));
        rows.said(Side.CLIENT, 11_410_000);
        rows.said(Side.SERVER, 11_450_000);
        rows.said(Side.SERVER, 99_000_000);
        List<String> shown = shown();
        assertEquals(
                List.of("> Finished", "* CLIENT +11.4 ms", "* SERVER +11.5 ms", "= APPLICATION_DATA"),
                shown.subList(shown.size() - 5, shown.size() - 1));
        told = 0;
        rows.clear();
        rows.said(Side.CLIENT, 1);
        assertEquals(List.of(), shown(), "with TLS 1.2 nothing of the kind");
    }

    /** What a side says of itself can be there before its messages have been read. */
    @Test
    void nobodyIsDoneBeforeTheFinishedIsSeen() throws Exception {
        List<Event> events = Story.mutual().events();
        int finished = events.size() - 1;
        events.subList(0, finished).forEach(event -> rows.add(event, EventText.of(event)));
        rows.flush();
        rows.said(Side.CLIENT, 1_000);
        assertTrue(rows.all().stream().noneMatch(TimelineRow.Done.class::isInstance), rows.all()::toString);
        rows.add(events.get(finished), EventText.of(events.get(finished)));
        rows.flush();
        TimelineRow last = rows.all().get(rows.all().size() - 1);
        assertTrue(last instanceof TimelineRow.Done done && done.side() == Side.CLIENT, last::toString);
    }

    private List<String> headings(Story story) {
        return show(story).stream().filter(row -> row.startsWith("=")).toList();
    }

    @Test
    void anAlteredRecordBeginsNoPartOfItsOwn() throws Exception {
        Message closed = new Message.EncryptedRecord(23, 40);
        Story story = Story.mutual().phase(Phase.ENCRYPTED).sealed(true, 100, closed, 57);
        assertEquals(
                List.of("= KEY_EXCHANGE", "= SERVER_PARAMETERS", "= AUTHENTICATION", "= ALERT"),
                headings(story.phase(Phase.ALERT).sealed(false, 100, new Message.Alert(2, 20), 2)));
        rows.clear();
        told = 0;
        Story unknown = new Story();
        unknown.client(0, unknown.hello(), 1).server(1, Story.serverHello(Story.X25519), 1);
        assertEquals(
                List.of("= KEY_EXCHANGE", "= ENCRYPTED"),
                headings(unknown.phase(Phase.ENCRYPTED).sealed(false, 1, closed, 57)),
                "without secrets all of it is closed");
    }

    private static Story tls12(byte[] offered, byte[] answered) {
        Story story = new Story();
        return story.client(
                        0, new Handshake.ClientHello(0x0303, Story.NONE, offered, List.of(), List.of(), List.of()), 100)
                .server(50, new Handshake.ServerHello(0x0303, Story.NONE, answered, 0xc02c, false, List.of()), 100);
    }

    private String note(Story story, Integer earlier) {
        rows.clear();
        story.events().forEach(event -> rows.add(event, EventText.of(event)));
        rows.flush();
        rows.resumes(Optional.ofNullable(earlier));
        return rows.all().stream()
                .filter(TimelineRow.Note.class::isInstance)
                .map(row -> ((TimelineRow.Note) row).text())
                .findFirst()
                .orElse("");
    }

    @Test
    void resumptionIsSaid() {
        Story resumed = new Story();
        resumed.client(
                        0,
                        resumed.hello(new Extension.PreSharedKeyOffer(
                                List.of(new Extension.PskIdentity(new byte[9], 0)), List.of(new byte[32]), 0)),
                        600)
                .server(50, Story.serverHello(Story.X25519, new Extension.PreSharedKeyChosen(0)), 133);
        assertTrue(note(resumed, null).contains("know the secret of an earlier connection"), note(resumed, null));
        assertTrue(note(resumed, 7).contains("know the secret of connection #7"), "which one may be known later");
        byte[] id = {1, 2, 3};
        assertTrue(note(tls12(id, id.clone()), null).startsWith("Resumed: no Certificate is sent, and the server"));
        assertEquals("", note(tls12(id, new byte[] {4}), null), "a new session");
        assertEquals("", note(tls12(Story.NONE, Story.NONE), null), "no session at all");
        Story full = new Story();
        assertEquals(
                "",
                note(full.client(0, full.hello(), 1).server(1, Story.serverHello(Story.X25519), 1), null),
                "a full handshake");
    }

    private static Story exchange(int count) {
        Story story = new Story();
        for (int i = 0; i < count; i++) {
            story.data(i % 2 == 0, 10, "x");
        }
        return story;
    }

    @Test
    void fewRecordsAreShownAndManyAreFolded() {
        List<String> eight = show(exchange(TimelineRows.MOST));
        assertEquals(1 + TimelineRows.MOST, eight.size(), eight::toString);
        told = 0;
        rows.clear();
        List<String> nine = show(exchange(TimelineRows.MOST + 1));
        assertEquals(
                List.of(
                        "= APPLICATION_DATA",
                        "> Application data",
                        "< Application data",
                        "> Application data",
                        "< Application data",
                        "# Application data × 5"),
                nine);
    }

    @Test
    void aFoldGrowsInPlace() {
        Story story = new Story().bulk(true, 20, 1000);
        show(story);
        List<TimelineRow> before = List.copyOf(rows.all());
        List<Object> changes = new ArrayList<>();
        rows.all().addListener((ListChangeListener<TimelineRow>) changes::add);
        assertEquals(
                "# Application data × 412", show(story.bulk(false, 396, 16_000)).get(5));
        assertEquals(List.of(), changes, "no row was added or replaced");
        assertEquals(before, rows.all());
        Fold fold = (Fold) before.get(5);
        assertEquals(
                "6.4 MB · 16 to the server, 396 to the client",
                ArrowLook.of(fold).detail());
        show(story.ticket().bulk(true, 9, 1));
        assertEquals(List.of("= AFTER_HANDSHAKE", "< NewSessionTicket", "= APPLICATION_DATA"), shown().subList(6, 9));
        assertEquals("# Application data × 5", shown().get(13), "another one after another message");
        assertEquals(412, fold.arrows().size());
    }

    @Test
    void aFoldOpensAndCloses() {
        Story story = new Story().bulk(true, 20, 1000);
        show(story);
        Fold fold = (Fold) rows.all().get(5);
        rows.toggle(fold);
        assertEquals(6 + 16, rows.all().size());
        assertSame(fold.arrows().get(0), rows.all().get(6));
        show(story.bulk(true, 3, 1));
        assertEquals(6 + 19, rows.all().size(), "what comes is shown below it, too");
        rows.toggle(fold);
        assertEquals(6, rows.all().size());
        assertEquals(
                story.events().get(10),
                rows.show(story.events().get(10)).orElseThrow().event());
        assertEquals(6 + 19, rows.all().size(), "it opens for a message in it");
    }

    @Test
    void theMessageThatIsLookedAtIsNotFoldedAway() {
        Story story = exchange(TimelineRows.MOST);
        show(story);
        selected = story.events().get(6);
        List<String> shown = show(story.data(true, 1, "x"));
        assertEquals("# Application data × 5", shown.get(5));
        assertEquals(1 + 9 + 1, shown.size(), shown::toString);
        assertEquals(story.events().get(6), ((TimelineRow.Arrow) rows.all().get(8)).event());
    }

    @Test
    void amounts() {
        assertEquals("999 B", Amount.of(999));
        assertEquals("1.0 kB", Amount.of(1000));
        assertEquals("6.3 MB", Amount.of(6_300_000));
        assertEquals("1.9 ms", Times.of(1_900_000));
        assertEquals("1.5 s", Times.of(1_500_000_000L));
    }
}
