package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys as the openssl command line writes them, in every form, each with the certificate it belongs to. */
class OpensslKeysTest {
    private static final char[] PASSWORD = "pässwörd1".toCharArray();

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-256 | EC P-256",
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-384 | EC P-384",
                "-algorithm EC -pkeyopt ec_paramgen_curve:P-521 | EC P-521",
                "-algorithm RSA -pkeyopt rsa_keygen_bits:2048 | RSA 2048",
                "-algorithm RSA-PSS -pkeyopt rsa_keygen_bits:2048 | RSA-PSS 2048",
                "-algorithm ED25519 | Ed25519",
                "-algorithm ED448 | Ed448"
            })
    void eachFormOfAKeyFitsItsCertificate(String kind, String name) throws Exception {
        openssl("genpkey " + kind + " -out plain.key");
        openssl("req -x509 -new -key plain.key -subj /CN=someone -days 30 -out own.crt");
        openssl("pkey -in plain.key -outform DER -out der.key");
        openssl("pkcs8 -topk8 -in plain.key -passout pass:" + new String(PASSWORD) + " -out encrypted.key");
        openssl("pkcs8 -topk8 -in plain.key -passout pass:" + new String(PASSWORD)
                + " -outform DER -out encrypted.der");
        openssl("pkcs8 -topk8 -in plain.key -scrypt -passout pass:" + new String(PASSWORD) + " -out scrypt.key");
        openssl("pkcs8 -topk8 -in plain.key -v1 PBE-SHA1-3DES -passout pass:" + new String(PASSWORD) + " -out v1.key");
        List<String> files = new ArrayList<>(
                List.of("plain.key", "der.key", "encrypted.key", "encrypted.der", "scrypt.key", "v1.key"));
        if (name.startsWith("EC ") || name.startsWith("RSA ")) {
            openssl("pkey -in plain.key -traditional -out old.key");
            openssl("pkey -in plain.key -traditional -outform DER -out old.der");
            openssl("pkey -in plain.key -traditional -aes256 -passout pass:" + new String(PASSWORD)
                    + " -out old-aes.key");
            openssl("pkey -in plain.key -traditional -des3 -passout pass:" + new String(PASSWORD)
                    + " -out old-des.key");
            files.addAll(List.of("old.key", "old.der", "old-aes.key", "old-des.key"));
        }
        X509Certificate own =
                PkiFiles.certificates(dir.resolve("own.crt"), null).get(0);
        assertEquals(name, CertificateDescription.of(own).key());
        for (String file : files) {
            PrivateKey key = PkiFiles.privateKey(dir.resolve(file), PASSWORD);
            assertTrue(KeyPairs.match(own, key), file);
            assertFalse(KeyPairs.match(TestFiles.certificate("server.crt"), key), file);
            assertTrue(key.getClass().getName().startsWith("sun."), key.getClass() + " is not the JDK's");
        }
    }

    @Test
    void passwordsOfTraditionalKeysAreToldApart() throws Exception {
        openssl("genpkey -algorithm RSA -out plain.key");
        openssl("pkey -in plain.key -traditional -aes128 -passout pass:right -out old.key");
        Path old = dir.resolve("old.key");
        assertEquals(
                LoadProblem.PASSWORD_NEEDED, TestFiles.failureOfKey(old, null).problem());
        assertEquals(
                LoadProblem.WRONG_PASSWORD,
                TestFiles.failureOfKey(old, "wrong".toCharArray()).problem());
        assertEquals(
                LoadProblem.WRONG_PASSWORD,
                TestFiles.failureOfKey(old, new char[0]).problem());
        assertEquals("RSA", PkiFiles.privateKey(old, "right".toCharArray()).getAlgorithm());
    }

    @Test
    void theParametersBeforeAnEcKeyDoNotMatter() throws Exception {
        openssl("ecparam -name secp384r1 -genkey -out both.key");
        openssl("ecparam -name secp384r1 -out parameters.pem");
        assertEquals("EC", PkiFiles.privateKey(dir.resolve("both.key"), null).getAlgorithm());
        LoadException alone = TestFiles.failureOfKey(dir.resolve("parameters.pem"), null);
        assertEquals(LoadProblem.SOMETHING_ELSE, alone.problem());
        assertEquals(ContentKind.EC_PARAMETERS, alone.fault().found().orElseThrow());
    }

    @Test
    void aCurveThatTheJdkLacksIsNamed() throws Exception {
        openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:brainpoolP256r1 -out brainpool.key");
        LoadException failure = TestFiles.failureOfKey(dir.resolve("brainpool.key"), null);
        assertEquals(LoadProblem.UNSUPPORTED_KEY, failure.problem());
        assertEquals("EC brainpoolP256r1", failure.fault().argument());
    }

    @Test
    void keysThatProveNothingInTlsAreNamed() throws Exception {
        openssl("genpkey -algorithm X25519 -out x25519.key");
        openssl("dsaparam -genkey -out dsa.key 2048");
        for (String kind : List.of("X25519", "DSA")) {
            LoadException failure = TestFiles.failureOfKey(dir.resolve(kind.toLowerCase(Locale.ROOT) + ".key"), null);
            assertEquals(LoadProblem.UNSUPPORTED_KEY, failure.problem());
            assertEquals(kind, failure.fault().argument());
        }
    }

    @Test
    void otherThingsAreNamed() throws Exception {
        openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out plain.key");
        for (String form : List.of("PEM", "DER")) {
            openssl("req -new -key plain.key -subj /CN=x -outform " + form + " -out request");
            openssl("pkey -in plain.key -pubout -outform " + form + " -out public");
            assertElse(ContentKind.CERTIFICATE_REQUEST, "request");
            assertElse(ContentKind.PUBLIC_KEY, "public");
        }
    }

    private void assertElse(ContentKind kind, String file) {
        for (LoadException failure : List.of(
                TestFiles.failureOfCertificates(dir.resolve(file), null),
                TestFiles.failureOfKey(dir.resolve(file), null))) {
            assertEquals(LoadProblem.SOMETHING_ELSE, failure.problem());
            assertEquals(kind, failure.fault().found().orElseThrow());
        }
    }

    private void openssl(String arguments) {
        Openssl.run(dir, arguments);
    }
}
