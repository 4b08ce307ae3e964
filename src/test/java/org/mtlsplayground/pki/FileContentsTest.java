package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.ca.NewCertificate;

/** What a file is, found from its content; where each thing in it stands; and that damage spares the rest. */
class FileContentsTest {
    @TempDir
    Path dir;

    private final Identity root = NewCertificate.authority("root").create();
    private final Identity leaf = NewCertificate.client("leaf").issuedBy(root).create();

    @Test
    void eachEntryHasItsPlace() throws Exception {
        String key = Files.readString(TestFiles.sample("client.key"));
        String text = "some words\n\n" + Pem.encode(leaf.leaf()) + "\n" + key + Pem.encode(root.leaf());
        for (String end : List.of("\n", "\r\n", "\r")) {
            FileContents contents = PkiFiles.inspect(file(text.replace("\n", end)), null);
            assertEquals(FileFormat.PEM, contents.format());
            assertEquals(
                    List.of(ContentKind.CERTIFICATE, ContentKind.PRIVATE_KEY, ContentKind.CERTIFICATE),
                    contents.entries().stream().map(FileEntry::kind).toList());
            List<Long> expected = List.of(
                    line(text, "BEGIN CERTIFICATE", 0),
                    line(text, "BEGIN PRIVATE KEY", 0),
                    line(text, "BEGIN CERTIFICATE", text.indexOf("PRIVATE KEY")));
            assertEquals(
                    expected,
                    contents.entries().stream()
                            .map(entry -> entry.place().number())
                            .toList());
            FileEntry.Key told = (FileEntry.Key) contents.entries().get(1);
            assertEquals("PKCS#8", told.form());
            assertEquals("EC P-256", told.key());
            assertFalse(told.encrypted());
        }
    }

    @Test
    void damageIsNamedWithItsLineAndTheRestIsRead() throws Exception {
        String good = Pem.encode(leaf.leaf());
        String bad = Pem.encode(root.leaf());
        int lines = (int) good.lines().count();
        String[] wrongs = {
            bad.replaceFirst("(?m)^(.{10}).", "$1!"),
            bad.replace("-----END CERTIFICATE-----", ""),
            bad.replace("-----END CERTIFICATE-----", "-----END CERTIFICATE----"),
            bad.replace("-----END CERTIFICATE-----", "-----END PRIVATE KEY-----")
        };
        LoadDetail[] details = {
            LoadDetail.BASE64, LoadDetail.NO_END_LINE, LoadDetail.BOUNDARY_LINE, LoadDetail.BOUNDARY_LINE
        };
        long end = lines + bad.lines().count();
        long[] places = {lines + 2L, lines + 1L, end, end};
        // The first line of base64 is changed, not the BEGIN line.
        wrongs[0] = bad.replaceFirst("\n(.{10}).", "\n$1!");
        for (int i = 0; i < wrongs.length; i++) {
            Path file = file(good + wrongs[i] + good);
            FileContents contents = PkiFiles.inspect(file, null);
            assertEquals(2, contents.entries().size(), "case " + i);
            LoadFault fault = contents.faults().get(0);
            assertEquals(LoadProblem.DAMAGED, fault.problem());
            assertEquals(details[i], fault.detail(), "case " + i);
            assertEquals(Optional.of(Place.line(places[i])), fault.place(), "case " + i);
            // As a chain it is not taken: something may be missing from it.
            assertEquals(
                    fault.place(),
                    TestFiles.failureOfCertificates(file, null).fault().place());
        }
    }

    @Test
    void pemInMailYamlJsonAndOnOneLine() throws Exception {
        String pem = Pem.encode(leaf.leaf()) + Pem.encode(root.leaf());
        String yaml = "data:\n  tls.crt: |\n" + pem.indent(4);
        String json = "{\"private\": \"no\", \"certificate\": \"" + pem.replace("\n", "\\n") + "\"}";
        String mail = "Hello,\n\nhere is -----BEGIN CERTIFICATE----- as you asked:\n"
                + pem.lines().map(line -> "> " + line + "\n").reduce("", String::concat);
        String oneLine = pem.strip().replace("\n", " ");
        for (String text : List.of(yaml, json, mail, oneLine, "\uFEFF" + pem)) {
            assertEquals(List.of(leaf.leaf(), root.leaf()), PkiFiles.certificates(file(text), null), text);
        }
        Path wide = Files.write(dir.resolve("wide"), pem.getBytes(StandardCharsets.UTF_16LE));
        assertEquals(List.of(leaf.leaf(), root.leaf()), PkiFiles.certificates(wide, null));
    }

