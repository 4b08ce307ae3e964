package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys under every cipher with which the openssl command line closes them, and on curves that are spelled out. */
class OpensslKeyCiphersTest {
    private static final String LEGACY = " -provider legacy -provider default";
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    Path dir;

    @Test
    void traditional() throws Exception {
        eachOpens(
                "rsa" + LEGACY + " -in plain.key -traditional -%s",
                List.of(
                        "aes128",
                        "aes192",
                        "aes256",
                        "des",
                        "des3",
                        "camellia128",
                        "camellia192",
                        "camellia256",
                        "aria128",
                        "aria192",
                        "aria256",
                        "aes-256-cfb",
                        "aes-128-ofb",
                        "seed",
                        "bf",
                        "cast",
                        "rc2",
                        "rc2-40-cbc",
                        "rc2-64-cbc"));
    }

    @Test
    void pbes1AndPkcs12() throws Exception {
        eachOpens(
                "pkcs8 -topk8" + LEGACY + " -in plain.key -v1 %s",
                List.of(
                        "PBE-MD5-DES",
                        "PBE-SHA1-DES",
                        "PBE-MD5-RC2-64",
                        "PBE-SHA1-RC2-64",
                        "PBE-SHA1-RC4-128",
                        "PBE-SHA1-RC4-40",
                        "PBE-SHA1-3DES",
                        "PBE-SHA1-2DES",
                        "PBE-SHA1-RC2-128",
                        "PBE-SHA1-RC2-40"));
    }

    @Test
    void pbes2() throws Exception {
        eachOpens(
                "pkcs8 -topk8" + LEGACY + " -in plain.key -v2 %s",
                List.of(
                        "aes128",
                        "aes-192-cbc",
                        "aes-256-cbc",
                        "aes-256-ofb",
                        "aes-128-cfb",
                        "camellia-128-cbc",
                        "aria-256-cbc",
                        "des3",
                        "des",
                        "rc2",
                        "rc2-40-cbc",
                        "seed",
                        "bf",
                        "cast5-cbc",
                        "aes256 -v2prf hmacWithSHA1",
                        "aes256 -v2prf hmacWithSHA512",
                        "aes256 -v2prf hmacWithSHA512-256",
                        "aes256 -v2prf hmacWithMD5",
                        "aes256 -scrypt"));
    }

    private void eachOpens(String command, List<String> ciphers) throws Exception {
        Openssl.run(dir, "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out plain.key");
        RSAPrivateKey expected = (RSAPrivateKey) PkiFiles.privateKey(dir.resolve("plain.key"), null);
        Path closed = dir.resolve("closed.key");
        for (String cipher : ciphers) {
            Openssl.run(dir, command.formatted(cipher) + " -passout pass:secret -out closed.key");
            PrivateKey opened = PkiFiles.privateKey(closed, PASSWORD);
            assertEquals(expected.getPrivateExponent(), ((RSAPrivateKey) opened).getPrivateExponent(), cipher);
            FileEntry.Key told =
                    (FileEntry.Key) PkiFiles.inspect(closed, null).entries().get(0);
            assertTrue(told.encrypted(), cipher);
            assertEquals("", told.key());
            // A wrong password leaves noise, which now and then is well padded: never a key.
            for (String wrong : List.of("", "Secret", "secre", "secret ")) {
                assertEquals(
                        LoadProblem.WRONG_PASSWORD,
                        TestFiles.failureOfKey(closed, wrong.toCharArray()).problem(),
                        cipher);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P-256", "P-384", "P-521"})
    void curvesThatAreSpelledOut(String curve) throws Exception {
        Openssl.run(dir, "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:" + curve + " -out named.pem");
        Openssl.run(dir, "req -x509 -new -key named.pem -subj /CN=x -out own.crt");
        Openssl.run(dir, "ec -in named.pem -param_enc explicit -out sec1.pem");
        Openssl.run(dir, "ec -in named.pem -param_enc explicit -conv_form compressed -outform DER -out sec1.der");
        Openssl.run(dir, "ec -in named.pem -no_public -out alone.pem");
        Openssl.run(dir, "pkcs8 -topk8 -nocrypt -in sec1.pem -out pkcs8.pem");
        for (String file : List.of("sec1.pem", "sec1.der", "alone.pem", "pkcs8.pem")) {
            PrivateKey key = PkiFiles.privateKey(dir.resolve(file), null);
            assertTrue(
                    KeyPairs.match(
                            PkiFiles.certificates(dir.resolve("own.crt"), null).get(0), key),
                    file);
            assertEquals(
                    "EC " + curve,
                    PkiFiles.options(dir.resolve(file), null).get(0).key());
        }
    }

    @Test
    void aCertificateOnACurveThatIsSpelledOut() {
        Openssl.run(
                dir,
                "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit -out key.pem");
        Openssl.run(dir, "req -x509 -new -key key.pem -subj /CN=x -out own.crt");
        LoadException failure = TestFiles.failureOfCertificates(dir.resolve("own.crt"), null);
        assertEquals(LoadProblem.UNSUPPORTED_KEY, failure.problem());
        assertEquals("EC with explicit parameters", failure.fault().argument());
        assertEquals(ContentKind.CERTIFICATE, failure.fault().found().orElseThrow());
    }
}
