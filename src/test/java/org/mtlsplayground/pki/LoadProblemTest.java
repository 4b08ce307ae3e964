package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each way in which a file can be of no use, and what is said of it. */
class LoadProblemTest {
    @TempDir
    Path dir;

    @Test
    void eachProblemHasItsFile() throws Exception {
        Map<LoadProblem, LoadException> found = new EnumMap<>(LoadProblem.class);
        found.put(LoadProblem.MISSING, TestFiles.failureOfCertificates(dir.resolve("nowhere.crt"), null));
        found.put(LoadProblem.UNREADABLE, TestFiles.failureOfCertificates(dir, null));
        found.put(
                LoadProblem.EMPTY,
                TestFiles.failureOfCertificates(file("empty", " \r\n\t".getBytes(StandardCharsets.US_ASCII)), null));
        found.put(LoadProblem.TOO_BIG, TestFiles.failureOfCertificates(sparse(PkiFiles.MAX_BYTES + 1), null));
        found.put(
                LoadProblem.NOT_UNDERSTOOD, TestFiles.failureOfCertificates(file("noise", new byte[] {1, 2, 3}), null));
        found.put(
                LoadProblem.KEY_NOT_CERTIFICATE, TestFiles.failureOfCertificates(TestFiles.sample("client.key"), null));
        found.put(LoadProblem.CERTIFICATE_NOT_KEY, TestFiles.failureOfKey(TestFiles.sample("client.crt"), null));
        found.put(
                LoadProblem.SOMETHING_ELSE,
                TestFiles.failureOfKey(
                        file("ssh", "ssh-ed25519 AAAA someone@example.org\n".getBytes(StandardCharsets.US_ASCII)),
                        null));
        found.put(LoadProblem.PASSWORD_NEEDED, TestFiles.failureOfKey(TestFiles.sample("client-encrypted.key"), null));
        found.put(
                LoadProblem.WRONG_PASSWORD,
                TestFiles.failureOfKey(TestFiles.sample("client.p12"), "playgroumd".toCharArray()));
        byte[] half = Arrays.copyOf(TestFiles.bytes(TestFiles.sample("client.crt")), 400);
        found.put(LoadProblem.DAMAGED, TestFiles.failureOfCertificates(file("half.crt", half), null));
        found.put(LoadProblem.UNSUPPORTED_KEY, TestFiles.failureOfKey(file("k1.der", keyOnUnknownCurve()), null));
        found.put(LoadProblem.TOO_COSTLY, TestFiles.failureOfKey(file("costly.p12", costly()), new char[0]));
        found.put(
                LoadProblem.NO_SUCH_ENTRY,
                assertThrows(
                        LoadException.class,
                        () -> PkiFiles.privateKey(TestFiles.sample("client.key"), null, EntryChoice.of("other"))));

        found.forEach((problem, failure) -> assertEquals(problem, failure.problem(), failure.toString()));
        assertEquals(EnumSet.allOf(LoadProblem.class), found.keySet());
        LoadFault unsupported = found.get(LoadProblem.UNSUPPORTED_KEY).fault();
        assertEquals("EC secp256k1", unsupported.argument());
        assertEquals(LoadDetail.KEY_KIND, unsupported.detail());
        LoadFault other = found.get(LoadProblem.SOMETHING_ELSE).fault();
        assertEquals(Optional.of(ContentKind.SSH_PUBLIC_KEY), other.found());
        assertEquals(Optional.of(ContentKind.PRIVATE_KEY), other.expected());
        LoadFault damaged = found.get(LoadProblem.DAMAGED).fault();
        assertEquals(LoadDetail.NO_END_LINE, damaged.detail());
        assertEquals(Optional.of(Place.line(1)), damaged.place());
        assertEquals(
                LoadDetail.FOLDER, found.get(LoadProblem.UNREADABLE).fault().detail());
        assertTrue(found.get(LoadProblem.MISSING).file().endsWith("nowhere.crt"));
    }

    @Test
    void trustIsAsStrictAsTheRest() throws Exception {
        LoadException failure =
                assertThrows(LoadException.class, () -> PkiFiles.trustAnchors(TestFiles.sample("server.key"), null));
        assertEquals(LoadProblem.KEY_NOT_CERTIFICATE, failure.problem());
    }

    @Test
    void aFileOfTheGreatestSizeIsStillRead() throws IOException {
        // All zeros: understood as nothing, but not refused for its size.
        assertEquals(
                LoadProblem.NOT_UNDERSTOOD,
                TestFiles.failureOfCertificates(sparse(PkiFiles.MAX_BYTES), null)
                        .problem());
    }

    /** A key store whose seal takes two billion rounds. */
    private static byte[] costly() throws IOException {
        Pfx sound = new PKCS12PfxPdu(TestFiles.bytes(TestFiles.sample("client.p12"))).toASN1Structure();
        MacData mac = new MacData(sound.getMacData().getMac(), new byte[16], Integer.MAX_VALUE);
        return new Pfx(sound.getAuthSafe(), mac).getEncoded();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(dir.resolve(name), content);
    }

    private Path sparse(long size) throws IOException {
        Path path = dir.resolve("sparse-" + size);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(size);
        }
        return path;
    }

    /** A sound key on a curve that JDKs since 16 leave out. */
    private static byte[] keyOnUnknownCurve() throws IOException {
        AlgorithmIdentifier algorithm =
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256k1);
        return new PrivateKeyInfo(algorithm, new ECPrivateKey(256, BigInteger.valueOf(7))).getEncoded();
    }
}
