package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** A strange client that compares the address, for which the server’s certificate is not; it asks for no name. */
class CalledByAddressTest {
    @ParameterizedTest
    @EnumSource
    void theAddressIsTheLikelyCause(TlsVersion version) throws Exception {
        String openssl = OutsideProgram.require("openssl").getFileName().toString();
        Connection connection = Play.visit(
                Play.server("server-wrong-host", version),
                port -> OutsideProgram.run(
                        List.of(
                                openssl,
                                "s_client",
                                "-connect",
                                "127.0.0.1:" + port,
                                "-noservername",
                                "-CAfile",
                                Samples.SERVER_CA,
                                "-verify_ip",
                                "127.0.0.1",
                                "-verify_return_error"),
                        Path.of("."),
                        Duration.ofSeconds(30)));
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        Verdict verdict = Diagnosis.of(connection, transcript);
        assertEquals(Optional.of(Side.CLIENT), verdict.refusedBy(), verdict::toString);
        assertEquals(Optional.of("bad_certificate"), verdict.why().alert());
        assertEquals(Cause.NO_IP_NAME, verdict.why().cause());
        assertEquals(
                "Most likely: The client called the server by the address 127.0.0.1, and the server’s certificate is for"
                        + " other.mtls.example.org. Fix: have the certificate issued again with 127.0.0.1 as an IP address"
                        + " among its names.",
                verdict.detail().plain());
    }
}
