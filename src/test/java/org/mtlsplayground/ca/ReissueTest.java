package org.mtlsplayground.ca;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.Openssl;
import org.mtlsplayground.pki.PkiFiles;

/** A certificate issued anew is the old one, but for what was changed. */
class ReissueTest {
    private static final String SERIAL_SIGNATURE_AND_ISSUER_KEY = "2.5.29.35";
    /** With things that the workshop itself would write otherwise, or not at all. */
    private static final String CONFIG = """
            [req]
            distinguished_name = name
            x509_extensions = all
            prompt = no
            [name]
            C = CH
            0.OU = One
            1.OU = Two
            CN = odd.example
            [all]
            basicConstraints = CA:FALSE
            keyUsage = digitalSignature, keyEncipherment
            extendedKeyUsage = critical, serverAuth, msSGC
            subjectAltName = DNS:odd.example, IP:2001:db8::1, otherName:1.2.3.4;UTF8:hidden, dirName:dir
            crlDistributionPoints = point
            authorityInfoAccess = OCSP;URI:http://o.example/, caIssuers;URI:http://i.example/
            certificatePolicies = 1.2.3.9, @policy
            tlsfeature = status_request
            nsComment = "a comment"
            nsCertType = server
            nameConstraints = critical, permitted;DNS:.example, excluded;IP:10.0.0.0/255.0.0.0
            [point]
            fullname = URI:http://c.example/
            reasons = keyCompromise
            [policy]
            policyIdentifier = 1.2.3.10
            CPS.1 = "http://cps.example/"
            [dir]
            O = Dir
            """;

    @TempDir
    Path dir;

    @Test
    void onlyTheDatesDiffer() throws Exception {
        X509Certificate old = odd();
        Identity ca = Presets.root("Root").create();
        Instant from = Instant.parse("2040-01-01T00:00:00Z");
        Instant until = Instant.parse("2041-01-01T00:00:00Z");
        X509Certificate again = NewCertificate.like(old)
                .valid(from, until)
                .issuedBy(ca)
                .createChain()
                .get(0);
        assertEquals(from, again.getNotBefore().toInstant());
        assertEquals(until, again.getNotAfter().toInstant());
        assertEquals(old.getSubjectX500Principal(), again.getSubjectX500Principal());
        assertEquals(
                -1,
                Arrays.mismatch(
                        old.getSubjectX500Principal().getEncoded(),
                        again.getSubjectX500Principal().getEncoded()));
        assertEquals(old.getPublicKey(), again.getPublicKey());
        assertNotEquals(old.getSerialNumber(), again.getSerialNumber());
        Set<String> critical = new TreeSet<>(old.getCriticalExtensionOIDs());
        assertEquals(critical, new TreeSet<>(again.getCriticalExtensionOIDs()));
        Set<String> others = new TreeSet<>(old.getNonCriticalExtensionOIDs());
        others.add(SERIAL_SIGNATURE_AND_ISSUER_KEY);
        assertEquals(others, new TreeSet<>(again.getNonCriticalExtensionOIDs()));
        assertEquals(13, critical.size() + others.size());
        others.remove(SERIAL_SIGNATURE_AND_ISSUER_KEY);
        others.addAll(critical);
        for (String oid : others) {
            assertEquals(-1, Arrays.mismatch(old.getExtensionValue(oid), again.getExtensionValue(oid)), oid);
        }
    }

    @Test
    void oneThingCanBeSaidOtherwise() throws Exception {
        Identity ca = Presets.root("Root").create();
        NewCertificate again = NewCertificate.like(odd()).issuedBy(ca);
        CertificateDescription told = CertificateDescription.of(again.copy()
                .purposes(Purpose.CLIENT_AUTH)
                .dns("more.example")
                .createChain()
                .get(0));
        assertEquals(List.of("clientAuth"), told.extendedKeyUsage());
        assertTrue(told.subjectAlternativeNames().contains("DNS:odd.example"));
        assertTrue(told.subjectAlternativeNames().contains("DNS:more.example"));
        Identity otherKey = again.copy().key(KeyKind.ED25519).create();
        assertEquals("EdDSA", otherKey.leaf().getPublicKey().getAlgorithm());
    }

    @Test
    void aSelfSignedOneIsSignedByItsOwnKeyAgainAndInItsOwnWay() throws Exception {
        Identity root = Presets.root("Root")
                .key(KeyKind.RSA_2048)
                .signature(SignatureAlgorithm.SHA512_WITH_RSA_PSS)
                .create();
        Identity again = NewCertificate.like(root).comment("again").create();
        again.leaf().verify(root.leaf().getPublicKey());
        assertEquals("RSASSA-PSS", again.leaf().getSigAlgName());
        assertEquals(Wish.of(NewCertificate.like(root).comment("again")), Wish.of(NewCertificate.like(again)));
        assertTrue(KeyPairs.match(again.leaf(), root.key()));
    }

    @Test
    void aKeyThatDoesNotFitIsNotUsed() {
        Identity ca = Presets.root("Root").create();
        Identity odd = Presets.client("alice")
                .createWithUnsafeForeignKey(KeyKind.EC_P256.generate().getPrivate());
        NewCertificate again = NewCertificate.like(odd);
        assertFalse(again.problems().isEmpty());
        assertEquals(List.of(), again.issuedBy(ca).problems());
    }

    @Test
    void theSettingsOfOneThatIsThereCanBeShown() throws Exception {
        Wish settings = Wish.of(NewCertificate.like(odd()));
        assertEquals("CN=odd.example,OU=Two,OU=One,C=CH", settings.subject());
        // The other two would be written otherwise: openssl takes UTF8String where the JDK takes PrintableString.
        assertEquals(
                List.of("DNS:odd.example", "IP:2001:db8::1"),
                settings.names().stream()
                        .filter(name -> name.kind() != AlternativeName.Kind.DER)
                        .map(AlternativeName::toString)
                        .toList());
        assertEquals(List.of("http://o.example/"), settings.ocspResponders());
        assertEquals(List.of("http://i.example/"), settings.caIssuers());
        assertEquals(Optional.of(Set.of(KeyUse.DIGITAL_SIGNATURE, KeyUse.KEY_ENCIPHERMENT)), settings.keyUses());
        assertEquals(List.of(AlternativeName.of("DNS:.example")), settings.permitted());
        assertEquals(List.of(AlternativeName.of("IP:10.0.0.0/8")), settings.excluded());
        assertEquals("a comment", settings.comment());
        assertTrue(settings.mustStaple());
        // A CRL point with reasons, policies with an address and nsCertType can't be said otherwise than byte for byte.
        assertEquals(
                Set.of("2.5.29.31", "2.5.29.32", "2.16.840.1.113730.1.1"),
                new TreeSet<>(
                        settings.others().stream().map(OtherExtension::oid).toList()));
    }

    private X509Certificate odd() throws Exception {
        Files.writeString(dir.resolve("odd.cnf"), CONFIG);
        Openssl.run(
                dir,
                "req -x509 -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout odd.key -out odd.crt"
                        + " -days 10 -config odd.cnf");
        return PkiFiles.certificates(dir.resolve("odd.crt"), null).get(0);
    }
}
