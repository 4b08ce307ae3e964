package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Rehearsal;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.RecordEntry;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/**
 * A refusal that was played in memory, and read as a real one is, for {@link TimelineModel#rehearse}: so that the first real
 * one is told as quickly as those after it. What a JVM and JavaFX do for the first time takes them ten times as long.
 */
public final class DressRehearsal {
    private final TimelineModel.News news;
    private final TimelineModel.Reading reading;

    private DressRehearsal(TimelineModel.News news, TimelineModel.Reading reading) {
        this.news = news;
        this.reading = reading;
    }

    /**
     * Plays a refusal by the server and one by the client, in TLS 1.3 and in 1.2. No byte leaves the process. A second of
     * work or two for a JVM that has just begun: not for the FX thread.
     *
     * @param client settings that the server would accept
     * @param server settings that the client would accept
     */
    public static List<DressRehearsal> of(ClientSettings client, ServerSettings server) {
        // The JVM takes its time to find out what it has to do often.
        round(client, server);
        return round(client, server);
    }

    private static List<DressRehearsal> round(ClientSettings client, ServerSettings server) {
        List<DressRehearsal> all = new ArrayList<>();
        for (TlsVersion version : List.of(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2)) {
            ServerSettings its =
                    server.toBuilder().versions(EnumSet.of(version)).build();
            // Each trusts the other's CA. Exchanged, they trust their own.
            all.add(play(client, its.toBuilder().trust(client.trust()).build()));
            all.add(play(client.toBuilder().trust(server.trust()).build(), its));
        }
        return all;
    }

    private static DressRehearsal play(ClientSettings client, ServerSettings server) {
        Connection connection = Rehearsal.of(client, server);
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        List<Event> events = transcript.eventsFrom(0);
        List<RecordEntry> records = transcript.recordsFrom(0);
        return new DressRehearsal(
                new TimelineModel.News(
                        events,
                        ConnectionFollower.texts(events, records),
                        records,
                        transcript.secrets(),
                        List.of(),
                        List.of(),
                        Map.of()),
                new TimelineModel.Reading(
                        connection, Diagnosis.of(connection, transcript), transcript.negotiation(), Optional.empty()));
    }

    TimelineModel.News news() {
        return news;
    }

    TimelineModel.Reading reading() {
        return reading;
    }
}
