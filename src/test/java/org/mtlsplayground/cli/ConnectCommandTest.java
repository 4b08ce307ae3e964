package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Phase;

/** What {@code connect} makes of servers of several kinds. */
class ConnectCommandTest {
    private record Told(InProcess run, List<Map<String, Object>> messages, Map<String, Object> outcome) {
        List<Object> types() {
            return messages.stream().map(message -> message.get("type")).toList();
        }
    }

    private static Told connect(ServerSettings.Builder server, String... more) throws Exception {
        try (TlsServer listening = TlsServer.start(server.build(), new Connections())) {
            return connect("127.0.0.1:" + listening.address().getPort(), more);
        }
    }

    private static Told connect(String where, String... more) {
        List<String> args = new ArrayList<>(List.of("connect", where, "--json"));
        args.addAll(List.of(more));
        InProcess run = InProcess.run(args.toArray(String[]::new));
        List<Map<String, Object>> objects = JsonText.lines(run.out());
        return new Told(run, objects.subList(0, objects.size() - 1), objects.get(objects.size() - 1));
    }

    private static void ends(Told told, int status, String outcome) {
        assertEquals(status, told.run().status(), told.run().all());
        assertEquals(outcome, told.outcome().get("outcome"), told.run().all());
        assertEquals(
                status == 0 ? 0 : 1, told.run().problems().size(), told.run().err());
    }

    @Test
    void onlyTheServerProvesWhoItIs() throws Exception {
        Told told = connect(Play.server("server", TlsVersion.TLS_1_3).clientAuthentication(ClientAuthentication.NONE));
        ends(told, 0, "server_only");
        assertEquals("x25519", told.outcome().get("group"));
    }

    @Test
    void theClientRefuses() throws Exception {
        Told told = connect(Play.server("server-unknown-ca", TlsVersion.TLS_1_3));
        ends(told, 1, "refused");
        assertEquals("client", told.outcome().get("refused_by"));
        assertEquals("certificate_unknown", told.outcome().get("alert"));
        Map<String, Object> alert = told.messages().get(told.messages().size() - 1);
        assertEquals("alert", alert.get("content"));
        assertEquals("certificate_unknown", alert.get("type"));
        assertEquals("fatal", alert.get("level"));
        assertTrue(
                told.run()
                        .err()
                        .startsWith("mtls-playground connect: The client refused the server’s certificate"
                                + " · certificate_unknown (46)"),
                told.run().err());
    }

    @Test
    void aWrongHostIsLetPassIfAsked() throws Exception {
        ends(connect(Play.server("server-wrong-host", TlsVersion.TLS_1_3)), 1, "refused");
        ends(connect(Play.server("server-wrong-host", TlsVersion.TLS_1_3), "--no-verify-host"), 0, "mutual");
    }

    @Test
    void nobodyIsTrusted() throws Exception {
        ends(connect(Play.server("server", TlsVersion.TLS_1_2), "--trust", "nobody"), 1, "refused");
    }

    @Test
    void whatIsOfferedIsWhatWasAsked() throws Exception {
        Told told = connect(
                Play.server("server", TlsVersion.TLS_1_2).applicationProtocols(List.of("second")),
                "--tls",
                "1.2",
                "--suites",
                "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                "--alpn",
                "first,second",
                "--sni",
                "localhost",
                "-v");
        ends(told, 0, "mutual");
        assertEquals("TLS 1.2", told.outcome().get("version"));
        assertEquals("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", told.outcome().get("cipher_suite"));
        assertEquals("second", told.outcome().get("alpn"));
        assertEquals("localhost", told.outcome().get("server_name"));
        String hello = told.messages().get(0).get("fields").toString();
        assertTrue(hello.contains("first") && hello.contains("second") && hello.contains("localhost"), hello);
    }

    @Test
    void groupsAndSchemesAreThoseThatWereAsked() throws Exception {
        Told told = connect(
                Play.server("server", TlsVersion.TLS_1_3),
                "--groups",
                "secp521r1,x448",
                "--sigalgs",
                "ecdsa_secp256r1_sha256",
                "-v");
        ends(told, 0, "mutual");
        String hello = told.messages().get(0).get("fields").toString();
        assertTrue(hello.contains("secp521r1") && hello.contains("x448"), hello);
        assertFalse(hello.contains("x25519") || hello.contains("ecdsa_secp384r1_sha384"), hello);
    }

    @Test
    void anEmptyNameIsNotSent() throws Exception {
        Told told = connect(Play.server("server", TlsVersion.TLS_1_3), "--sni", "");
        ends(told, 0, "mutual");
        assertEquals(null, told.outcome().get("server_name"));
    }

    @Test
    void theFieldTreeCoversTheMessage() throws Exception {
        Told told = connect(Play.server("server", TlsVersion.TLS_1_3), "-v");
        assertTrue(told.types().containsAll(List.of("client_hello", "certificate_request", "finished")));
        for (Map<String, Object> message : told.messages()) {
            if (message.get("content").equals("handshake")) {
                List<?> fields = (List<?>) message.get("fields");
                int covered = fields.stream()
                        .mapToInt(field -> Integer.parseInt(
                                ((Map<?, ?>) field).get("length").toString()))
                        .sum();
                assertEquals(message.get("length").toString(), String.valueOf(covered), message.toString());
            }
        }
    }

    /** “Encrypted from here on” would be wrong above a single record among others that can be read. */
    @Test
    void anAlteredRecordBeginsNoPartOfItsOwn() throws Exception {
        try (TlsServer listening =
                TlsServer.start(Play.server("server", TlsVersion.TLS_1_3).build(), new Connections())) {
            InProcess run = InProcess.run(
                    "connect", "127.0.0.1:" + listening.address().getPort(), "--wire", "client:encrypted#2:flip=-1.0");
            List<String> parts = Stream.of(Phase.values())
                    .map(phase -> Messages.get("phase." + phase))
                    .toList();
            assertEquals(
                    List.of("Key exchange", "Server parameters", "Authentication", "Application data", "Alert"),
                    run.out().lines().filter(parts::contains).toList(),
                    run.all());
            assertTrue(run.out().contains("Encrypted record"), run.all());
        }
    }

    @Test
    void nothingListens() {
        Told told = connect("127.0.0.1:1");
        ends(told, 1, "failed");
        assertEquals(List.of(), told.messages());
        assertEquals(
                "mtls-playground connect: Nothing is listening there",
                told.run().err().strip());
    }
}
