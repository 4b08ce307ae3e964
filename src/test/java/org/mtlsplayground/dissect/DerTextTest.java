package org.mtlsplayground.dissect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mtlsplayground.dissect.Wire.hex;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.wire.Hex;

/** DER in one line: readable where it can be read, hex where not, and never a failure. */
class DerTextTest {
    private static byte[] name(String text) {
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        byte[] attribute = der(0x30, hex("0603550403"), der(0x0c, value));
        return der(0x30, der(0x31, attribute));
    }

    private static byte[] der(int tag, byte[]... parts) {
        byte[] content = Wire.join(parts);
        byte[] length = content.length < 0x80
                ? Wire.number(1, content.length)
                : Wire.join(hex("82"), Wire.number(2, content.length));
        return Wire.join(Wire.number(1, tag), length, content);
    }

    @Test
    void names() {
        assertEquals("CN=Test", DerText.name(name("Test")));
        assertEquals("(empty)", DerText.name(hex("3000")));
        assertEquals("3001", DerText.name(hex("3001")));
        assertEquals("(empty)", DerText.name(new byte[0]));
    }

    @Test
    void namesCannotSteerTheScreen() {
        String shown = DerText.name(name("a\u202eb\u001b[31mc\nd\u0000"));
        assertTrue(shown.startsWith("CN="), shown);
        assertTrue(
                shown.codePoints().noneMatch(c -> c < ' ' || c == 0x7f || Character.getType(c) == Character.FORMAT),
                shown);
    }

    @Test
    void longNamesAreNotRead() {
        byte[] name = name("x".repeat(5000));
        assertEquals(Hex.of(name, 64), DerText.name(name));
    }

    @Test
    void certificates() throws Exception {
        byte[] der = Play.identity("client").leaf().getEncoded();
        assertEquals("CN=alice, O=mTLS Playground ← CN=Demo Client CA, O=mTLS Playground", DerText.certificate(der));
        assertEquals("ff", DerText.certificate(hex("ff")));
        assertEquals("3084ffffffff", DerText.certificate(hex("3084ffffffff")));
        assertEquals("3080", DerText.certificate(hex("3080")));
    }

    @Test
    void ocspResponses() {
        assertEquals("tryLater, 5 bytes", OcspText.of(hex("30030a0103")));
        assertEquals("0x04, 5 bytes", OcspText.of(hex("30030a0104")));
        assertEquals("30040a020001", OcspText.of(hex("30040a020001")));
        assertEquals("0102", OcspText.of(hex("0102")));
    }

    private static byte[] ocspResponse(Authority authority, Identity about) throws Exception {
        try (OcspResponder responder = OcspResponder.start(authority, OcspResponder.Settings.usual(), asked -> {})) {
            CertificateID id = new CertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(authority.identity().leaf()),
                    about.leaf().getSerialNumber());
            HttpRequest request = HttpRequest.newBuilder(responder.address())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            new OCSPReqBuilder().addRequest(id).build().getEncoded()))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    @Test
    void ocspResponsesOfAResponder() throws Exception {
        Authority authority = new Authority(NewCertificate.authority("CA").create());
        Identity alice = authority.issue(NewCertificate.client("alice"));
        byte[] good = ocspResponse(authority, alice);
        assertEquals("successful, good, " + good.length + " bytes", OcspText.of(good));
        authority.revoke(alice.leaf().getSerialNumber(), Revocation.now(RevocationReason.SUPERSEDED));
        byte[] revoked = ocspResponse(authority, alice);
        assertEquals("successful, revoked, " + revoked.length + " bytes", OcspText.of(revoked));
        byte[] unknown = ocspResponse(
                authority,
                NewCertificate.client("bob").issuedBy(authority.identity()).create());
        assertEquals("successful, unknown, " + unknown.length + " bytes", OcspText.of(unknown));
        for (int length = 0; length < good.length; length++) {
            assertTrue(OcspText.of(Arrays.copyOf(good, length)).length() < 200);
        }
    }

    @Test
    void nothingThrows() throws Exception {
        long seed = System.nanoTime();
        System.out.println("DerTextTest: seed " + seed);
        Random random = new Random(seed);
        byte[] certificate = Play.identity("client").leaf().getEncoded();
        byte[] name = Play.identity("client").leaf().getSubjectX500Principal().getEncoded();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = (round % 2 == 0 ? certificate : name).clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertTrue(DerText.certificate(bytes).length() < 3000);
            assertTrue(DerText.name(bytes).length() < 3000);
            assertTrue(OcspText.of(bytes).length() < 3000);
        }
    }
}
