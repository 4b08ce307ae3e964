package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ca.NewCertificate;

/** Files as clusters, mail and other programs carry them: base64 in the midst of something else. */
class WrappedFilesTest {
    private static Identity root;
    private static Identity leaf;

    @TempDir
    Path dir;

    @BeforeAll
    static void make() throws Exception {
        root = NewCertificate.authority("root").create();
        leaf = NewCertificate.client("leaf").issuedBy(root).create();
    }

    @Test
    void aKubernetesSecretInYamlAndInJson() throws Exception {
        String yaml = "kind: Secret\ndata:\n  ca.crt: " + once(certificate(root)) + "\n  tls.crt: "
                + once(certificate(leaf)) + "\n  tls.key: " + once(key()) + "\n";
        String json = "{\"data\": {\"ca.crt\": \"" + once(certificate(root)) + "\", \"tls.crt\": \""
                + once(certificate(leaf)) + "\",\n\"tls.key\": \"" + once(key()) + "\"}}";
        assertEquals(List.of(3L, 4L, 5L), isWhole(yaml));
        assertEquals(List.of(1L, 1L, 2L), isWhole(json));
        // Without padding the next line’s word might be part of it.
        for (String end : List.of("", "\n", "\n\n")) {
            isWhole(yaml.replace(once(certificate(leaf)), once(certificate(leaf) + end)));
        }
    }

    @Test
    void attachmentsOfMail() throws Exception {
        String head = """
                From: a@example.org
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Transfer-Encoding: base64

                """.replace("\n", "\r\n");
        String pem = certificate(root) + certificate(leaf) + key();
        String mime = Base64.getMimeEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
        assertEquals(List.of(7L, 7L, 7L), isWhole(head + mime + "\r\n--x--\r\n"));
        byte[] sample = TestFiles.bytes(TestFiles.sample("client.p12"));
        Path store = file(head + Base64.getMimeEncoder().encodeToString(sample) + "\r\n--x--\r\n");
        assertEquals(
                PkiFiles.certificates(TestFiles.sample("client.p12"), TestFiles.SAMPLE_PASSWORD),
                PkiFiles.certificates(store, TestFiles.SAMPLE_PASSWORD));
        assertEquals(
                LoadProblem.PASSWORD_NEEDED, TestFiles.failureOfKey(store, null).problem());
        isWhole("Content-Transfer-Encoding: quoted-printable\n\n" + pem.replace("=", "=3D"));
    }

    @Test
    void certificatesOfJwkAndSaml() throws Exception {
        String first = Base64.getEncoder().encodeToString(leaf.leaf().getEncoded());
        String second = Base64.getEncoder().encodeToString(root.leaf().getEncoded());
        for (String text : List.of(
                "{\"kty\": \"EC\", \"x5c\": [\"" + first + "\", \"" + second + "\"]}",
                "<a><X509Certificate>" + first + "</X509Certificate>\n<X509Certificate>"
                        + second.replaceAll("(.{64})", "$1\n") + "\n</X509Certificate></a>")) {
            assertEquals(List.of(leaf.leaf(), root.leaf()), PkiFiles.certificates(file(text), null));
        }
    }

    @Test
    void otherBase64IsLeftAlone() throws Exception {
        String noise = "A".repeat(70);
        byte[] der = new DERSequence(new DEROctetString(new byte[200])).getEncoded();
        String unknown = Base64.getEncoder().encodeToString(der);
        assertEquals(ContentKind.JSON, kind("{\"k\": \"" + unknown + "\"}"));
        for (String text : List.of("{\"k\": \"" + noise + "\"}", "{\"k\": \"MII" + noise + "\"}")) {
            LoadFault fault = TestFiles.failureOfCertificates(file(text), null).fault();
            assertEquals(ContentKind.JSON, fault.found().orElseThrow());
        }
    }

    @Test
    void whatIsNoneOfOursIsNamed() throws Exception {
        byte[] tar = new byte[1024];
        System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
        Path archive = Files.write(dir.resolve("tar"), tar);
        assertEquals(
                ContentKind.TAR,
                TestFiles.failureOfKey(archive, null).fault().found().orElseThrow());
        assertEquals(ContentKind.TEXT, kind("[ca]\ndefault_ca = it\n"));
        assertEquals(ContentKind.JSON, kind(" [ {\"a\": 1}]"));
        assertEquals(ContentKind.JSON, kind("{}"));
        String signed = """
                -----BEGIN PGP SIGNED MESSAGE-----
                Hash: SHA512

                x
                -----BEGIN PGP SIGNATURE-----

                iHUE
                =abcd
                -----END PGP SIGNATURE-----
                """;
        assertEquals(ContentKind.PGP_MESSAGE, kind(signed));
    }

    private ContentKind kind(String text) throws IOException {
        LoadException failure = TestFiles.failureOfCertificates(file(text), null);
        return failure.fault().found().orElseThrow();
    }

    /** Its entries’ lines, having compared what is in it. */
    private List<Long> isWhole(String text) throws Exception {
        try (OpenedFile opened = OpenedFile.open(file(text), null)) {
            Identity identity = opened.identity(EntryChoice.first());
            assertEquals(leaf.leaf(), identity.leaf());
            assertTrue(KeyPairs.match(leaf.leaf(), identity.key()));
            FileContents contents = opened.contents();
            assertEquals(List.of(), contents.faults());
            assertEquals(
                    List.of(ContentKind.CERTIFICATE, ContentKind.CERTIFICATE, ContentKind.PRIVATE_KEY),
                    contents.entries().stream().map(FileEntry::kind).toList());
            return contents.entries().stream()
                    .map(entry -> entry.place().number())
                    .toList();
        }
    }

    private static String once(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static String certificate(Identity identity) {
        return Pem.encode(identity.leaf());
    }

    private static String key() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(leaf.key().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("file"), text);
    }
}
