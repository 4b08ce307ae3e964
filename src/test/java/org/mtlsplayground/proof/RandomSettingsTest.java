package org.mtlsplayground.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Settings at random: what an independent reading says must come of them comes, and the verdict names a reason that it
 * names. The bench tries more, with other seeds; a case is done again by {@code -Dproof.seed=… -Dproof.case=…}.
 */
class RandomSettingsTest {
    private static final long SEED = Long.getLong("proof.seed", 20261129);
    private static final int CASE = Integer.getInteger("proof.case", -1);
    private static final int COUNT = Integer.getInteger("proof.cases", 500);

    @Test
    void verdictAndOutcomeAreThoseOfTheReading(@TempDir Path folder) throws Exception {
        RandomSettings.Result result;
        try (RandomSettings settings = new RandomSettings(folder)) {
            result = CASE >= 0 ? settings.run(SEED, CASE, 1) : settings.run(SEED, 0, COUNT);
        }
        System.out.println("seed " + SEED + ": " + result.causes() + ", openssl asked " + result.asked() + " times");
        assertEquals("", String.join("\n", result.differences()), () -> "Otherwise than read, with seed " + SEED);
        assertTrue(CASE >= 0 || result.causes().size() > 20, () -> "Too little variety: " + result.causes());
    }
}
