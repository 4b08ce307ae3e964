package org.mtlsplayground.scenario;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.List;
import org.mtlsplayground.ca.KeyFiles;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.ca.OpenSslFiles;
import org.mtlsplayground.ca.SaveFormat;
import org.mtlsplayground.ca.Saveable;
import org.mtlsplayground.ca.SavedFiles;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Pem;

/** Files and passwords: what fails before a byte is sent, and what one might think would. */
final class BeforeTheWireShelf {
    /** Throw-away files of a lesson: their passwords are part of it. */
    private static final String PASSWORD = "changeit";

    private static final String WRONG = "changeme";

    private BeforeTheWireShelf() {}

    static List<Scenario> all() {
        return List.of(
                draft("pkcs12-wrong-password", 58)
                        .with(kit -> keyStore(kit, SaveFormat.PKCS12, WRONG))
                        .ends(Verdict.Kind.FAILED, Cause.WRONG_PASSWORD),
                draft("key-wrong-password", 58)
                        .with(kit -> key(kit, "client.key", encrypted(kit.ofClient), WRONG))
                        .ends(Verdict.Kind.FAILED, Cause.WRONG_PASSWORD),
                draft("trust-store-wrong-password", 58)
                        .with(kit -> kit.file(
                                Side.SERVER,
                                Slot.TRUSTED,
                                SlotFile.closed(trustStore(kit.ofClient, SaveFormat.JKS), WRONG)))
                        .ends(Verdict.Kind.FAILED, Cause.WRONG_PASSWORD),
                draft("pkcs12-right-password")
                        .with(kit -> keyStore(kit, SaveFormat.PKCS12, PASSWORD))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("key-pkcs1", 59)
                        .client(Chains.client(Chains.alice().key(KeyKind.RSA_2048)))
                        .with(kit -> key(kit, "client-rsa.key", OpenSslFiles.traditionalPem(keyOf(kit)), ""))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("key-sec1", 59)
                        .with(kit -> key(kit, "client-ec.key", OpenSslFiles.traditionalPem(keyOf(kit)), ""))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("key-encrypted", 59)
                        .with(kit -> key(kit, "client.key", encrypted(kit.ofClient), PASSWORD))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("key-encrypted-traditional", 59)
                        .with(kit -> key(
                                kit,
                                "client-ec.key",
                                OpenSslFiles.traditionalPem(keyOf(kit), PASSWORD.toCharArray()),
                                PASSWORD))
                        .ends(Verdict.Kind.MUTUAL, Cause.SOUND),
                draft("trust-store-of-openssl", 60)
                        .with(kit -> kit.file(
                                Side.SERVER,
                                Slot.TRUSTED,
                                SlotFile.closed(
                                        new NewFile(
                                                "client-ca.p12",
                                                OpenSslFiles.pkcs12(kit.ofClient.trusted(), PASSWORD.toCharArray()),
                                                false),
                                        PASSWORD)))
                        .ends(Verdict.Kind.MUTUAL, Cause.JAVA_SEES_NO_ANCHORS),
                draft("client-files-mixed-up", 61)
                        .with(kit -> key(kit, "other.key", KeyFiles.plainPem(foreign()), ""))
                        .refused(Side.SERVER, "CertificateVerify", "handshake_failure", Cause.FOREIGN_KEY),
                draft("server-files-mixed-up", 61)
                        .with(kit -> kit.file(
                                Side.SERVER, Slot.KEY, SlotFile.open("other.key", KeyFiles.plainPem(foreign()), true)))
                        .ends((version, jdk) -> Expectation.refused(
                                Side.CLIENT,
                                version == TlsVersion.TLS_1_3 ? "CertificateVerify" : "ServerKeyExchange",
                                "handshake_failure",
                                Cause.FOREIGN_KEY)),
                draft("certificate-as-key")
                        .with(kit -> key(kit, "client.key", pem(kit.ofClient), ""))
                        .ends(Verdict.Kind.FAILED, Cause.FILE_UNUSABLE),
                draft("certificate-cut-short")
                        .with(kit -> kit.file(
                                Side.CLIENT, Slot.CHAIN, SlotFile.open("client.crt", cut(pem(kit.ofClient)), false)))
                        .ends(Verdict.Kind.FAILED, Cause.FILE_UNUSABLE));
    }

    /** One file for the client's chain and key. */
    private static void keyStore(Kit kit, SaveFormat format, String typed) {
        NewFile store = SavedFiles.of(Saveable.of(kit.ofClient.identity()), format, "client", PASSWORD.toCharArray())
                .get(0);
        kit.file(Side.CLIENT, Slot.CHAIN, SlotFile.closed(store, typed));
        kit.file(Side.CLIENT, Slot.KEY, SlotFile.closed(store, typed));
    }

    private static NewFile trustStore(Material material, SaveFormat format) {
        return SavedFiles.of(Saveable.of(material.trusted()), format, "client-ca", PASSWORD.toCharArray())
                .get(0);
    }

    private static void key(Kit kit, String name, byte[] content, String typed) {
        NewFile file = new NewFile(name, content, true);
        kit.file(Side.CLIENT, Slot.KEY, typed.isEmpty() ? SlotFile.open(file) : SlotFile.closed(file, typed));
    }

    private static PrivateKey keyOf(Kit kit) {
        return kit.ofClient.identity().key();
    }

    private static PrivateKey foreign() {
        return KeyKind.EC_P256.generate().getPrivate();
    }

    private static byte[] encrypted(Material material) {
        return KeyFiles.encryptedPem(material.identity().key(), PASSWORD.toCharArray());
    }

    private static byte[] pem(Material material) {
        return Pem.encode(material.identity().chain()).getBytes(StandardCharsets.US_ASCII);
    }

    /** As a copy ends that was broken off. */
    private static byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 3);
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.BEFORE_THE_WIRE, id, rows);
    }
}
