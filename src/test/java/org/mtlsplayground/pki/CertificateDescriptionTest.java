package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.pki.CertificateDescription.Validity;

class CertificateDescriptionTest {
    @TempDir
    Path dir;

    @Test
    void ofTheSampleServer() throws Exception {
        CertificateDescription server = CertificateDescription.of(TestFiles.certificate("server.crt"));
        assertEquals("server.mtls.example.org", server.name());
        assertEquals("Demo Server CA", server.issuerName());
        assertEquals("CN=server.mtls.example.org, O=mTLS Playground", server.subject());
        assertEquals("CN=Demo Server CA, O=mTLS Playground", server.issuer());
        assertEquals(
                List.of("DNS:server.mtls.example.org", "DNS:localhost", "IP:127.0.0.1", "IP:::1"),
                server.subjectAlternativeNames());
        assertEquals("EC P-256", server.key());
        assertEquals("SHA256withECDSA", server.signatureAlgorithm());
        assertEquals(List.of("digitalSignature"), server.keyUsage());
        assertEquals(List.of("serverAuth"), server.extendedKeyUsage());
        assertEquals(Optional.of(false), server.isCa());
        assertEquals(Optional.empty(), server.pathLength());
        assertEquals(Instant.parse("2046-11-30T12:00:00Z"), server.notAfter());
        assertFalse(server.selfIssued());
    }

    @Test
    void ofTheSampleCa() throws Exception {
        CertificateDescription ca = CertificateDescription.of(TestFiles.certificate("server_ca.crt"));
        CertificateDescription server = CertificateDescription.of(TestFiles.certificate("server.crt"));
        assertEquals(List.of("keyCertSign", "cRLSign"), ca.keyUsage());
        assertEquals(List.of(), ca.extendedKeyUsage());
        assertEquals(Optional.of(true), ca.isCa());
        assertTrue(ca.selfIssued());
        assertTrue(ca.subjectKeyIdentifier().isPresent());
        assertEquals(ca.subjectKeyIdentifier(), server.authorityKeyIdentifier());
    }

    @Test
    void fingerprintsAndSerialsAreThoseOfOpenssl() throws Exception {
        String sample = TestFiles.sample("client.crt").toAbsolutePath().toString();
        CertificateDescription client = CertificateDescription.of(TestFiles.certificate("client.crt"));
        for (String digest : List.of("sha256", "sha1")) {
            String said = Openssl.run(dir, "x509 -noout -fingerprint -" + digest + " -in " + sample)
                    .stdout()
                    .strip();
            String ours = digest.equals("sha1") ? client.sha1() : client.sha256();
            assertEquals(said.substring(said.indexOf('=') + 1), ours);
        }
        String serial =
                Openssl.run(dir, "x509 -noout -serial -in " + sample).stdout().strip();
        assertEquals(serial, "serial=" + client.serial().toString(16).toUpperCase(Locale.ROOT));
    }

    @Test
    void namesFallBackToWhatIsThere() throws Exception {
        assertEquals("only.example", described("/O=Org", "DNS:only.example").name());
        assertEquals("O=Org", described("/O=Org", "").name());
        assertEquals("O=Org", described("/O=Org", "").issuerName());
        assertEquals("inner", described("/CN=outer/CN=inner", "").name());
    }

    @Test
    void namesFromAFileCannotTurnTheTextAround() throws Exception {
        CertificateDescription odd = described("/CN=a\u202Eb", "");
        assertEquals("a\uFFFDb", odd.name());
        assertFalse(odd.subject().contains("\u202E"), odd.subject());
    }

    @Test
    void pathLengthAndForeignUsages() throws Exception {
        Openssl.run(
                dir,
                "req -x509 -newkey rsa:2048 -nodes -keyout k.pem -subj /CN=x -out own.crt"
                        + " -addext basicConstraints=critical,CA:TRUE,pathlen:3 -addext extendedKeyUsage=codeSigning,1.2.3.4");
        CertificateDescription description = describe();
        assertEquals(Optional.of(3), description.pathLength());
        assertEquals(List.of("codeSigning", "1.2.3.4"), description.extendedKeyUsage());
        assertEquals("RSA 2048", description.key());
    }

    @Test
    void validityHasThreeParts() throws Exception {
        CertificateDescription client = CertificateDescription.of(TestFiles.certificate("client.crt"));
        assertEquals(Validity.NOT_YET, client.validityAt(client.notBefore().minusSeconds(1)));
        assertEquals(Validity.VALID, client.validityAt(client.notBefore()));
        assertEquals(Validity.VALID, client.validityAt(client.notAfter()));
        assertEquals(Validity.EXPIRED, client.validityAt(client.notAfter().plusSeconds(1)));
    }

    @Test
    void pemIsWhatOpensslReadsAndWeReadBack() throws Exception {
        X509Certificate client = TestFiles.certificate("client.crt");
        Files.writeString(dir.resolve("own.crt"), Pem.encode(List.of(client, client)));
        Openssl.run(dir, "x509 -noout -in own.crt");
        assertEquals(List.of(client), PkiFiles.certificates(dir.resolve("own.crt"), null));
    }

    private CertificateDescription described(String subject, String alternativeName) throws Exception {
        Openssl.run(
                dir,
                "req -x509 -newkey ed25519 -nodes -utf8 -keyout k.pem -subj " + subject + " -out own.crt"
                        + (alternativeName.isEmpty() ? "" : " -addext subjectAltName=" + alternativeName));
        return describe();
    }

    private CertificateDescription describe() throws LoadException {
        return CertificateDescription.of(
                PkiFiles.certificates(dir.resolve("own.crt"), null).get(0));
    }
}
