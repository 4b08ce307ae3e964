package org.mtlsplayground.codepoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lengths are those of RFC 8446 §4.2.8, FIPS 203 §8 and draft-ietf-tls-ecdhe-mlkem. */
class KeyShareFormTest {
    @ParameterizedTest
    @CsvSource({
        "secp256r1, 65, 65",
        "secp384r1, 97, 97",
        "secp521r1, 133, 133",
        "x25519, 32, 32",
        "x448, 56, 56",
        "ffdhe2048, 256, 256",
        "ffdhe3072, 384, 384",
        "ffdhe4096, 512, 512",
        "ffdhe6144, 768, 768",
        "ffdhe8192, 1024, 1024",
        "MLKEM512, 800, 768",
        "MLKEM768, 1184, 1088",
        "MLKEM1024, 1568, 1568",
        "SecP256r1MLKEM768, 1249, 1153",
        "X25519MLKEM768, 1216, 1120",
        "SecP384r1MLKEM1024, 1665, 1665",
        "curveSM2MLKEM768, 1249, 1153",
        "X25519Kyber768Draft00, 1216, 1120"
    })
    void sharesHaveTheirLength(String group, int client, int server) {
        int value = IntStream.rangeClosed(0, 0xffff)
                .filter(i -> CodePoints.group(i).equals(group))
                .findFirst()
                .orElseThrow();
        assertEquals(client, KeyShareForm.of(value, true).orElseThrow().length());
        assertEquals(server, KeyShareForm.of(value, false).orElseThrow().length());
    }

    /** In X25519MLKEM768 the key of ML-KEM comes first, in the draft before it, and with NIST curves, the curve's. */
    @Test
    void partsAreInTheOrderOfTheWire() {
        assertEquals(
                new KeyShareForm.Part(KeyShareForm.Kind.ENCAPSULATION_KEY, "ML-KEM-768", 1184),
                KeyShareForm.of(4588, true).orElseThrow().parts().get(0));
        assertEquals(
                new KeyShareForm.Part(KeyShareForm.Kind.CIPHERTEXT, "ML-KEM-1024", 1568),
                KeyShareForm.of(4589, false).orElseThrow().parts().get(1));
        assertEquals(
                new KeyShareForm.Part(KeyShareForm.Kind.PUBLIC_KEY, "x25519", 32),
                KeyShareForm.of(25497, true).orElseThrow().parts().get(0));
    }

    @Test
    void whatIsNotKnownIsEmptyAndWhatIsKnownHasAName() {
        assertEquals(Optional.empty(), KeyShareForm.of(0x0a0a, true));
        assertEquals(Optional.empty(), KeyShareForm.of(0xffff, false));
        IntStream.rangeClosed(0, 0xffff)
                .filter(group -> KeyShareForm.of(group, true).isPresent())
                .forEach(group -> assertFalse(CodePoints.group(group).startsWith("0x"), () -> "group " + group));
    }
}
