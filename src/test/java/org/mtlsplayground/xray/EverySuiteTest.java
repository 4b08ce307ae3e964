package org.mtlsplayground.xray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Chunk;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.mtlsplayground.transcript.Unopened;

/** Connections between our own peers with each suite that the JDK in use offers: all of it opens, from either side alone. */
class EverySuiteTest {
    private static final String HOST = "server.mtls.example.org";
    private static Identity rsaServer;
    private static TrustAnchors trustRsa;

    @BeforeAll
    static void makeRsaServer() {
        Identity ca = NewCertificate.authority("RSA CA").key(KeyKind.RSA_2048).create();
        rsaServer =
                NewCertificate.server(HOST).key(KeyKind.RSA_2048).issuedBy(ca).create();
        trustRsa = TrustAnchors.of(List.of(ca.leaf()));
    }

    /** Those for keys of DSA (DSS) are left out: no certificates of that kind are in use any more. */
    static Stream<String> suites() throws Exception {
        return Stream.of(SSLContext.getDefault().getDefaultSSLParameters().getCipherSuites())
                .filter(suite -> !suite.contains("_DSS_") && !suite.endsWith("_SCSV"));
    }

    private static Connection play(String suite) throws Exception {
        boolean tls13 = !suite.contains("_WITH_");
        boolean rsa = suite.contains("_RSA_");
        ServerSettings.Builder server = Play.server("server", tls13 ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2);
        ClientSettings.Builder client = Play.client("client").cipherSuites(List.of(suite));
        if (rsa) {
            server.identity(rsaServer);
            client.trust(trustRsa);
        }
        return Play.between(client, server);
    }

    @ParameterizedTest
    @MethodSource("suites")
    void opens(String suite) throws Exception {
        Connection connection = play(suite);
        Opened opened = Opened.of(connection);
        assertEquals(suite, opened.suite());
        assertTrue(opened.has("Application data"), opened.names()::toString);
        boolean signedByServer = !suite.startsWith("TLS_RSA_");
        if (signedByServer) {
            opened.mutual();
        } else {
            assertEquals(Optional.of(true), opened.transcript().checks().clientSignature());
            assertEquals(Optional.of(true), opened.transcript().checks().serverFinished());
        }
        alone(connection, true, DerivedSecret.Origin.CLIENT_DRAWS);
        alone(connection, false, signedByServer ? DerivedSecret.Origin.SERVER_DRAWS : DerivedSecret.Origin.SERVER_KEY);
    }

    /** The same bytes, of which only one side's secrets are known. */
    private static void alone(Connection connection, boolean client, DerivedSecret.Origin origin) {
        Capture whole = connection.capture();
        Capture half =
                Capture.recorded(whole.client().orElseThrow(), whole.server().orElseThrow(), whole.startedAt());
        for (Chunk chunk : whole.chunksFrom(0)) {
            half.add(chunk.direction(), chunk.nanos() - whole.startNanos(), chunk.bytes());
        }
        whole.keys()
                .draws(client)
                .all()
                .forEach(draw -> half.keys().draws(client).add(draw));
        if (!client) {
            whole.keys().serverKey().ifPresent(half.keys()::serverKey);
        }
        Opened opened = Opened.of(half, new Transcripts(() -> List.of(half)));
        Set<String> first = Set.of(DerivedSecret.SHARED, DerivedSecret.PRE_MASTER);
        assertEquals(
                List.of(Optional.of(origin)),
                opened.transcript().secrets().stream()
                        .filter(secret -> first.contains(secret.id()))
                        .map(DerivedSecret::origin)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAsksForNothing(TlsVersion version) throws Exception {
        Opened.of(Play.between(
                        Play.client(null),
                        Play.server("server", version).clientAuthentication(ClientAuthentication.NONE)))
                .serverOnly();
    }

    @Test
    void withoutSecretsItSaysSo() throws Exception {
        Capture whole = play("TLS_AES_128_GCM_SHA256").capture();
        Capture bare =
                Capture.recorded(whole.client().orElseThrow(), whole.server().orElseThrow(), whole.startedAt());
        whole.chunksFrom(0)
                .forEach(chunk -> bare.add(chunk.direction(), chunk.nanos() - whole.startNanos(), chunk.bytes()));
        Transcript transcript = new Transcripts(() -> List.of(bare)).of(bare);
        transcript.read();
        assertEquals(
                Set.of(Unopened.NO_SECRETS),
                Set.copyOf(transcript.recordsFrom(0).stream()
                        .flatMap(record -> record.unopened().stream())
                        .toList()));
        assertEquals(List.of(), transcript.secrets());
        assertEquals(List.of(), transcript.keyLog());
    }
}
