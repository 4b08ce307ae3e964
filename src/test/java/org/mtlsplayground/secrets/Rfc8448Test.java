package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The traces of RFC 8448, from the private keys to the last record. */
class Rfc8448Test {
    private static final HexFormat HEX = HexFormat.of();
    private static final String X25519 = "001d0020";
    private static final int HANDSHAKE = 22;
    private static final int APPLICATION_DATA = 23;
    private static final int ALERT = 21;

    /** §3 and §4: the second resumes the first. */
    @Test
    void simpleAndResumed() throws Exception {
        Rfc8448Trace trace = new Rfc8448Trace("simple-1-rtt");
        byte[] clientHello = trace.nextInClear(true);
        byte[] serverHello = trace.nextInClear(false);
        Tls13.EarlySecret early = Tls13.early(Rfc8448Trace.SUITE, Optional.empty());
        assertHex("33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a", early.value());
        Tls13.HandshakeSecret secret = early.handshake(Optional.of(sharedByX25519(trace, clientHello, serverHello)));
        assertHex("1dc826e93606aa6fdc0aadc12f741b01046aa6b99f691ed221a9f0ca043fbeac", secret.value());
        Tls13.TrafficSecret client = secret.traffic(true, trace.hash());
        Tls13.TrafficSecret server = secret.traffic(false, trace.hash());
        assertHex("b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21", client.value());
        assertHex("b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38", server.value());
        assertHex("3fce516009c21727d0f2e4e86ee403bc", server.key());
        assertHex("5d313eb2671276ee13000b30", server.iv());

        trace.nextFlight(false, server, server.decryptor().orElseThrow());
        Tls13.MasterSecret master = secret.master();
        assertHex("18df06843d13a08bf2a449844c5f8a478001bc4d4c627984d5a41da8d0402919", master.value());
        RecordDecryptor fromClient =
                master.traffic(true, trace.hash()).decryptor().orElseThrow();
        RecordDecryptor fromServer =
                master.traffic(false, trace.hash()).decryptor().orElseThrow();
        assertHex("fe22f881176eda18eb8f44529e6792c50c9a3f89452f68d8ae311b4309d3cf50", master.exporter(trace.hash()));
        trace.nextFlight(true, client, client.decryptor().orElseThrow());
        byte[] resumption = master.resumption(trace.hash());
        assertHex("7df235f2031d2a051287d02b0241b0bfdaf86cc856231f2d5aba46c434ec196c", resumption);

        byte[] ticket = trace.open(false, fromServer, HANDSHAKE);
        assertHex("0000", Arrays.copyOfRange(ticket, 13, 15)); // its nonce, behind lifetime, age_add and a length
        byte[] psk = master.psk(resumption, new byte[] {0, 0});
        assertHex("4ecd0eb6ec3b4d87f5d6028f922ca4c5851a277fd41311c9e62d2c9492e1c4f3", psk);
        goOnToTheEnd(trace, fromClient, fromServer);
        resumed(psk);
    }

    private static void resumed(byte[] psk) throws Exception {
        Rfc8448Trace trace = new Rfc8448Trace("resumed-0-rtt");
        byte[] clientHello = trace.nextInClear(true);
        Tls13.EarlySecret early = Tls13.early(Rfc8448Trace.SUITE, Optional.of(psk));
        int binders = clientHello.length - 35; // two lengths and one binder
        byte[] truncated = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(clientHello, binders));
        assertArrayEquals(
                Arrays.copyOfRange(clientHello, binders + 3, clientHello.length), early.binder(true, truncated));
        Tls13.TrafficSecret earlyTraffic = early.clientTraffic(trace.hash());
        assertHex("3fbbe6a60deb66c30a32795aba0eff7eaa10105586e7be5c09678d63b6caab62", earlyTraffic.value());
        assertHex("b2026866610937d7423e5be90862ccf24c0e6091186d34f812089ff5be2ef7df", early.exporter(trace.hash()));
        RecordDecryptor earlyData = earlyTraffic.decryptor().orElseThrow();
        assertHex("414243444546", trace.open(true, earlyData, APPLICATION_DATA));

