package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.pki.Openssl;
import org.mtlsplayground.pki.detail.Comparison.Outcome;

/** Two certificates side by side. */
class ComparisonTest {
    @Test
    void fieldsAreEqualDifferentOrOnlyOnOneSide(@TempDir Path dir) throws Exception {
        Openssl.run(dir, "genpkey -algorithm ed25519 -out k.key");
        CertificateFields left = make(dir, "left", "basicConstraints=critical,CA:FALSE", "nsComment=left");
        CertificateFields right = make(dir, "right", "basicConstraints=CA:FALSE", "keyUsage=digitalSignature");
        Comparison comparison = Comparison.of(left, right);
        assertEquals(
                List.of(
                        "subject DIFFERENT",
                        "issuer DIFFERENT",
                        "extension.basicConstraints DIFFERENT",
                        "extension.netscapeComment ONLY_LEFT",
                        "extension.keyUsage ONLY_RIGHT",
                        "signatureValue DIFFERENT",
                        "fingerprint.SHA-256 DIFFERENT",
                        "fingerprint.SHA-1 DIFFERENT",
                        "fingerprint.MD5 DIFFERENT"),
                comparison.differences().stream()
                        .map(row -> row.field().id() + " " + row.outcome())
                        .filter(line -> !line.startsWith("not"))
                        .toList());
        // The same key lies elsewhere in the bytes, and is the same.
        assertTrue(comparison.rows().stream()
                .anyMatch(row -> row.field().id().equals("key.publicKey") && row.outcome() == Outcome.EQUAL));
        assertEquals(List.of(), Comparison.of(left, left).differences());
        assertEquals(left.fields().size() + 1, comparison.rows().size());
    }

    private static CertificateFields make(Path dir, String name, String... extensions) throws Exception {
        Files.writeString(
                dir.resolve(name + ".cnf"),
                "[ req ]\ndistinguished_name = dn\n[ dn ]\n[ ext ]\n" + String.join("\n", extensions) + "\n");
        Openssl.run(
                dir,
                "req -x509 -key k.key -subj /CN=" + name + " -set_serial 1 -days 2 -config " + name
                        + ".cnf -extensions ext -outform DER -out " + name + ".der");
        return CertificateFields.of(Files.readAllBytes(dir.resolve(name + ".der")));
    }
}
