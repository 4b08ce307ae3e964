package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Openssl;
import org.mtlsplayground.pki.Pem;

/** Every field that can be asked for is found again by {@code openssl x509 -text}. */
class OpensslReadsFieldsTest {
    @TempDir
    Path dir;

    @Test
    void aLeafWithEverything() throws Exception {
        NewCertificate wanted = NewCertificate.nameless()
                .attribute("emailAddress", "a@b.example")
                .attribute("CN", "Käte, \"the\" <first>")
                .attribute("OU", "One")
                .attribute("OU", "Two")
                .attribute("O", "Org")
                .attribute("L", "Bern")
                .attribute("ST", "BE")
                .attribute("C", "CH")
                .attribute("serialNumber", "4711")
                .attribute("DC", "example")
                .attribute("UID", "u1")
                .attribute("2.999.5", "odd")
                .dns("bücher.example")
                .dns("*.a.example")
                .ip("192.0.2.7")
                .ip("2001:db8::7")
                .uri("spiffe://a.example/ns/x/sa/y")
                .email("a@b.example")
                .name(AlternativeName.of("dirName:CN=dir,O=Org"))
                .name(AlternativeName.of("UPN:a@ad.example"))
                .name(AlternativeName.of("RID:1.2.3.4"))
                .key(KeyKind.RSA_2048)
                .signature(SignatureAlgorithm.SHA384_WITH_RSA_PSS)
                .serial(new BigInteger("0102030405060708090a0b", 16))
                .valid(Instant.parse("2030-01-02T03:04:05Z"), Instant.parse("2051-01-02T03:04:06Z"))
                .keyUses(KeyUse.values())
                .purposes(Purpose.values())
                .purpose("1.3.6.1.4.1.311.20.2.2")
                .crl("http://crl.example/a.crl")
                .crl("ldap://crl.example/cn=a")
                .ocsp("http://ocsp.example/")
                .caIssuers("http://ca.example/ca.der")
                .policy("2.23.140.1.2.1")
                .policy("1.2.3.4.5")
                .mustStaple(true)
                .comment("for a lesson")
                .extension("2.999.1", false, new byte[] {4, 2, 1, 2})
                .critical(StandardExtension.EXTENDED_KEY_USAGE, true)
                .critical(StandardExtension.KEY_USAGE, false);
        assertEquals(List.of(), wanted.problems());
        String text = text(wanted.create());
        for (String expected : List.of(
                "Serial Number:\n            01:02:03:04:05:06:07:08:09:0a:0b",
                "Signature Algorithm: rsassaPss",
                "Hash Algorithm: sha384",
                "Subject: DC = example, C = CH, ST = BE, L = Bern, O = Org, OU = One, OU = Two,"
                        + " CN = \"K\\C3\\A4te, \\\"the\\\" <first>\", UID = u1, 2.999.5 = odd,"
                        + " serialNumber = 4711, emailAddress = a@b.example",
                "Not Before: Jan  2 03:04:05 2030 GMT",
                "Not After : Jan  2 03:04:06 2051 GMT",
                "Public-Key: (2048 bit)",
                "X509v3 Basic Constraints: critical\n                CA:FALSE",
                "X509v3 Key Usage: \n                Digital Signature, Non Repudiation, Key Encipherment,"
                        + " Data Encipherment, Key Agreement, Certificate Sign, CRL Sign, Encipher Only, Decipher Only",
                "X509v3 Extended Key Usage: critical\n                TLS Web Server Authentication,"
                        + " TLS Web Client Authentication, Code Signing, E-mail Protection, Time Stamping, OCSP Signing,"
                        + " Any Extended Key Usage, Microsoft Smartcard Login",
                "X509v3 Subject Alternative Name: \n                DNS:xn--bcher-kva.example, DNS:*.a.example,"
                        + " IP Address:192.0.2.7, IP Address:2001:DB8:0:0:0:0:0:7, URI:spiffe://a.example/ns/x/sa/y,"
                        + " email:a@b.example, DirName:/O=Org/CN=dir, othername: UPN::a@ad.example,"
                        + " Registered ID:1.2.3.4",
                "URI:http://crl.example/a.crl",
                "URI:ldap://crl.example/cn=a",
                "OCSP - URI:http://ocsp.example/",
                "CA Issuers - URI:http://ca.example/ca.der",
                "Policy: 2.23.140.1.2.1",
                "Policy: 1.2.3.4.5",
                "TLS Feature: \n                status_request",
                "Netscape Comment: \n                for a lesson",
                "2.999.1: \n",
                "X509v3 Subject Key Identifier: ")) {
            assertTrue(text.contains(expected), () -> expected + " is not in:\n" + text);
        }
    }