        byte[] serverHello = trace.nextInClear(false);
        Tls13.HandshakeSecret secret = early.handshake(Optional.of(sharedByX25519(trace, clientHello, serverHello)));
        Tls13.TrafficSecret client = secret.traffic(true, trace.hash());
        Tls13.TrafficSecret server = secret.traffic(false, trace.hash());
        trace.nextFlight(false, server, server.decryptor().orElseThrow());
        Tls13.MasterSecret master = secret.master();
        RecordDecryptor fromClient =
                master.traffic(true, trace.hash()).decryptor().orElseThrow();
        RecordDecryptor fromServer =
                master.traffic(false, trace.hash()).decryptor().orElseThrow();
        byte[] endOfEarlyData = trace.open(true, earlyData, HANDSHAKE);
        assertHex("05000000", endOfEarlyData);
        trace.add(endOfEarlyData);
        trace.nextFlight(true, client, client.decryptor().orElseThrow());
        goOnToTheEnd(trace, fromClient, fromServer);
    }

    private static void goOnToTheEnd(Rfc8448Trace trace, RecordDecryptor fromClient, RecordDecryptor fromServer) {
        byte[] numbers = new byte[50];
        for (byte i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        assertArrayEquals(numbers, trace.open(true, fromClient, APPLICATION_DATA));
        assertArrayEquals(numbers, trace.open(false, fromServer, APPLICATION_DATA));
        closeNotify(trace, fromClient, fromServer);
    }

    private static void closeNotify(Rfc8448Trace trace, RecordDecryptor fromClient, RecordDecryptor fromServer) {
        assertHex("0100", trace.open(true, fromClient, ALERT));
        assertHex("0100", trace.open(false, fromServer, ALERT));
        assertTrue(trace.isAtEnd());
    }

    /** §5. */
    @Test
    void helloRetryRequest() throws Exception {
        Rfc8448Trace trace = new Rfc8448Trace("hello-retry-request");
        trace.nextInClear(true);
        trace.replaceByHash();
        trace.nextInClear(false);
        byte[] clientHello = trace.nextInClear(true);
        byte[] serverHello = trace.nextInClear(false);
        EcGroup group = new EcGroup("secp256r1", 32);
        byte[] shared = group.agree(secp256r1(trace.key(true)), share(serverHello), false);
        assertArrayEquals(shared, group.agree(secp256r1(trace.key(false)), share(clientHello), false));

        byte[] flight = authenticate(trace, shared);
        assertEquals(8, flight[0], "EncryptedExtensions");
    }

    private static byte[] share(byte[] hello) {
        return Rfc8448Trace.share(hello, "00170041", 65);
    }

    private static PrivateKey secp256r1(byte[] key) throws Exception {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePrivate(
                        new ECPrivateKeySpec(new BigInteger(1, key), curve.getParameterSpec(ECParameterSpec.class)));
    }

    /** §6. */
    @Test
    void clientAuthentication() throws Exception {
        Rfc8448Trace trace = new Rfc8448Trace("client-authentication");
        byte[] clientHello = trace.nextInClear(true);
        byte[] serverHello = trace.nextInClear(false);

        byte[] flight = authenticate(trace, sharedByX25519(trace, clientHello, serverHello));
        assertEquals(13, flight[40], "CertificateRequest behind EncryptedExtensions");
    }

    /** Both sides' flights, and their alerts; returns the server's flight. */
    private static byte[] authenticate(Rfc8448Trace trace, byte[] shared) {
        Tls13.HandshakeSecret secret =
                Tls13.early(Rfc8448Trace.SUITE, Optional.empty()).handshake(Optional.of(shared));
        Tls13.TrafficSecret client = secret.traffic(true, trace.hash());
        Tls13.TrafficSecret server = secret.traffic(false, trace.hash());
        byte[] flight = trace.nextFlight(false, server, server.decryptor().orElseThrow());
        RecordDecryptor fromClient =
                secret.master().traffic(true, trace.hash()).decryptor().orElseThrow();
        RecordDecryptor fromServer =
                secret.master().traffic(false, trace.hash()).decryptor().orElseThrow();
        trace.nextFlight(true, client, client.decryptor().orElseThrow());
        closeNotify(trace, fromClient, fromServer);
        return flight;
    }

    /** By the replay of either key: JSSE's draw for x25519 is the private key itself. */
    private static byte[] sharedByX25519(Rfc8448Trace trace, byte[] clientHello, byte[] serverHello) {
        byte[] clientShare = Rfc8448Trace.share(clientHello, X25519, 32);
        byte[] serverShare = Rfc8448Trace.share(serverHello, X25519, 32);
        byte[] shared = recovered(trace.key(true), clientShare)
                .agree(serverShare, false)
                .orElseThrow();
        assertArrayEquals(
                shared,
                recovered(trace.key(false), serverShare)
                        .agree(clientShare, false)
                        .orElseThrow());
        return shared;
    }

    private static EphemeralKey recovered(byte[] privateKey, byte[] share) {
        Draws draws = new Draws();
        draws.add(privateKey);
        return EphemeralKey.recover(29, share, draws).orElseThrow();
    }

    private static void assertHex(String expected, byte[] actual) {
        assertEquals(expected, HEX.formatHex(actual));
    }
}