    @Test
    void base64WithoutItsLines() throws Exception {
        String text = Base64.getMimeEncoder().encodeToString(leaf.leaf().getEncoded());
        FileContents contents = PkiFiles.inspect(file(text), null);
        assertEquals(FileFormat.BASE64, contents.format());
        assertEquals(List.of(leaf.leaf()), PkiFiles.certificates(file(text + "\r\n"), null));
    }

    @Test
    void derOneAfterTheOther() throws Exception {
        byte[] first = leaf.leaf().getEncoded();
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(first);
        both.write(root.leaf().getEncoded());
        Path file = Files.write(dir.resolve("both"), both.toByteArray());
        FileContents contents = PkiFiles.inspect(file, null);
        assertEquals(
                List.of(Place.offset(0), Place.offset(first.length)),
                contents.entries().stream().map(FileEntry::place).toList());
        both.write("rest".getBytes(StandardCharsets.US_ASCII));
        Files.write(file, both.toByteArray());
        LoadFault fault = TestFiles.failureOfCertificates(file, null).fault();
        assertEquals(LoadDetail.MORE_BYTES, fault.detail());
        assertEquals(Optional.of(Place.offset(both.size() - 4)), fault.place());
        Files.write(file, Arrays.copyOf(both.toByteArray(), first.length + 40));
        fault = TestFiles.failureOfCertificates(file, null).fault();
        assertEquals(LoadDetail.CUT_SHORT, fault.detail());
        assertEquals(Optional.of(Place.offset(first.length)), fault.place());
    }

    @Test
    void bundlesOfPkcs7() throws Exception {
        Files.writeString(dir.resolve("all.pem"), Pem.encode(List.of(root.leaf(), leaf.leaf())));
        for (String form : List.of("PEM", "DER")) {
            Openssl.run(dir, "crl2pkcs7 -nocrl -certfile all.pem -outform " + form + " -out bundle");
            assertEquals(List.of(leaf.leaf(), root.leaf()), PkiFiles.certificates(dir.resolve("bundle"), null));
            FileFormat expected = form.equals("PEM") ? FileFormat.PEM : FileFormat.PKCS7;
            assertEquals(expected, PkiFiles.inspect(dir.resolve("bundle"), null).format());
        }
        Openssl.run(
                dir,
                "cms -sign -in all.pem -signer "
                        + TestFiles.sample("client.crt").toAbsolutePath() + " -inkey "
                        + TestFiles.sample("client.key").toAbsolutePath()
                        + " -certfile all.pem -stream -indef -outform DER -out signed -nodetach");
        assertEquals(
                3,
                PkiFiles.trustAnchors(dir.resolve("signed"), null)
                        .certificates()
                        .size());
    }

    @Test
    void aLabelThatLies() throws Exception {
        String key = Files.readString(TestFiles.sample("client.key"));
        Path renamed = file(key.replace(" PRIVATE KEY", " EC PRIVATE KEY"));
        assertEquals("EC", PkiFiles.privateKey(renamed, null).getAlgorithm());
        LoadFault fault = TestFiles.failureOfCertificates(file(key.replace("PRIVATE KEY", "CERTIFICATE")), null)
                .fault();
        assertEquals(LoadProblem.SOMETHING_ELSE, fault.problem());
        assertEquals(Optional.of(ContentKind.PRIVATE_KEY), fault.found());
    }

