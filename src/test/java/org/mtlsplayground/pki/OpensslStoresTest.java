package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.ca.NewCertificate;

/** PKCS#12 as openssl writes it, and bundles of certificates in every form. */
class OpensslStoresTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " -legacy",
                " -nomac",
                " -certpbe NONE",
                " -keypbe NONE -certpbe NONE",
                " -iter 1",
                " -macalg sha512"
            })
    void identitiesInPkcs12(String options) throws Exception {
        for (String password : List.of("secret", "")) {
            export(
                    "-in " + path("client.crt") + " -inkey " + path("client.key") + " -certfile "
                            + path("client_ca.crt"),
                    password,
                    options);
            char[] chars = password.toCharArray();
            List<X509Certificate> chain = PkiFiles.certificates(dir.resolve("made.p12"), chars);
            assertEquals(List.of(TestFiles.certificate("client.crt"), TestFiles.certificate("client_ca.crt")), chain);
            assertTrue(KeyPairs.match(chain.get(0), PkiFiles.privateKey(dir.resolve("made.p12"), chars)));
        }
    }

    @Test
    void anEmptyPasswordIsFoundWithoutBeingGiven() throws Exception {
        export("-in " + path("client.crt") + " -inkey " + path("client.key"), "", "");
        assertEquals(1, PkiFiles.certificates(dir.resolve("made.p12"), null).size());
        assertEquals("EC", PkiFiles.privateKey(dir.resolve("made.p12"), null).getAlgorithm());
    }

    /** GnuTLS and Go leave out what other programs write after the name of the seal’s digest (RFC 8017 §B.1). */
    @Test
    void aSealWhoseDigestHasNoParameters() throws Exception {
        for (String password : List.of("secret", "")) {
            export("-in " + path("client.crt") + " -inkey " + path("client.key"), password, "");
            Pfx sealed = Pfx.getInstance(Files.readAllBytes(dir.resolve("made.p12")));
            MacData seal = sealed.getMacData();
            DigestInfo bare = new DigestInfo(
                    new AlgorithmIdentifier(seal.getMac().getAlgorithmId().getAlgorithm()),
                    seal.getMac().getDigest());
            MacData changed =
                    new MacData(bare, seal.getSalt(), seal.getIterationCount().intValueExact());
            Path made = Files.write(dir.resolve("bare.p12"), new Pfx(sealed.getAuthSafe(), changed).getEncoded());
            FileContents contents = PkiFiles.inspect(made, password.isEmpty() ? null : password.toCharArray());
            assertEquals(List.of(), contents.faults());
            assertEquals(1, contents.entries().size());
            assertEquals(
                    LoadProblem.WRONG_PASSWORD,
                    TestFiles.failureOfKey(made, "another".toCharArray()).problem());
        }
    }

    /** BER with lengths that are not told and strings in pieces, as browsers and macOS write it; other programs' marks. */
    @Test
    void lengthsThatAreNotTold() throws Exception {
        Identity root = NewCertificate.authority("root").create();
        Identity leaf = NewCertificate.client("leaf").issuedBy(root).create();
        KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
        store.load(null, null);
        store.setKeyEntry("Zertifikat für Jürgen", leaf.key(), null, new Certificate[] {leaf.leaf(), root.leaf()});
        for (String password : List.of("sécret", "")) {
            Path made = dir.resolve("ber.p12");
            try (OutputStream out = Files.newOutputStream(made)) {
                store.store(out, password.toCharArray());
            }
            assertEquals((byte) 0x80, Files.readAllBytes(made)[1]);
            try (OpenedFile opened = OpenedFile.open(made, password.toCharArray())) {
                Identity loaded = opened.identity(EntryChoice.first());
                assertEquals(List.of(leaf.leaf(), root.leaf()), loaded.chain());
                assertTrue(KeyPairs.match(leaf.leaf(), loaded.key()));
                assertEquals("Zertifikat für Jürgen", opened.options().get(0).alias());
            }
        }
    }

    @Test
    void trustWithoutJavasOwnMark() throws Exception {
        export("-nokeys -in " + path("server_ca.crt") + " -certfile " + path("client_ca.crt"), "secret", "");
        Path made = dir.resolve("made.p12");
        assertEquals(
                2,
                PkiFiles.trustAnchors(made, "secret".toCharArray())
                        .certificates()
                        .size());
        assertEquals(
                LoadProblem.PASSWORD_NEEDED,
                TestFiles.failureOfCertificates(made, null).problem());
        assertEquals(
                LoadProblem.WRONG_PASSWORD,
                TestFiles.failureOfCertificates(made, "Secret".toCharArray()).problem());
        assertEquals(
                LoadProblem.CERTIFICATE_NOT_KEY,
                TestFiles.failureOfKey(made, "secret".toCharArray()).problem());
    }

    @Test
    void aKeyAloneIsNoCertificate() {
        export("-nocerts -inkey " + path("client.key") + " -in " + path("client.key"), "secret", "");
        LoadException failure = TestFiles.failureOfCertificates(dir.resolve("made.p12"), "secret".toCharArray());
        assertEquals(LoadProblem.KEY_NOT_CERTIFICATE, failure.problem());
    }

    @Test
    void aBundleInAnyOrderAndWithAnyTextAround() throws Exception {
        String ca = Files.readString(TestFiles.sample("client_ca.crt"));
        String leaf = Files.readString(TestFiles.sample("client.crt"));
        String key = Files.readString(TestFiles.sample("client.key"));
        String text = "\uFEFFsubject: Jürgen\n\n" + key + ca + "and then:\n" + leaf + leaf + "the end";
        List<X509Certificate> expected =
                List.of(TestFiles.certificate("client.crt"), TestFiles.certificate("client_ca.crt"));
        for (String ends : List.of("\n", "\r\n", "\r")) {
            Path file = Files.writeString(dir.resolve("bundle"), text.replace("\n", ends));
            assertEquals(expected, PkiFiles.certificates(file, null));
            assertTrue(KeyPairs.match(expected.get(0), PkiFiles.privateKey(file, null)));
        }
        Path wide = Files.writeString(dir.resolve("wide"), text, StandardCharsets.UTF_16);
        assertEquals(expected, PkiFiles.certificates(wide, null));
    }

    @Test
    void certificatesInDer() throws Exception {
        byte[] leaf = TestFiles.der(TestFiles.sample("client.crt"));
        byte[] ca = TestFiles.der(TestFiles.sample("client_ca.crt"));
        assertEquals(List.of(TestFiles.certificate("client.crt")), PkiFiles.certificates(write(leaf), null));
        assertEquals(
                List.of(TestFiles.certificate("client.crt"), TestFiles.certificate("client_ca.crt")),
                PkiFiles.certificates(write(ca, leaf), null));
        LoadException failure = TestFiles.failureOfCertificates(write(leaf, new byte[] {0x30, 5, 1}), null);
        assertEquals(LoadProblem.DAMAGED, failure.problem());
    }

    @Test
    void opensslsOwnTrustedForm() throws LoadException {
        Openssl.run(dir, "x509 -in " + path("client_ca.crt") + " -trustout -addtrust clientAuth -out trusted.pem");
        assertEquals(1, PkiFiles.certificates(dir.resolve("trusted.pem"), null).size());
    }

    @Test
    void revocationListsAreNamed() throws IOException {
        Openssl.run(dir, "req -x509 -newkey ed25519 -nodes -keyout ca.key -subj /CN=ca -out ca.crt");
        Files.writeString(dir.resolve("index.txt"), "");
        Files.writeString(
                dir.resolve("ca.cnf"),
                "[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\ndefault_md=default\ndefault_crl_days=30\n");
        Openssl.run(dir, "ca -config ca.cnf -gencrl -keyfile ca.key -cert ca.crt -out list.crl");
        Openssl.run(dir, "crl -in list.crl -outform DER -out list.der");
        for (String file : List.of("list.crl", "list.der")) {
            LoadException failure = TestFiles.failureOfCertificates(dir.resolve(file), null);
            assertEquals(LoadProblem.SOMETHING_ELSE, failure.problem());
            assertEquals(ContentKind.CRL, failure.fault().found().orElseThrow());
        }
    }

    private void export(String what, String password, String options) {
        Openssl.run(dir, "pkcs12 -export " + what + " -passout pass:" + password + options + " -out made.p12");
    }

    private Path write(byte[]... parts) throws IOException {
        Path file = dir.resolve("some.der");
        Files.write(file, new byte[0]);
        for (byte[] part : parts) {
            Files.write(file, part, StandardOpenOption.APPEND);
        }
        return file;
    }

    private static String path(String sample) {
        return TestFiles.sample(sample).toAbsolutePath().toString();
    }
}
