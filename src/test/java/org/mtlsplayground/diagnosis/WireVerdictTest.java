package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.dissect.TlsRecord;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.transcript.Unopened;

/** Verdicts on connections that were recorded elsewhere. */
class WireVerdictTest {
    /** The first chunks of a connection as a stranger's, with its secrets or without. */
    private static Verdict verdict(Connection real, int chunks, boolean secrets) {
        return Verdicts.of(strangers(real, chunks, secrets, -1));
    }

    private static Connection strangers(Connection real, int chunks, boolean secrets, int missing) {
        Capture whole = real.capture();
        Capture recorded =
                Capture.recorded(whole.client().orElseThrow(), whole.server().orElseThrow(), whole.startedAt());
        List<Chunk> all = whole.chunksFrom(0);
        for (int i = 0; i < Math.min(chunks, all.size()); i++) {
            Chunk chunk = all.get(i);
            int length = chunk.bytes().length;
            recorded.add(new Chunk(
                    chunk.direction(),
                    chunk.nanos() - whole.startNanos(),
                    i == missing ? new byte[length] : chunk.bytes(),
                    i == missing ? length : 0));
        }
        if (secrets) {
            Transcript transcript = new Transcripts(() -> List.of(whole)).of(whole);
            transcript.read();
            recorded.keys().keyLog(KeyLog.of(transcript.keyLog()));
        }
        return new Connections().addRecorded(recorded, "strangers.pcapng");
    }

    private static Connection mutual(TlsVersion version) throws Exception {
        return Play.between(Play.client("client"), Play.server("server", version));
    }

    @Test
    void mutual() throws Exception {
        Verdict verdict = verdict(mutual(TlsVersion.TLS_1_3), Integer.MAX_VALUE, true);
        assertEquals(Verdict.Kind.MUTUAL, verdict.kind());
        assertEquals("TLS 1.3 · TLS_AES_256_GCM_SHA384 · x25519", verdict.facts());
        assertEquals(
                "The server is server.mtls.example.org, vouched for by Demo Server CA. "
                        + "The client is alice, vouched for by Demo Client CA.",
                verdict.detail().plain());
    }

    @Test
    void serverOnly() throws Exception {
        Connection real = Play.between(
                Play.client(null),
                Play.server("server", TlsVersion.TLS_1_2).clientAuthentication(ClientAuthentication.NONE));
        assertEquals(
                Verdict.Kind.SERVER_ONLY, verdict(real, Integer.MAX_VALUE, true).kind());
    }

    @Test
    void refused() throws Exception {
        Connection real = Play.between(Play.client("client-expired"), Play.server("server", TlsVersion.TLS_1_3));
        Verdict verdict = verdict(real, Integer.MAX_VALUE, true);
        assertEquals(Verdict.Kind.REFUSED, verdict.kind());
        assertEquals(Side.SERVER, verdict.refusedBy().orElseThrow());
        assertEquals("The server refused the client’s certificate", verdict.headline());
        assertEquals("certificate_unknown (46)", verdict.facts());
    }

    @Test
    void whatCannotBeOpenedIsNoFailure() throws Exception {
        Verdict verdict = verdict(mutual(TlsVersion.TLS_1_3), Integer.MAX_VALUE, false);
        assertEquals(Verdict.Kind.OPEN, verdict.kind());
        assertEquals("How it ended can’t be seen", verdict.headline());
    }

    /** The server's first encrypted record is not in the recording: with it both sides' later keys are lost. */
    @Test
    void whatIsMissingIsNotTakenForUnknownSecrets() throws Exception {
        Connection real = mutual(TlsVersion.TLS_1_3);
        List<Chunk> chunks = real.capture().chunksFrom(0);
        int missing = 0;
        while (chunks.get(missing).direction() == Direction.CLIENT_TO_SERVER
                || chunks.get(missing).bytes()[0] != TlsRecord.APPLICATION_DATA) {
            missing++;
        }
        Connection gappy = strangers(real, Integer.MAX_VALUE, true, missing);
        Verdict verdict = Verdicts.of(gappy);
        assertEquals(Verdict.Kind.OPEN, verdict.kind());
        assertTrue(
                verdict.detail().plain().startsWith("Bytes are missing in the recording"),
                verdict.detail().plain());
        Transcript transcript = new Transcripts(List::of).of(gappy.capture());
        transcript.read();
        List<Unopened> reasons = transcript.recordsFrom(0).stream()
                .flatMap(record -> record.unopened().stream())
                .distinct()
                .toList();
        assertEquals(List.of(Unopened.BYTES_MISSING), reasons);
    }

    @Test
    void whatStopsIsUnfinished() throws Exception {
        Verdict verdict = verdict(mutual(TlsVersion.TLS_1_2), 2, true);
        assertEquals(Verdict.Kind.FAILED, verdict.kind());
        assertEquals("The handshake did not come to its end", verdict.headline());
        Verdict nothing = verdict(mutual(TlsVersion.TLS_1_2), 0, false);
        assertEquals("No TLS handshake is seen", nothing.headline());
    }
}
