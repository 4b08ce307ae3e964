package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;

/** Messages that crossed the wire encrypted: those of RFC 8448 and of JSSE, opened; whole, cut short and damaged. */
class OpenedMessagesTest {
    private static final int ROUNDS = 4000;
    private static final InetSocketAddress SOMEWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 443);

    private static List<Event> read(Capture capture) {
        Transcript transcript = new Transcripts(() -> List.of(capture)).of(capture);
        transcript.read();
        return transcript.eventsFrom(0);
    }

    /** A trace of RFC 8448. The JDK makes of the client's key, drawn again, the same key. */
    private static List<Event> trace(String name) throws Exception {
        Capture capture = Capture.recorded(SOMEWHERE, SOMEWHERE, Instant.EPOCH);
        try (InputStream in =
                OpenedMessagesTest.class.getResourceAsStream("/org/mtlsplayground/secrets/rfc8448/" + name + ".txt")) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().forEach(line -> {
                if (line.startsWith("client-key ")) {
                    capture.keys().draws(true).add(Wire.hex(line.substring(11)));
                } else if (line.startsWith("> ")) {
                    capture.add(Direction.CLIENT_TO_SERVER, 0, Wire.hex(line.substring(2)));
                } else if (line.startsWith("< ")) {
                    capture.add(Direction.SERVER_TO_CLIENT, 0, Wire.hex(line.substring(2)));
                }
            });
        }
        return read(capture);
    }

    private static List<Event> real() throws Exception {
        return read(Play.between(Play.client("client"), Play.server("server", TlsVersion.TLS_1_3))
                .capture());
    }

    private static List<String> topics(List<Event> events) {
        return events.stream()
                .map(event -> Topics.of(event.message(), event.fromClient()).substring("message.".length()))
                .toList();
    }

    private static String tree(List<Event> events, String topic) {
        return events.stream()
                .filter(event -> Topics.of(event.message(), event.fromClient()).equals("message." + topic))
                .map(event -> Shown.tree(event.fields()))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "simple-1-rtt, client_hello server_hello encrypted_extensions certificate.server certificate_verify.server"
                + " finished.server finished.client new_session_ticket application_data application_data alert alert",
        "client-authentication, client_hello server_hello encrypted_extensions certificate_request certificate.server"
                + " certificate_verify.server finished.server certificate.client certificate_verify.client"
                + " finished.client alert alert"
    })
    void theMessagesOfRfc8448(String name, String expected) throws Exception {
        List<Event> events = trace(name);
        assertEquals(List.of(expected.split(" ", -1)), topics(events));
        for (Event event : events) {
            Trees.check(new Dissected(event.message(), event.bytes(), event.fields()));
        }
    }

    @Test
    void theFieldsOfRfc8448() throws Exception {
        List<Event> simple = trace("simple-1-rtt");
        assertEquals(
                "msg_type=new_session_ticket length=201 ticket_lifetime=30 ticket_age_add=4208372421 ticket_nonce=0000",
                tree(simple, "new_session_ticket").replaceAll(" ticket=.*", ""));
        assertTrue(
                tree(simple, "new_session_ticket")
                        .endsWith("extension=early_data (42)  at most 1024 bytes"
                                + "{extension_type=early_data extension_data{max_early_data_size=1024}}}"),
                tree(simple, "new_session_ticket"));
        assertTrue(
                tree(simple, "encrypted_extensions").contains("record_size_limit (28)  16385"),
                tree(simple, "encrypted_extensions"));
        assertTrue(
                tree(simple, "certificate_verify.server").contains("algorithm=rsa_pss_rsae_sha256"),
                tree(simple, "certificate_verify.server"));
        assertTrue(
                tree(trace("client-authentication"), "certificate_request")
                        .contains("certificate_request_context extensions{extension=signature_algorithms (13)"),
                "its context is empty");
    }

    /** The hellos of the other traces are in clear. */
    @Test
    void pskAndCookieOfRfc8448() throws Exception {
        Handshake.ClientHello hello = assertInstanceOf(
                Handshake.ClientHello.class, trace("resumed-0-rtt").get(0).message());
        Extension.PreSharedKeyOffer offer = Extension.find(hello.extensions(), Extension.PreSharedKeyOffer.class)
                .orElseThrow();
        assertEquals(1, offer.identities().size());
        assertEquals(32, offer.binders().get(0).length);
        // RFC 8448 §4: the prefix that is bound has 477 bytes.
        assertEquals(477, offer.bindersOffset());
        Handshake.ServerHello retry = assertInstanceOf(
                Handshake.ServerHello.class, trace("hello-retry-request").get(1).message());
        assertTrue(retry.helloRetryRequest());
        Extension.Cookie cookie =
                Extension.find(retry.extensions(), Extension.Cookie.class).orElseThrow();
        Handshake.ClientHello second = assertInstanceOf(
                Handshake.ClientHello.class, trace("hello-retry-request").get(2).message());
        assertEquals(
                Shown.of(cookie),
                Shown.of(Extension.find(second.extensions(), Extension.Cookie.class)
                        .orElseThrow()));
    }

    @Test
    void theMessagesOfJsse() throws Exception {
        List<Event> events = real();
        List<String> topics = topics(events);
        assertTrue(
                topics.containsAll(List.of(
                        "encrypted_extensions",
                        "certificate_request",
                        "certificate.server",
                        "certificate_verify.server",
                        "finished.server",
                        "certificate.client",
                        "certificate_verify.client",
                        "finished.client",
                        "new_session_ticket")),
                topics::toString);
        assertTrue(topics.stream().noneMatch(topic -> topic.equals("encrypted_record")), topics::toString);
        for (Event event : events) {
            Trees.check(new Dissected(event.message(), event.bytes(), event.fields()));
        }
        assertTrue(
                tree(events, "certificate.client")
                        .contains("cert_data=CN=alice, O=mTLS Playground ← CN=Demo Client CA, O=mTLS Playground"),
                tree(events, "certificate.client"));
        assertTrue(
                tree(events, "certificate_request").contains("distinguished_name=CN=Demo Client CA, O=mTLS Playground"),
                tree(events, "certificate_request"));
    }

    /** The handshake messages of TLS 1.3, and what a connection has settled when they come. */
    private static List<byte[]> messages() throws Exception {
        List<byte[]> messages = new ArrayList<>();
        for (Event event : real()) {
            if (event.message() instanceof Handshake) {
                messages.add(event.bytes());
            }
        }
        return messages;
    }

    private static Dissected dissect(byte[] message) {
        return HandshakeMessagesTest.dissect("0304 0x1302", false, message);
    }

    @Test
    void everyTruncatedPrefixIsMalformed() throws Exception {
        for (byte[] whole : messages()) {
            assertInstanceOf(Handshake.class, dissect(whole).message());
            for (int length = 4; length < whole.length; length++) {
                byte[] prefix = Arrays.copyOf(whole, length);
                System.arraycopy(Wire.number(3, length - 4), 0, prefix, 1, 3);
                Dissected found = dissect(prefix);
                boolean hello = whole[0] == 1 || whole[0] == 2; // may end where its extensions would begin
                if (!hello) {
                    assertInstanceOf(Message.Malformed.class, found.message());
                    assertEquals(1, Trees.faults(found.fields()));
                }
                Trees.checkBounds(found.fields(), 0, length);
            }
        }
    }

    @Test
    void everyMutationIsRead() throws Exception {
        long seed = System.nanoTime();
        System.out.println("OpenedMessagesTest: seed " + seed);
        Random random = new Random(seed);
        List<byte[]> messages = messages();
        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int round = 0; round < ROUNDS; round++) {
                        byte[] bytes =
                                messages.get(random.nextInt(messages.size())).clone();
                        for (int change = random.nextInt(6); change >= 0; change--) {
                            bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
                        }
                        Dissected found = dissect(bytes);
                        Trees.checkBounds(found.fields(), 0, bytes.length);
                        boolean malformed = found.message() instanceof Message.Malformed;
                        assertEquals(malformed ? 1 : 0, Trees.faults(found.fields()));
                        // What is shown is bounded by what came, and showing it does not fail either.
                        assertTrue(Shown.tree(found.fields()).length() < 200 * bytes.length);
                        if (!malformed) {
                            Trees.check(found);
                        }
                    }
                },
                "seed " + seed);
    }
}