    @Test
    void aCaWithNameConstraints() throws Exception {
        Identity root = Presets.root("Root").create();
        String text = text(Presets.intermediate("Ca")
                .pathLength(3)
                .issuedBy(root)
                .permit(AlternativeName.of("DNS:.a.example"))
                .permit(AlternativeName.of("IP:10.0.0.0/8"))
                .permit(AlternativeName.of("2001:db8::/32"))
                .permit(AlternativeName.of("dirName:O=Org"))
                .exclude(AlternativeName.of("email:b.example"))
                .exclude(AlternativeName.of("URI:.c.example"))
                .create());
        for (String expected : List.of(
                "Issuer: CN = Root",
                "X509v3 Basic Constraints: critical\n                CA:TRUE, pathlen:3",
                "X509v3 Key Usage: critical\n                Certificate Sign, CRL Sign",
                "X509v3 Name Constraints: critical\n",
                "DNS:.a.example",
                "IP:10.0.0.0/255.0.0.0",
                "IP:2001:DB8:0:0:0:0:0:0/FFFF:FFFF:0:0:0:0:0:0",
                "DirName:O = Org",
                "email:b.example",
                "URI:.c.example",
                "X509v3 Authority Key Identifier: ")) {
            assertTrue(text.contains(expected), () -> expected + " is not in:\n" + text);
        }
    }

    @Test
    void aWholeDistinguishedName() throws Exception {
        String text = text(NewCertificate.nameless()
                .subject("CN=Steve Kille\\, jr.+UID=7,O=Isode Limited,C=GB")
                .create());
        assertTrue(
                text.contains("Subject: C = GB, O = Isode Limited, CN = \"Steve Kille, jr.\" + UID = 7")
                        || text.contains("Subject: C = GB, O = Isode Limited, UID = 7 + CN = \"Steve Kille, jr.\""),
                text);
    }

    @Test
    void aSpiffeIdWithoutASubjectMakesTheNamesCritical() throws Exception {
        String text = text(NewCertificate.nameless()
                .uri("spiffe://trust.example/workload")
                .purposes(Purpose.CLIENT_AUTH)
                .without(StandardExtension.BASIC_CONSTRAINTS)
                .without(StandardExtension.SUBJECT_KEY_IDENTIFIER)
                .issuedBy(Presets.root("Root").create())
                .create());
        assertTrue(text.contains("X509v3 Subject Alternative Name: critical"), text);
        assertTrue(!text.contains("Basic Constraints") && !text.contains("Subject Key Identifier"), text);
    }

    @ParameterizedTest
    @EnumSource
    void eachSignatureVerifies(SignatureAlgorithm algorithm) throws Exception {
        KeyKind kind = algorithm.fits(KeyKind.RSA_2048)
                ? KeyKind.RSA_2048
                : List.of(KeyKind.EC_P256, KeyKind.ED25519, KeyKind.ED448).stream()
                        .filter(algorithm::fits)
                        .findFirst()
                        .orElseThrow();
        Identity ca = Presets.root("Root").key(kind).create();
        Identity leaf = Presets.client("leaf").signature(algorithm).issuedBy(ca).create();
        Files.writeString(dir.resolve("ca.pem"), Pem.encode(ca.leaf()));
        Files.writeString(dir.resolve("leaf.pem"), Pem.encode(leaf.leaf()));
        OutsideProgram.Result result =
                Openssl.run(dir, "verify -auth_level 0 -CAfile ca.pem -purpose sslclient leaf.pem");
        assertEquals("leaf.pem: OK", result.stdout().strip());
    }

    private String text(Identity identity) throws Exception {
        Files.writeString(dir.resolve("certificate.pem"), Pem.encode(identity.leaf()));
        return Openssl.run(dir, "x509 -in certificate.pem -noout -text").stdout();
    }
}
