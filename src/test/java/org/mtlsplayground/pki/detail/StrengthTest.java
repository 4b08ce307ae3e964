package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.pki.Openssl;
import org.mtlsplayground.pki.detail.Strength.Level;
import org.mtlsplayground.pki.detail.Strength.Reason;

/** What keys and signatures are worth, and that the JDK's own validator refuses the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrengthTest {
    private ExtensionZoo zoo;

    @BeforeAll
    void makeCa(@TempDir Path dir) throws IOException {
        zoo = ExtensionZoo.in(dir);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa:512, DISALLOWED, CERTPATH_DISABLED, 56, RSA keySize < 1024",
        "rsa:1024, LEGACY, SHORT_KEY, 80, ''",
        "rsa:2048, FINE, ENOUGH, 112, ''",
        "rsa:3072, STRONG, AMPLE, 128, ''",
        "ec -pkeyopt ec_paramgen_curve:P-256, STRONG, AMPLE, 128, ''",
        "ec -pkeyopt ec_paramgen_curve:P-521, STRONG, AMPLE, 260, ''",
        "ed25519, STRONG, AMPLE, 128, ''",
        "ed448, STRONG, AMPLE, 224, ''"
    })
    void keys(String newKey, Level level, Reason reason, int bits, String rule) throws Exception {
        X509Certificate certificate = issue(newKey, "-sha256");
        Strength strength = Strength.ofKey(certificate);
        assertEquals(new Strength(level, reason, strength.algorithm(), bits, rule), strength);
        assertEquals(isRefused(certificate), level == Level.DISALLOWED);
    }

    @ParameterizedTest
    @CsvSource({
        "-md5, DISALLOWED, CERTPATH_DISABLED, 18, MD5",
        "-sha1, LEGACY, WEAK_DIGEST, 61, ''",
        "-sha224, FINE, ENOUGH, 112, ''",
        "-sha256, STRONG, AMPLE, 128, ''",
        "-sha512, STRONG, AMPLE, 256, ''"
    })
    void signatures(String digest, Level level, Reason reason, int bits, String rule) throws Exception {
        Openssl.run(zoo.dir(), "req -x509 -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.pem -subj /CN=RSA -days 2");
        Openssl.run(
                zoo.dir(),
                "x509 -req -in zoo.csr -CA rsa.pem -CAkey rsa.key -set_serial 5 -days 2 -out signed.pem " + digest);
        X509Certificate certificate = zoo.certificate("signed");
        Strength strength = Strength.ofSignature(certificate);
        assertEquals(new Strength(level, reason, strength.algorithm(), bits, rule), strength);
        assertEquals(isRefused(certificate), level == Level.DISALLOWED);
    }

    @Test
    void theSignatureOverItselfProtectsNothing() throws Exception {
        Openssl.run(
                zoo.dir(),
                "req -x509 -newkey rsa:2048 -nodes -keyout self.key -out self.pem -subj /CN=old -days 2 -sha1");
        Strength strength = Strength.ofSignature(zoo.certificate("self"));
        assertEquals(Level.FINE, strength.level());
        assertEquals(Reason.SELF_SIGNATURE, strength.reason());
    }

    @Test
    void theDigestOfPssCounts() throws Exception {
        Openssl.run(zoo.dir(), "req -x509 -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.pem -subj /CN=RSA -days 2");
        Openssl.run(
                zoo.dir(),
                "x509 -req -in zoo.csr -CA rsa.pem -CAkey rsa.key -set_serial 5 -days 2 -out pss.pem -sha384"
                        + " -sigopt rsa_padding_mode:pss");
        Strength strength = Strength.ofSignature(zoo.certificate("pss"));
        assertEquals(new Strength(Level.STRONG, Reason.AMPLE, "RSASSA-PSS", 192, ""), strength);
    }

    @Test
    void theSyntaxOfThePropertiesIsUnderstood() {
        DisabledAlgorithms rules = DisabledAlgorithms.parse("MD5, SHA1 jdkCA & usage TLSServer, RSA keySize < 1024,"
                + " SHA1 usage SignedJAR & denyAfter 2019-01-01, DSA keySize <= 1024 & usage TLSClient,"
                + " SHA224 denyAfter 2020-02-29, X9.62 c2tnb191v1, EC keySize != 256, Ed448");
        assertEquals(Optional.of("MD5"), rule(rules, "md5", 0));
        assertEquals(Optional.empty(), rule(rules, "SHA1", 0));
        assertEquals(Optional.of("RSA keySize < 1024"), rule(rules, "RSA", 1023));
        assertEquals(Optional.empty(), rule(rules, "RSA", 1024));
        assertEquals(Optional.empty(), rules.rule(List.of("RSA"), OptionalInt.empty()));
        assertEquals(Optional.of("DSA keySize <= 1024 & usage TLSClient"), rule(rules, "DSA", 1024));
        assertEquals(Optional.of("SHA224 denyAfter 2020-02-29"), rule(rules, "SHA224", 0));
        assertEquals(Optional.empty(), rules.rule(List.of("SHA224"), OptionalInt.empty(), LocalDate.of(2020, 2, 29)));
        assertEquals(Optional.of("X9.62 c2tnb191v1"), rule(rules, "X9.62 c2tnb191v1", 191));
        assertEquals(Optional.empty(), rule(rules, "EC", 256));
        assertEquals(Optional.of("EC keySize != 256"), rule(rules, "EC", 384));
        assertEquals(Optional.empty(), rule(rules, "Ed", 0));
        assertEquals(Optional.of("Ed448"), rule(rules, "Ed448", 0));
        assertEquals(
                Optional.empty(), DisabledAlgorithms.of("no.such.property").rule(List.of("RSA"), OptionalInt.empty()));
    }

    private static Optional<String> rule(DisabledAlgorithms rules, String name, int size) {
        return rules.rule(List.of(name), OptionalInt.of(size), LocalDate.of(2026, 1, 1));
    }

    private X509Certificate issue(String newKey, String digest) throws IOException {
        Openssl.run(zoo.dir(), "req -newkey " + newKey + " -nodes -keyout k.key -out k.csr -subj /CN=k");
        Openssl.run(
                zoo.dir(), "x509 -req -in k.csr -CA ca.pem -CAkey ca.key -set_serial 9 -days 2 -out k.pem " + digest);
        return zoo.certificate("k");
    }

    /** Whether the JDK refuses a path of this one certificate for its algorithms; other faults don't count. */
    private boolean isRefused(X509Certificate certificate) throws GeneralSecurityException, IOException {
        PublicKey anchor = zoo.certificate("ca").getPublicKey();
        PKIXParameters parameters =
                new PKIXParameters(Set.of(new TrustAnchor(certificate.getIssuerX500Principal(), anchor, null)));
        parameters.setRevocationEnabled(false);
        try {
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return false;
        } catch (CertPathValidatorException e) {
            assertTrue(e.getReason() instanceof BasicReason, e::toString);
            return e.getReason() == BasicReason.ALGORITHM_CONSTRAINED;
        }
    }
}
