package org.mtlsplayground.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.ui.common.FxUpdates;

/** Refusals of the samples, played in memory and shown to nobody. */
class DressRehearsalTest {
    private final Connections connections = new Connections();
    private final TimelineModel model = new TimelineModel(
            connections,
            new Transcripts(
                    () -> connections.all().stream().map(Connection::capture).toList()),
            new FxUpdates(Runnable::run),
            Runnable::run);

    private static List<DressRehearsal> all() throws Exception {
        return DressRehearsal.of(
                Play.client("client").build(),
                Play.server("server", TlsVersion.TLS_1_3).build());
    }

    @Test
    void eachSideRefusesInEachVersion() throws Exception {
        assertEquals(
                List.of(
                        "SERVER UNKNOWN_CA TLS 1.3",
                        "CLIENT UNKNOWN_CA TLS 1.3",
                        "SERVER UNKNOWN_CA TLS 1.2",
                        "CLIENT UNKNOWN_CA TLS 1.2"),
                all().stream()
                        .map(each -> each.reading().verdict().refusedBy().orElseThrow() + " "
                                + each.reading().verdict().why().cause() + " "
                                + (each.reading().negotiation().isTls13() ? "TLS 1.3" : "TLS 1.2"))
                        .toList());
    }

    @Test
    void isShownForOneLayoutAndLeavesNothing() throws Exception {
        DressRehearsal rehearsal = all().get(0);
        List<String> shown = new ArrayList<>();
        model.rehearse(
                rehearsal,
                () -> shown.add("%d chips, %d messages, %s"
                        .formatted(
                                model.connections().items().size(),
                                model.rows().stream()
                                        .filter(TimelineRow.Arrow.class::isInstance)
                                        .count(),
                                Optional.ofNullable(
                                                model.readingProperty().get().verdict())
                                        .map(Verdict::kind))));
        int messages = rehearsal.news().events().size();
        assertEquals(
                List.of("1 chips, " + messages + " messages, Optional[REFUSED]", "0 chips, 0 messages, Optional.empty"),
                shown);
        assertEquals(List.of(), model.connections().items());
        assertEquals(List.of(), model.rows());
        assertEquals(List.of(), model.events());
        assertEquals(List.of(), model.records());
        assertEquals(List.of(), model.secretsProperty().get());
        assertEquals(TimelineModel.Reading.NOTHING, model.readingProperty().get());
        assertNull(model.messageProperty().get());
    }
}
