package org.mtlsplayground.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.RuleText;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.AlteredRecord;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Rules that mean a message by its name find it, whether it is encrypted or in clear. */
class NamedRulesTest {
    private final Connections connections = new Connections();
    private final Transcripts transcripts = new Transcripts(
            () -> connections.all().stream().map(Connection::capture).toList());

    @ParameterizedTest
    @CsvSource({
        "TLS_1_3, server:server-hello, ServerHello",
        "TLS_1_3, server:encrypted-extensions, EncryptedExtensions",
        "TLS_1_3, server:certificate-request, CertificateRequest",
        "TLS_1_3, server:certificate, Certificate",
        "TLS_1_3, server:certificate-verify, CertificateVerify",
        "TLS_1_3, server:finished, Finished",
        "TLS_1_3, client:certificate, Certificate",
        "TLS_1_3, client:certificate-verify, CertificateVerify",
        "TLS_1_3, client:finished, Finished",
        "TLS_1_2, server:certificate, Certificate",
        "TLS_1_2, server:finished, Finished",
        "TLS_1_2, client:certificate-verify, CertificateVerify",
        "TLS_1_2, client:finished, Finished"
    })
    void isFound(TlsVersion version, String record, String message) throws Exception {
        connections.interceptWith(connection -> Optional.of(Interceptor.of(
                List.of(RuleText.parse(record + ":flip=-1")), transcripts.opener(connection.capture()))));
        try (TlsServer server = TlsServer.start(Play.server("server", version).build(), connections)) {
            ClientRun run = new TlsClient(connections)
                    .connect(Play.client("client")
                            .port(server.address().getPort())
                            .versions(Set.of(version))
                            .build());
            run.outcome().get(30, TimeUnit.SECONDS);
            Play.awaitEnd(run.connection());
            List<AlteredRecord> altered = altered(run.connection());
            assertEquals(1, altered.size());
            assertTrue(names(altered.get(0)).contains(message), () -> names(altered.get(0)) + " altered");
            assertEquals(record.startsWith("client"), altered.get(0).fromClient());
            assertEquals(AlteredRecord.Change.CHANGED, altered.get(0).change());
        }
    }

    /** What no message of the connection is called is never met. */
    @ParameterizedTest
    @CsvSource({
        "TLS_1_3, client:client-key-exchange",
        "TLS_1_3, client:finished#2",
        "TLS_1_2, server:encrypted-extensions"
    })
    void isNotFoundWhereThereIsNone(TlsVersion version, String record) throws Exception {
        connections.interceptWith(connection -> Optional.of(
                Interceptor.of(List.of(RuleText.parse(record + ":drop")), transcripts.opener(connection.capture()))));
        try (TlsServer server = TlsServer.start(Play.server("server", version).build(), connections)) {
            ClientRun run = new TlsClient(connections)
                    .connect(Play.client("client")
                            .port(server.address().getPort())
                            .build());
            assertTrue(run.outcome().get(30, TimeUnit.SECONDS) instanceof Outcome.Success);
            assertEquals(List.of(), altered(run.connection()));
        }
    }

    private List<AlteredRecord> altered(Connection connection) {
        Transcript transcript = transcripts.of(connection.capture());
        transcript.read();
        return transcript.altered();
    }

    private static List<String> names(AlteredRecord altered) {
        return altered.sent().stream().map(event -> EventText.of(event).name()).toList();
    }
}
