package org.mtlsplayground.outside;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.RuleText;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Diagnosis;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.diagnosis.Why;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** What openssl says to records that were altered on their way from one of our sides. */
class AlteredForOpensslTest {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private static Verdict verdict(TlsVersion version, String rule) throws Exception {
        Connection connection = rule.startsWith("client") ? called(version, rule) : served(version, rule);
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return Diagnosis.of(connection, transcript);
    }

    private static Connections ruledBy(String rule) {
        Connections connections = new Connections();
        Transcripts transcripts = new Transcripts(
                () -> connections.all().stream().map(Connection::capture).toList());
        connections.interceptWith(connection ->
                Optional.of(Interceptor.of(List.of(RuleText.parse(rule)), transcripts.opener(connection.capture()))));
        return connections;
    }

    private static Connection called(TlsVersion version, String rule) throws Exception {
        try (Running running = OutsideServer.OPENSSL.start(Samples.SERVER, version)) {
            ClientSettings settings = Play.client("client")
                    .port(OutsideServer.OPENSSL.port(running))
                    .timeout(PATIENCE)
                    .build();
            ClientRun run = new TlsClient(ruledBy(rule)).connect(settings);
            run.outcome().get(30, TimeUnit.SECONDS);
            Play.awaitEnd(run.connection());
            return run.connection();
        }
    }

    private static Connection served(TlsVersion version, String rule) throws Exception {
        Connections connections = ruledBy(rule);
        try (TlsServer server = TlsServer.start(
                Play.server("server", version)
                        .handshakeTimeout(PATIENCE)
                        .idleTimeout(PATIENCE)
                        .build(),
                connections)) {
            OutsideClient.OPENSSL.connect(
                    String.valueOf(server.address().getPort()), Samples.CLIENT, Samples.SERVER_CA, version);
            Connection connection = connections.all().get(0);
            Play.awaitEnd(connection);
            return connection;
        }
    }

    /** What OpenSSL is said to send in such a case. */
    private static Stream<String> listed(Verdict verdict) {
        return verdict.explanation().customs().stream()
                .filter(custom -> custom.who().equals("OpenSSL"))
                .flatMap(custom -> Stream.of(custom.alert().split(" / ", -1)));
    }

    /** The rule, and what came of it; whoever received what was altered is openssl. */
    private static final String ROWS = """
            TLS_1_2 client:client-hello:flip=-1 -> hello-altered at CertificateVerify: decrypt_error
            TLS_1_2 client:client-hello:repeat -> out-of-order at ClientHello: unexpected_message
            TLS_1_2 client:certificate:flip=-1 -> message-altered at Certificate: decrypt_error
            TLS_1_2 client:certificate:drop -> out-of-order at ?: unexpected_message
            TLS_1_2 client:certificate:http -> injected at Certificate: protocol_version
            TLS_1_2 client:client-key-exchange:flip=-1 -> message-altered at CertificateVerify: decrypt_error
            TLS_1_2 client:client-key-exchange:swap -> out-of-order at ?: unexpected_message
            TLS_1_2 client:certificate-verify:flip=-1 -> message-altered at CertificateVerify: decrypt_error
            TLS_1_2 client:encrypted:flip=-1 -> record-altered at Finished: bad_record_mac
            TLS_1_2 client:encrypted:repeat -> out-of-order at Finished: bad_record_mac
            TLS_1_2 client:encrypted:alert=40 -> injected at Finished: bad_record_mac
            TLS_1_2 server:server-hello:flip=random@0 -> hello-altered at ServerKeyExchange: decrypt_error
            TLS_1_2 server:server-hello:flip=-1 -> hello-altered at ServerHello: decode_error
            TLS_1_2 server:certificate:flip=-1 -> message-altered at Certificate: decrypt_error
            TLS_1_2 server:certificate:http -> injected at Certificate: protocol_version
            TLS_1_2 server:server-key-exchange:flip=-1 -> message-altered at ServerKeyExchange: decrypt_error
            TLS_1_2 server:server-key-exchange:repeat -> out-of-order at ServerKeyExchange: unexpected_message
            TLS_1_3 client:client-hello:repeat -> out-of-order at ClientHello: unexpected_message
            TLS_1_2 client:record#2:alert=40 -> forged
            TLS_1_2 server:server-hello:alert=40 -> forged
            TLS_1_2 server:encrypted#2:alert=40 -> injected at application_data: bad_record_mac
            TLS_1_3 client:client-hello:alert=40 -> injected at ClientHello: unexpected_message
            TLS_1_3 client:record#2:alert=40 -> forged
            TLS_1_3 client:encrypted:alert=40 -> forged
            TLS_1_3 client:encrypted#2:alert=40 -> injected at CertificateVerify: unexpected_message
            TLS_1_3 server:server-hello:alert=40 -> forged
            TLS_1_3 server:encrypted:alert=40 -> injected at EncryptedExtensions: unexpected_message
            TLS_1_3 client:encrypted:http -> injected at Certificate: protocol_version
            TLS_1_3 client:certificate-verify:flip=-1 -> record-altered at CertificateVerify: bad_record_mac
            TLS_1_3 client:finished:flip=-1 -> record-altered at Finished: bad_record_mac
            TLS_1_3 server:server-hello:flip=random@0 -> hello-altered at EncryptedExtensions: bad_record_mac
            TLS_1_3 server:encrypted:flip=-1 -> record-altered at EncryptedExtensions: bad_record_mac
            TLS_1_3 server:certificate:flip=-1 -> record-altered at Certificate: bad_record_mac
            TLS_1_3 server:finished:flip=-1 -> record-altered at Finished: bad_record_mac
            TLS_1_3 server:encrypted#2:drop -> out-of-order at ?: bad_record_mac
            TLS_1_3 server:encrypted#3:http -> injected at Certificate: protocol_version
            """;

    @Test
    void whatItSays() throws Exception {
        Map<String, Set<String>> seen = new TreeMap<>();
        Map<String, Set<String>> listed = new TreeMap<>();
        StringBuilder found = new StringBuilder();
        for (String row : ROWS.lines().toList()) {
            String rule = row.substring(0, row.indexOf(" -> "));
            int version = rule.indexOf(' ');
            Verdict verdict = verdict(TlsVersion.valueOf(rule.substring(0, version)), rule.substring(version + 1));
            if (verdict.headline().equals("An alert that nobody had sent ended the connection")) {
                assertEquals(Cause.INJECTED, verdict.why().cause());
                assertTrue(verdict.why().certain(), rule);
                found.append(rule).append(" -> forged\n");
                continue;
            }
            Why why = verdict.why();
            String alert = why.alert().orElse("?");
            found.append(rule)
                    .append(" -> ")
                    .append(why.cause().id())
                    .append(" at ")
                    .append(why.message().orElse("?"))
                    .append(": ")
                    .append(alert)
                    .append('\n');
            // What a Hello says may be refused for many reasons, each with its own alert.
            if (!alert.equals("decode_error")) {
                seen.computeIfAbsent(why.cause().id(), id -> new TreeSet<>()).add(alert);
            }
            listed(verdict)
                    .forEach(one -> listed.computeIfAbsent(why.cause().id(), id -> new TreeSet<>())
                            .add(one));
        }
        assertEquals(ROWS, found.toString());
        assertEquals(seen, listed, "no alert is said to be OpenSSL's that is not seen here, and none is missing");
    }
}
