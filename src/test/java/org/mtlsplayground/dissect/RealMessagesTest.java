package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.recorded.Play;

/** The messages of a real mutual handshake with TLS 1.2, where all but the end is in the clear. */
class RealMessagesTest {
    private static final int ECDSA_P256 = 0x0403;
    private static List<Dissected> client;
    private static List<Dissected> server;

    @BeforeAll
    static void record() throws Exception {
        Connection connection = Play.between(Play.client("client"), Play.server("server", TlsVersion.TLS_1_2));
        HandshakeContext context = new HandshakeContext();
        server = clear(Play.bytes(connection.capture(), Direction.SERVER_TO_CLIENT), new Dissector(context, false));
        client = clear(Play.bytes(connection.capture(), Direction.CLIENT_TO_SERVER), new Dissector(context, true));
    }

    /** The messages up to ChangeCipherSpec. */
    private static List<Dissected> clear(byte[] stream, Dissector dissector) {
        List<Dissected> found = new ArrayList<>();
        for (TlsRecord record : new RecordReader().feed(stream)) {
            if (record.contentType() == TlsRecord.CHANGE_CIPHER_SPEC) {
                break;
            }
            found.addAll(dissector.plaintext(record));
        }
        return found;
    }

    private static <T extends Message> T only(List<Dissected> messages, Class<T> kind) {
        List<T> found = messages.stream()
                .map(Dissected::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
        assertEquals(1, found.size(), kind.getSimpleName());
        return found.get(0);
    }

    @Test
    void eachIsReadToItsLastByte() {
        client.forEach(Trees::check);
        server.forEach(Trees::check);
    }

    @Test
    void clientHello() {
        List<Extension> extensions = only(client, Handshake.ClientHello.class).extensions();
        assertEquals(
                Optional.of("server.mtls.example.org"),
                Extension.find(extensions, Extension.ServerName.class)
                        .orElseThrow()
                        .hostName());
        assertTrue(Extension.find(extensions, Extension.SupportedGroups.class)
                .orElseThrow()
                .groups()
                .contains(29));
        assertTrue(Extension.find(extensions, Extension.SignatureAlgorithms.class)
                .orElseThrow()
                .schemes()
                .contains(ECDSA_P256));
    }

    @Test
    void serverHello() {
        Handshake.ServerHello hello = only(server, Handshake.ServerHello.class);
        assertEquals(0x0303, hello.version());
        assertEquals(0xc02c, hello.cipherSuite());
        assertEquals(false, hello.helloRetryRequest());
    }

    @Test
    void certificates() throws Exception {
        List<byte[]> ofServer = only(server, Handshake.Certificate.class).certificates();
        assertEquals(1, ofServer.size());
        assertArrayEquals(Play.identity("server").leaf().getEncoded(), ofServer.get(0));
        List<byte[]> ofClient = only(client, Handshake.Certificate.class).certificates();
        assertEquals(1, ofClient.size());
        assertArrayEquals(Play.identity("client").leaf().getEncoded(), ofClient.get(0));
    }

    @Test
    void serverKeyExchange() {
        Handshake.ServerKeyExchange exchange = only(server, Handshake.ServerKeyExchange.class);
        assertEquals(Optional.of(29), exchange.group());
        assertEquals(Optional.of(ECDSA_P256), exchange.signatureScheme());
    }

    @Test
    void certificateRequest() throws Exception {
        Handshake.CertificateRequest request = only(server, Handshake.CertificateRequest.class);
        assertTrue(request.signatureSchemes().contains(ECDSA_P256));
        assertEquals(1, request.authorities().size());
        assertArrayEquals(
                Play.trust("client_ca.crt")
                        .certificates()
                        .get(0)
                        .getSubjectX500Principal()
                        .getEncoded(),
                request.authorities().get(0));
    }

    @Test
    void certificateVerify() {
        assertEquals(ECDSA_P256, only(client, Handshake.CertificateVerify.class).signatureScheme());
    }

    @Test
    void theRestOfTheFirstFlights() {
        only(server, Handshake.ServerHelloDone.class);
        Handshake.ClientKeyExchange exchange = only(client, Handshake.ClientKeyExchange.class);
        assertEquals(32, exchange.exchange().length, "an x25519 key");
        assertTrue(only(server, Handshake.NewSessionTicket.class).ticket().length > 0);
    }
}
