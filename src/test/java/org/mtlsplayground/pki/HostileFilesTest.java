package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.misc.ScryptParams;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.pkcs.PKCS12PfxPdu;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt: refused soon, and by a {@link LoadException}. */
class HostileFilesTest {
    private static final char[] PASSWORD = "any".toCharArray();
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path dir;

    @Test
    void endlessKeyDerivations() throws Exception {
        ASN1EncodableVector pbkdf2 = new ASN1EncodableVector();
        pbkdf2.add(new DEROctetString(new byte[16]));
        pbkdf2.add(new ASN1Integer(Integer.MAX_VALUE));
        refused("2147483647", encryptedKey(PKCSObjectIdentifiers.id_PBKDF2, new DERSequence(pbkdf2)));

        ASN1EncodableVector beyondInt = new ASN1EncodableVector();
        beyondInt.add(new DEROctetString(new byte[16]));
        beyondInt.add(new ASN1Integer(BigInteger.ONE.shiftLeft(80)));
        refused("1208925819614629174706176", encryptedKey(PKCSObjectIdentifiers.id_PBKDF2, new DERSequence(beyondInt)));

        ScryptParams scrypt = new ScryptParams(new byte[16], 1 << 30, 1024, 1);
        refused("", encryptedKey(MiscObjectIdentifiers.id_scrypt, scrypt));
    }

    @Test
    void anEndlessMac() throws Exception {
        Pfx sound = new PKCS12PfxPdu(TestFiles.bytes(TestFiles.sample("client.p12"))).toASN1Structure();
        MacData mac = new MacData(sound.getMacData().getMac(), new byte[16], Integer.MAX_VALUE);
        refused("2147483647", new Pfx(sound.getAuthSafe(), mac).getEncoded());
    }

    @Test
    void bottomlessNesting() throws Exception {
        byte[] indefinite = new byte[2_000_000];
        for (int i = 0; i < indefinite.length; i += 2) {
            indefinite[i] = 0x30;
            indefinite[i + 1] = (byte) 0x80;
        }
        for (byte[] bytes : List.of(indefinite, definiteNesting(100_000))) {
            Path file = Files.write(dir.resolve("deep"), bytes);
            assertTimeoutPreemptively(SOON, () -> {
                assertEquals(
                        LoadProblem.DAMAGED,
                        TestFiles.failureOfCertificates(file, null).problem());
                assertEquals(
                        LoadProblem.DAMAGED,
                        TestFiles.failureOfKey(file, PASSWORD).problem());
            });
        }
    }

    @Test
    void moreCertificatesThanAnyoneHas() throws Exception {
        byte[] one = TestFiles.bytes(TestFiles.sample("client.crt"));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        for (int i = 0; i <= Items.MAX_PARTS; i++) {
            many.write(one);
        }
        Path file = Files.write(dir.resolve("many"), many.toByteArray());
        LoadException failure = TestFiles.failureOfCertificates(file, null);
        assertEquals(LoadProblem.TOO_BIG, failure.problem());
        assertEquals(LoadDetail.TOO_MANY_PARTS, failure.fault().detail());
    }

    @Test
    void moreLinesThanAnyoneReads() throws Exception {
        String block = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        for (String line :
                List.of("\n", "-----BEGIN X-----\n", "\"-----BEGIN ", "-----BEGIN ", "-----", "> ", "A:\n", block)) {
            String text = "-----BEGIN CERTIFICATE-----\n" + line.repeat((int) PkiFiles.MAX_BYTES / 2 / line.length());
            Path file = Files.writeString(dir.resolve("lines"), text);
            assertTimeoutPreemptively(SOON, () -> {
                LoadProblem problem =
                        TestFiles.failureOfCertificates(file, null).problem();
                assertTrue(problem == LoadProblem.DAMAGED || problem == LoadProblem.TOO_BIG, line + problem);
            });
        }
    }

    @Test
    void rsaNumbersThatWouldTakeForEver() throws Exception {
        BigInteger huge = BigInteger.ONE.shiftLeft(2_000_000).subtract(BigInteger.ONE);
        BigInteger modulus = BigInteger.ONE.shiftLeft(2047).add(BigInteger.TEN);
        RSAPrivateKey key = new RSAPrivateKey(modulus, BigInteger.valueOf(65537), huge, huge, huge, huge, huge, huge);
        Path file = Files.write(dir.resolve("rsa"), key.getEncoded());
        assertTimeoutPreemptively(SOON, () -> {
            LoadFault fault = TestFiles.failureOfKey(file, null).fault();
            assertEquals(LoadProblem.DAMAGED, fault.problem());
            assertEquals(LoadDetail.KEY_CONTENT, fault.detail());
        });
    }

    @Test
    void aBlockWithoutEndOrWithAMalformedBeginning() throws Exception {
        String sound = Files.readString(TestFiles.sample("client.crt"));
        for (String text : List.of(
                sound.replace("-----END", "----END"),
                sound + "-----BEGIN CERTIFICATE----\nAAAA\n",
                sound.replace("-----END CERTIFICATE-----", "-----BEGIN CERTIFICATE-----"),
                sound.replace("MII", "M!I"))) {
            Path file = Files.writeString(dir.resolve("text"), text);
            assertEquals(
                    LoadProblem.DAMAGED,
                    TestFiles.failureOfCertificates(file, null).problem(),
                    text);
        }
    }

    private void refused(String argument, byte[] content) throws IOException {
        Path file = Files.write(dir.resolve("hostile"), content);
        assertTimeoutPreemptively(SOON, () -> {
            LoadException failure = TestFiles.failureOfKey(file, PASSWORD);
            assertEquals(LoadProblem.TOO_COSTLY, failure.problem());
            assertEquals(argument, failure.fault().argument());
        });
    }

    private static byte[] encryptedKey(ASN1ObjectIdentifier function, ASN1Encodable parameters) throws IOException {
        PBES2Parameters scheme = new PBES2Parameters(
                new KeyDerivationFunc(function, parameters),
                new EncryptionScheme(NISTObjectIdentifiers.id_aes256_CBC, new DEROctetString(new byte[16])));
        return new EncryptedPrivateKeyInfo(
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, scheme), new byte[64])
                .getEncoded();
    }

    /** Sequences within sequences, each with its exact length. */
    private static byte[] definiteNesting(int depth) {
        byte[] reversed = new byte[depth * 5];
        int length = 0;
        for (int i = 0; i < depth && length + 5 < reversed.length; i++) {
            int content = length;
            reversed[length++] = (byte) content;
            reversed[length++] = (byte) (content >> 8);
            reversed[length++] = (byte) (content >> 16);
            reversed[length++] = (byte) 0x83;
            reversed[length++] = 0x30;
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = reversed[length - 1 - i];
        }
        return bytes;
    }
}
