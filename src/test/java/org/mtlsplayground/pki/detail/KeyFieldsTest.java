package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlsplayground.pki.Openssl;

/** Keys, signatures and fingerprints, against openssl. */
class KeyFieldsTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rsa:1024|rsaEncryption|key.keySize=1024 key.publicExponent=65537(0x10001)",
                "rsa:2048 -pkeyopt rsa_keygen_pubexp:3|rsaEncryption|key.keySize=2048 key.publicExponent=3(0x3)",
                "rsa-pss|rsassaPss|key.keySize=2048",
                "ec -pkeyopt ec_paramgen_curve:P-256|ecPublicKey|key.namedCurve=secp256r1",
                "ec -pkeyopt ec_paramgen_curve:P-521|ecPublicKey|key.namedCurve=secp521r1",
                "ec -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit|ecPublicKey|",
                "ed25519|Ed25519|",
                "ed448|Ed448|"
            })
    void aKeyShowsItsNumbers(String newKey, String algorithm, String wanted) throws IOException {
        CertificateFields fields = CertificateFields.of(selfSigned(newKey));
        assertTrue(fields.fields().stream().allMatch(field -> field.malformed().isEmpty()));
        assertEquals(
                algorithm, fields.field("key.algorithm").orElseThrow().values().get(0));
        for (String pair : wanted == null ? new String[0] : wanted.split(" ", -1)) {
            String[] parts = pair.split("=", -1);
            assertEquals(parts[1], value(fields, parts[0]).replace(" ", ""));
        }
        String told = Openssl.run(dir, "x509 -in c.pem -noout -text")
                .stdout()
                .replaceAll("\\s", "")
                .toUpperCase(Locale.ROOT);
        // The numbers of openssl stand in lines of fifteen bytes.
        for (String id : List.of("key.modulus", "key.publicKey", "signatureValue")) {
            fields.field(id).ifPresent(field -> assertTrue(told.contains(field.value()), () -> id + ": " + told));
        }
        assertTrue(fields.field("key.modulus").isPresent()
                || fields.field("key.publicKey").isPresent());
    }

    @Test
    void aPointHasTwoHalves() throws IOException {
        CertificateFields fields = CertificateFields.of(selfSigned("ec -pkeyopt ec_paramgen_curve:P-384"));
        CertificateField point = fields.field("key.publicKey").orElseThrow();
        String x = fields.field("key.publicKey.0").orElseThrow().value();
        String y = fields.field("key.publicKey.1").orElseThrow().value();
        assertEquals(point.value(), "04:" + x + ":" + y);
        assertEquals(
                new ByteRange(point.range().orElseThrow().end() - 48, 48),
                point.parts().get(1).range().orElseThrow());
    }

    @Test
    void pssParametersAreNamed() throws IOException {
        selfSigned("rsa:2048");
        Openssl.run(
                dir,
                "req -x509 -key c.key -out c.pem -days 2 -subj /CN=pss -sha384 -sigopt rsa_padding_mode:pss -sigopt"
                        + " rsa_pss_saltlen:40");
        CertificateFields fields = CertificateFields.of(read());
        assertEquals("rsassaPss, hash:sha384, mask:mgf1/sha384, salt:40", value(fields, "signatureAlgorithm"));
        assertEquals(value(fields, "signature"), value(fields, "signatureAlgorithm"));
    }

    @Test
    void fingerprintsAndThePinAreThoseOfOpenssl() throws IOException {
        CertificateFields fields = CertificateFields.of(selfSigned("ed25519"));
        for (String digest : List.of("SHA-256", "SHA-1", "MD5")) {
            String option = digest.replace("-", "").toLowerCase(Locale.ROOT);
            String told = Openssl.run(dir, "x509 -in c.pem -noout -fingerprint -" + option)
                    .stdout();
            assertEquals(told.strip().replaceAll(".*=", ""), value(fields, "fingerprint." + digest));
        }
        Openssl.run(dir, "x509 -in c.pem -noout -pubkey -out p.pem");
        Openssl.run(dir, "pkey -pubin -in p.pem -outform DER -out p.der");
        Openssl.run(dir, "dgst -sha256 -binary -out p.sha256 p.der");
        String pin = Base64.getEncoder().encodeToString(Files.readAllBytes(dir.resolve("p.sha256")));
        assertEquals(pin, value(fields, "fingerprint.pin-sha256"));
        String serial = Openssl.run(dir, "x509 -in c.pem -noout -serial").stdout();
        String hex = fields.field("serialNumber").orElseThrow().values().get(1).replace(":", "");
        assertEquals(serial.strip().replace("serial=", ""), hex.replaceAll("^00", ""));
    }

    private byte[] selfSigned(String newKey) throws IOException {
        Openssl.run(dir, "req -x509 -newkey " + newKey + " -nodes -keyout c.key -out c.pem -days 2 -subj /CN=key");
        return read();
    }

    /** Not every one of these keys is one that the JDK takes. */
    private byte[] read() throws IOException {
        Openssl.run(dir, "x509 -in c.pem -outform DER -out c.der");
        return Files.readAllBytes(dir.resolve("c.der"));
    }

    private static String value(CertificateFields fields, String id) {
        return fields.field(id).orElseThrow().value();
    }
}
