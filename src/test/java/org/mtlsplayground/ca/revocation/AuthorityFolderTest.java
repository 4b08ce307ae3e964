package org.mtlsplayground.ca.revocation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.Place;
import org.mtlsplayground.pki.status.RevocationLists;
import org.mtlsplayground.pki.status.RevocationReason;

/** A CA on disk, where OpenSSL can go on with it. */
class AuthorityFolderTest {
    private static final char[] PASSWORD = "open sesame".toCharArray();
    private static final Instant LATE = Instant.parse("2051-02-03T04:05:06Z");

    @TempDir
    Path folder;

    private final Authority authority = new Authority(
            NewCertificate.authority("Kept CA").organization("mTLS").create());
    private final Identity alice = authority.issue(NewCertificate.client("alice"));
    private final Identity late = authority.issue(NewCertificate.client("late").valid(Instant.now(), LATE));

    private Path ca() {
        return folder.resolve("kept");
    }

    @Test
    void comesBackAsItWas() throws Exception {
        authority.revoke(
                alice.leaf().getSerialNumber(),
                new Revocation(Instant.parse("2026-01-02T03:04:05Z"), RevocationReason.AA_COMPROMISE));
        var unused = authority.newCrl(Instant.now(), LATE);
        AuthorityFolder.save(authority, ca(), PASSWORD);
        Authority loaded = AuthorityFolder.load(ca(), PASSWORD);
        assertEquals(authority.identity(), loaded.identity());
        assertEquals(authority.issued(), loaded.issued());
        assertEquals(BigInteger.TWO, loaded.nextCrlNumber());
        assertEquals(
                LoadProblem.PASSWORD_NEEDED,
                assertThrows(LoadException.class, () -> AuthorityFolder.load(ca(), null))
                        .problem());
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        AuthorityFolder.save(authority, ca(), null);
        try (Stream<Path> files = Files.list(ca())) {
            List<Path> all = files.sorted().toList();
            assertEquals(
                    List.of("ca.crt", "ca.key", "crlnumber", "index.txt", "index.txt.attr"),
                    all.stream().map(file -> file.getFileName().toString()).toList());
            for (Path file : all) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void writesItsOwnBooksAnew() throws Exception {
        AuthorityFolder.save(authority, ca(), PASSWORD);
        byte[] key = Files.readAllBytes(ca().resolve("ca.key"));
        authority.revoke(late.leaf().getSerialNumber(), Revocation.now(RevocationReason.CERTIFICATE_HOLD));
        AuthorityFolder.save(authority, ca(), null);
        assertEquals(authority.issued(), AuthorityFolder.load(ca(), PASSWORD).issued(), "with the key as it was");
        assertArrayEquals(key, Files.readAllBytes(ca().resolve("ca.key")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.crt", "ca.key", "index.txt", "index.txt.attr", "crlnumber"})
    void overwritesNothingElse(String name) throws Exception {
        Files.createDirectories(ca());
        Files.writeString(ca().resolve(name), "precious");
        assertThrows(FileAlreadyExistsException.class, () -> AuthorityFolder.save(authority, ca(), null));
        assertEquals("precious", Files.readString(ca().resolve(name)));
        try (Stream<Path> files = Files.list(ca())) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void anotherCasFolderIsRefused() throws Exception {
        AuthorityFolder.save(new Authority(NewCertificate.authority("Kept CA").create()), ca(), null);
        assertThrows(FileAlreadyExistsException.class, () -> AuthorityFolder.save(authority, ca(), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "V\t461130120000Z\t\t01\tunknown",
                "X\t461130120000Z\t\t01\tunknown\t/CN=a",
                "V\t46113012000Z\t\t01\tunknown\t/CN=a",
                "V\t461330120000Z\t\t01\tunknown\t/CN=a",
                "V\t461130120000Z\t\tno\tunknown\t/CN=a",
                "R\t461130120000Z\t\t01\tunknown\t/CN=a",
                "R\t461130120000Z\t260101000000Z,bored\t01\tunknown\t/CN=a"
            })
    void aLineThatCannotBeReadIsNamed(String line) throws Exception {
        AuthorityFolder.save(authority, ca(), null);
        Files.writeString(ca().resolve("index.txt"), "# a comment\n\n" + line + "\n");
        LoadException problem = assertThrows(LoadException.class, () -> AuthorityFolder.load(ca(), null));
        assertEquals(LoadProblem.DAMAGED, problem.problem());
        assertEquals(Place.line(3), problem.fault().place().orElseThrow());
    }

    /** The words that OpenSSL may add to a reason. */
    @Test
    void whatOpensslAddsIsUnderstood() throws Exception {
        AuthorityFolder.save(authority, ca(), null);
        Files.writeString(ca().resolve("index.txt"), """
                E\t200101000000Z\t\t01\tunknown\t/CN=a
                R\t20510203040506Z\t260101000000Z\t02\tunknown\t/CN=b
                R\t461130120000Z\t260101000000Z,CAkeyTime,20250101000000Z\t03\tunknown\t/CN=c
                """);
        List<Issued> issued = AuthorityFolder.load(ca(), null).issued();
        assertEquals(Issued.State.EXPIRED, issued.get(0).stateAt(Instant.now()));
        assertEquals(LATE, issued.get(1).notAfter());
        assertEquals(
                List.of(RevocationReason.UNSPECIFIED, RevocationReason.CA_COMPROMISE),
                issued.stream()
                        .skip(1)
                        .map(one -> one.revocation().orElseThrow().reason())
                        .toList());
    }

    @Test
    void opensslGoesOnWithIt() throws Exception {
        OutsideProgram.require("openssl");
        authority.revoke(alice.leaf().getSerialNumber(), Revocation.now(RevocationReason.CA_COMPROMISE));
        authority.issue(NewCertificate.client("alice"));
        AuthorityFolder.save(authority, ca(), null);
        Path config = Files.writeString(folder.resolve("openssl.cnf"), """
                [ca]
                default_ca=kept
                [kept]
                database=index.txt
                crlnumber=crlnumber
                certificate=ca.crt
                private_key=ca.key
                default_md=sha256
                default_crl_days=3
                """);
        openssl("ca", "-config", config.toString(), "-gencrl", "-out", "crl.pem");
        assertTrue(RevocationLists.read(ca().resolve("crl.pem")).get(0).isRevoked(alice.leaf()));
        openssl("ca", "-config", config.toString(), "-revoke", certificate(late), "-crl_reason", "superseded");
        Authority back = AuthorityFolder.load(ca(), null);
        assertEquals(
                RevocationReason.SUPERSEDED,
                back.find(late.leaf().getSerialNumber())
                        .flatMap(Issued::revocation)
                        .orElseThrow()
                        .reason());
        assertEquals(BigInteger.TWO, back.nextCrlNumber());
        assertEquals(3, back.issued().size());
    }

    private String certificate(Identity identity) throws Exception {
        return Files.writeString(folder.resolve("leaf.crt"), Pem.encode(identity.leaf()))
                .toString();
    }

    private void openssl(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
        OutsideProgram.Result result = OutsideProgram.run(command, ca(), Duration.ofSeconds(20));
        assertEquals(0, result.exitCode(), result::all);
    }
}
