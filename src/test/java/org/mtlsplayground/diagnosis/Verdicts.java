package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** The verdict on a connection, and what is expected of it. */
final class Verdicts {
    private Verdicts() {}

    static Verdict of(Connection connection) {
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return Diagnosis.of(connection, transcript);
    }

    /** @param alerts what the facts may be: releases of the JDK differ in the alert that they choose */
    static void refused(Side by, String headline, String detail, Verdict verdict, String... alerts) {
        assertEquals(Verdict.Kind.REFUSED, verdict.kind(), verdict::toString);
        assertEquals(Optional.of(by), verdict.refusedBy());
        assertEquals(headline, verdict.headline());
        assertTrue(List.of(alerts).contains(verdict.facts()), verdict.facts());
        // The JDK's word for the alert is that of the facts.
        String alert = verdict.facts().replaceFirst(" .*", "");
        assertEquals(detail.replace("ALERT", alert), verdict.detail().plain());
    }

    static void unrefused(Verdict.Kind kind, String headline, String detail, Verdict verdict) {
        assertEquals(kind, verdict.kind(), verdict::toString);
        assertEquals(Optional.empty(), verdict.refusedBy());
        assertEquals(headline, verdict.headline());
        assertEquals("", verdict.facts());
        assertEquals(detail, verdict.detail().plain());
    }
}
