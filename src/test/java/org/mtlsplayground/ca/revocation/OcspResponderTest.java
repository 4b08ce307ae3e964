package org.mtlsplayground.ca.revocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.status.OcspStatement;
import org.mtlsplayground.pki.status.RevocationReason;

/** The responder as any HTTP client sees it. */
@Timeout(60)
class OcspResponderTest {
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Authority authority =
            new Authority(NewCertificate.authority("Asked CA").create());
    private final Identity alice = authority.issue(NewCertificate.client("alice"));
    private final HttpClient http = HttpClient.newHttpClient();
    private OcspResponder responder;

    @BeforeEach
    void start() throws IOException {
        responder = OcspResponder.start(authority, OcspResponder.Settings.usual(), asked::add);
    }

    @AfterEach
    void stop() {
        responder.close();
    }

    private static byte[] request(Identity issuer, BigInteger serial, byte[] nonce) throws Exception {
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer.leaf()),
                serial);
        OCSPReqBuilder builder = new OCSPReqBuilder().addRequest(id);
        if (nonce.length > 0) {
            builder.setRequestExtensions(new Extensions(new Extension(
                    OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new DEROctetString(nonce).getEncoded())));
        }
        return builder.build().getEncoded();
    }

    private byte[] aboutAlice(byte... nonce) throws Exception {
        return request(authority.identity(), alice.leaf().getSerialNumber(), nonce);
    }

    private HttpResponse<byte[]> post(byte[] body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(responder.address())
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(URI uri) throws Exception {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private OcspStatement statement(HttpResponse<byte[]> response) {
        assertEquals(200, response.statusCode());
        assertEquals(
                Optional.of("application/ocsp-response"), response.headers().firstValue("Content-Type"));
        return OcspStatement.of(response.body()).orElseThrow();
    }

    private Asked heard() throws InterruptedException {
        return asked.take();
    }

    @Test
    void goodAndThenRevoked() throws Exception {
        Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        OcspStatement good = statement(post(aboutAlice((byte) 1, (byte) 2, (byte) 3)));
        assertEquals(0, good.responseStatus());
        assertEquals(Optional.of("CN=Asked CA"), good.responder());
        assertEquals(Optional.of("01:02:03"), good.nonce());
        assertEquals("SHA256withECDSA", good.signatureAlgorithm());
        assertEquals(List.of(), good.certificates());
        OcspStatement.Answer answer = good.answers().get(0);
        assertEquals(OcspStatement.Status.GOOD, answer.status());
        assertEquals(alice.leaf().getSerialNumber(), answer.serial());
        assertEquals("SHA1", answer.hashAlgorithm());
        assertTrue(!answer.thisUpdate().isBefore(before));
        assertEquals(Optional.empty(), answer.nextUpdate());
        Revocation revocation = Revocation.now(RevocationReason.PRIVILEGE_WITHDRAWN);
        authority.revoke(alice.leaf().getSerialNumber(), revocation);
        OcspStatement.Answer revoked = statement(post(aboutAlice())).answers().get(0);
        assertEquals(OcspStatement.Status.REVOKED, revoked.status());
        assertEquals(Optional.of(revocation.moment()), revoked.revoked());
        assertEquals(Optional.of(revocation.reason()), revoked.reason());
        assertEquals(Asked.Answer.GOOD, heard().answer());
        Asked last = heard();
        assertEquals(Asked.Answer.REVOKED, last.answer());
        assertEquals(Optional.of(alice.leaf().getSerialNumber()), last.serial());
    }

    /** RFC 6960 §A.1. Some escape each sign that is no letter, some only those that they must. */
    @Test
    void askedByGet() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(aboutAlice());
        for (String path : List.of(URLEncoder.encode(base64, StandardCharsets.UTF_8), base64)) {
            HttpResponse<byte[]> response = get(URI.create(responder.address() + path));
            assertEquals(
                    OcspStatement.Status.GOOD,
                    statement(response).answers().get(0).status());
            assertEquals(Asked.Question.STATUS_BY_GET, heard().question());
        }
    }

    @Test
    void aDelegatedSignerComesAlong() throws Exception {
        responder.close();
        responder =
                OcspResponder.start(authority, new OcspResponder.Settings(0, true, Duration.ofMinutes(10)), asked::add);
        OcspStatement statement = statement(post(aboutAlice()));
        assertEquals(Optional.of("CN=OCSP responder"), statement.responder());
        statement.certificates().get(0).verify(authority.identity().leaf().getPublicKey());
        assertEquals(
                List.of("1.3.6.1.5.5.7.3.9"), statement.certificates().get(0).getExtendedKeyUsage());
        OcspStatement.Answer answer = statement.answers().get(0);
        assertEquals(Optional.of(answer.thisUpdate().plus(Duration.ofMinutes(10))), answer.nextUpdate());
    }

    @Test
    void whatItCannotAnswer() throws Exception {
        Identity other = NewCertificate.authority("Asked CA").create();
        assertEquals(
                6, statement(post(request(other, BigInteger.TEN, new byte[0]))).responseStatus());
        assertEquals(Asked.Answer.UNAUTHORIZED, heard().answer());
        assertEquals(
                1,
                statement(post("not DER".getBytes(StandardCharsets.US_ASCII))).responseStatus());
        assertEquals(Asked.Answer.MALFORMED, heard().answer());
        assertEquals(
                1,
                statement(get(responder.address().resolve("/%21!not-base64"))).responseStatus());
        assertEquals(Asked.Answer.MALFORMED, heard().answer());
        assertEquals(413, post(new byte[OcspResponder.MAX_REQUEST + 1]).statusCode());
        assertEquals(Asked.Answer.TOO_LONG, heard().answer());
        HttpResponse<byte[]> head = http.send(
                HttpRequest.newBuilder(responder.address())
                        .method("DELETE", HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(405, head.statusCode());
    }

    @Test
    void anyCutOfARequestIsAnswered() throws Exception {
        byte[] whole = aboutAlice((byte) 7);
        for (int length = 0; length < whole.length; length++) {
            assertEquals(1, statement(post(Arrays.copyOf(whole, length))).responseStatus(), "cut at " + length);
        }
    }

    @Test
    void toldToBehaveBadly() throws Exception {
        responder.behave(OcspResponder.Behaviour.TRY_LATER);
        OcspStatement later = statement(post(aboutAlice()));
        assertEquals(3, later.responseStatus());
        assertEquals(List.of(), later.answers());
        responder.behave(OcspResponder.Behaviour.SILENT);
        assertThrows(IOException.class, () -> post(aboutAlice()));
        assertThrows(IOException.class, () -> get(responder.crlAddress()));
        responder.behave(OcspResponder.Behaviour.ANSWERING);
        assertEquals(0, statement(post(aboutAlice())).responseStatus());
    }

    @Test
    void theCrlIsThereToo() throws Exception {
        authority.revoke(alice.leaf().getSerialNumber(), Revocation.now(RevocationReason.KEY_COMPROMISE));
        HttpResponse<byte[]> response = get(responder.crlAddress());
        assertEquals(Optional.of("application/pkix-crl"), response.headers().firstValue("Content-Type"));
        assertArrayEquals(authority.currentCrl(Instant.now()).getEncoded(), response.body());
        assertEquals(Asked.Question.CRL, heard().question());
    }

    /** It waits for nobody: neither side of the slow exchange would ever end it. */
    @Test
    void stopsWhileSomebodyKeepsItWaiting() throws Exception {
        int port = responder.address().getPort();
        try (Socket slow = new Socket(responder.address().getHost(), port)) {
            slow.getOutputStream()
                    .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertEquals(0, statement(post(aboutAlice())).responseStatus(), "others are served meanwhile");
            assertTimeoutPreemptively(Duration.ofSeconds(60), responder::close);
        }
        assertThrows(
                ConnectException.class, () -> new Socket(responder.address().getHost(), port).close());
        responder.close();
    }
}
