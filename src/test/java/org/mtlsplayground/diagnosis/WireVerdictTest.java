package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.secrets.KeyLog;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Verdicts on connections that were recorded elsewhere. */
class WireVerdictTest {
    /** The first chunks of a connection as a stranger's, with its secrets or without. */
    private static Verdict verdict(Connection real, int chunks, boolean secrets) {
        Capture whole = real.capture();
        Capture recorded =
                Capture.recorded(whole.client().orElseThrow(), whole.server().orElseThrow(), whole.startedAt());
        for (Chunk chunk : whole.chunksFrom(0).stream().limit(chunks).toList()) {
            recorded.add(chunk.direction(), chunk.nanos() - whole.startNanos(), chunk.bytes());
        }
        if (secrets) {
            Transcript transcript = new Transcripts(() -> List.of(whole)).of(whole);
            transcript.read();
            recorded.keys().keyLog(KeyLog.of(transcript.keyLog()));
        }
        Connection connection = new Connections().addRecorded(recorded, "strangers.pcapng");
        return Verdicts.of(connection);
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

    @Test
    void whatStopsIsUnfinished() throws Exception {
        Verdict verdict = verdict(mutual(TlsVersion.TLS_1_2), 2, true);
        assertEquals(Verdict.Kind.FAILED, verdict.kind());
        assertEquals("The handshake did not come to its end", verdict.headline());
        Verdict nothing = verdict(mutual(TlsVersion.TLS_1_2), 0, false);
        assertEquals("No TLS handshake is seen", nothing.headline());
    }
}