    @Test
    void whatIsNoneOfOursIsNamed() throws Exception {
        Openssl.run(dir, "dhparam -out dh.pem -dsaparam 512");
        Openssl.run(dir, "dhparam -in dh.pem -outform DER -out dh.der");
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(word)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        Map<ContentKind, byte[]> samples = Map.ofEntries(
                Map.entry(ContentKind.HTML, ascii("<!DOCTYPE html>\n<html><body>404</body></html>")),
                Map.entry(ContentKind.XML, ascii("<?xml version=\"1.0\"?><a/>")),
                Map.entry(ContentKind.JSON, ascii("{\"keys\": [{\"kty\": \"RSA\"}]}")),
                Map.entry(ContentKind.PDF, ascii("%PDF-1.7\n")),
                Map.entry(ContentKind.OFFICE_DOCUMENT, word.toByteArray()),
                Map.entry(ContentKind.IMAGE, HexFormat.of().parseHex("89504e470d0a1a0a0000000d")),
                Map.entry(ContentKind.PROGRAM, HexFormat.of().parseHex("7f454c4602010100")),
                Map.entry(ContentKind.SQLITE, ascii("SQLite format 3\0rest")),
                Map.entry(ContentKind.PUTTY_KEY, ascii("PuTTY-User-Key-File-3: ssh-ed25519\n")),
                Map.entry(ContentKind.SSH_PUBLIC_KEY, ascii("ssh-rsa AAAAB3NzaC1yc2E someone\n")),
                Map.entry(
                        ContentKind.SSH_PRIVATE_KEY,
                        ascii("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n")),
                Map.entry(
                        ContentKind.PGP_PUBLIC_KEY,
                        ascii(
                                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n")),
                Map.entry(
                        ContentKind.PGP_PRIVATE_KEY,
                        HexFormat.of().parseHex("9501d8046000000000010400" + "00".repeat(20))),
                Map.entry(ContentKind.KEY_LOG, ascii("# log\nCLIENT_RANDOM 00 11\n")),
                Map.entry(ContentKind.DH_PARAMETERS, Files.readAllBytes(dir.resolve("dh.pem"))));
        for (Map.Entry<ContentKind, byte[]> sample : samples.entrySet()) {
            Path file = Files.write(dir.resolve("certificate.crt"), sample.getValue());
            assertEquals(
                    sample.getKey(),
                    PkiFiles.inspect(file, null).entries().get(0).kind());
            LoadFault fault = TestFiles.failureOfKey(file, null).fault();
            assertEquals(LoadProblem.SOMETHING_ELSE, fault.problem());
            assertEquals(Optional.of(sample.getKey()), fault.found());
            assertEquals(Optional.of(ContentKind.PRIVATE_KEY), fault.expected());
        }
        assertEquals(
                ContentKind.DH_PARAMETERS,
                PkiFiles.inspect(dir.resolve("dh.der"), null).entries().get(0).kind());
    }

    @Test
    void severalKeysEachWithItsCertificate() throws Exception {
        Identity other = NewCertificate.server("other").issuedBy(root).create();
        Openssl.run(dir, "genpkey -algorithm ED25519 -out third.pem");
        String text = pem(leaf.key().getEncoded())
                + pem(other.key().getEncoded())
                + Files.readString(dir.resolve("third.pem"))
                + Pem.encode(root.leaf())
                + Pem.encode(other.leaf())
                + Pem.encode(leaf.leaf());
        Path file = file(text);
        List<EntryOption> options = PkiFiles.options(file, null);
        assertEquals(
                List.of(Optional.of(leaf.leaf()), Optional.of(other.leaf()), Optional.empty()),
                options.stream().map(EntryOption::certificate).toList());
        assertEquals("Ed25519", options.get(2).key());
        assertEquals(List.of(other.leaf(), root.leaf()), PkiFiles.certificates(file, null, EntryChoice.of("2")));
        assertTrue(KeyPairs.match(other.leaf(), PkiFiles.privateKey(file, null, EntryChoice.of("2"))));
        assertEquals(List.of(leaf.leaf(), root.leaf()), PkiFiles.certificates(file, null));
    }

    private static String pem(byte[] key) {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static long line(String text, String sought, int from) {
        return text.substring(0, text.indexOf(sought, from))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("file"), text);
    }
}
