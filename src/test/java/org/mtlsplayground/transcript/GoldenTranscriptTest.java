package org.mtlsplayground.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.recorded.Visitors;

/** What is read from real connections; see {@link Golden}. */
class GoldenTranscriptTest {
    private static List<Event> read(Connection connection) {
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return transcript.eventsFrom(0);
    }

    private static String name(String what, TlsVersion version) {
        return what + "-" + version.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @EnumSource
    void mutual(TlsVersion version) throws Exception {
        Golden.check(
                name("mutual", version), read(Play.between(Play.client("client"), Play.server("server", version))));
    }

    @ParameterizedTest
    @EnumSource
    void serverRefusesAnExpiredClient(TlsVersion version) throws Exception {
        Golden.check(
                name("client-expired", version),
                read(Play.between(Play.client("client-expired"), Play.server("server", version))));
    }

    /** The client may be gone before the server has sent what follows its certificate. */
    @ParameterizedTest
    @CsvSource({"TLS_1_2, 2", "TLS_1_3, 5"})
    void clientRefusesAnExpiredServer(TlsVersion version, int fromServer) throws Exception {
        List<Event> events = read(Play.between(Play.client("client"), Play.server("server-expired", version)));
        Stream<Event> certain = Stream.concat(
                events.stream().filter(Event::fromClient),
                events.stream().filter(event -> !event.fromClient()).limit(fromServer));
        // Older JDKs name the fault in TLS 1.2 alone.
        Golden.check(
                name("server-expired", version),
                certain.toList(),
                text -> text.replace(
                        "certificate_unknown (46)  fatal · the certificate is not acceptable",
                        "certificate_expired (45)  fatal · the certificate has expired, or is not valid yet"));
    }

    @Test
    void plainHttp() throws Exception {
        byte[] request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        Golden.check(
                "plain-http", read(Play.visit(Play.server("server", TlsVersion.TLS_1_3), Visitors.saying(request))));
    }

    /** With TLS 1.2 the sides take turns, so that the whole order is settled, up to the parting. */
    @Test
    void tls12InOrder() throws Exception {
        List<Event> events = read(Play.between(Play.client("client"), Play.server("server", TlsVersion.TLS_1_2)));
        List<String> expected = List.of(
                "> ClientHello",
                "< ServerHello",
                "< Certificate",
                "< ServerKeyExchange",
                "< CertificateRequest",
                "< ServerHelloDone",
                "> Certificate",
                "> ClientKeyExchange",
                "> CertificateVerify",
                "> ChangeCipherSpec",
                "> Finished",
                "< NewSessionTicket",
                "< ChangeCipherSpec",
                "< Finished",
                "> Application data",
                "< Application data");
        assertEquals(
                expected,
                events.stream().map(GoldenTranscriptTest::arrow).limit(16).toList());
        assertEquals(
                IntStream.range(0, events.size()).boxed().toList(),
                events.stream().map(Event::index).toList());
    }

    private static String arrow(Event event) {
        return (event.direction() == Direction.CLIENT_TO_SERVER ? "> " : "< ")
                + EventText.of(event).name();
    }
}
