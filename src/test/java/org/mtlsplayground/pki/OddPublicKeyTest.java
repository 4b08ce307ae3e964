package org.mtlsplayground.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate whose public key the JDK takes and Bouncy Castle does not: found by changing files at random. */
class OddPublicKeyTest {
    @TempDir
    Path folder;

    @Test
    void itsEntryIsListedAllTheSame() throws Exception {
        Path file = folder.resolve("odd.p12");
        try (InputStream odd = OddPublicKeyTest.class.getResourceAsStream("odd-public-key.p12")) {
            Files.copy(odd, file);
        }
        try (OpenedFile opened = OpenedFile.open(file, "wrong".toCharArray())) {
            List<EntryOption> options = opened.options();
            assertEquals(1, options.size());
            assertTrue(options.get(0).certificate().isPresent());
        }
    }
}
