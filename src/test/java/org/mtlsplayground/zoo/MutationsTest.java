package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some thousands of the changed files of which the bench tries a hundred thousand. */
class MutationsTest {
    private static final int COUNT = 3000;

    @Test
    void nothingButAnAnswerOrAReason(@TempDir Path folder) throws Exception {
        long seed = System.nanoTime();
        List<Mutations.Sample> samples = Mutations.all();
        assertTrue(samples.size() > 230, () -> samples.size() + " samples");
        Mutations.Result result = new Mutations(samples, folder.resolve("changed")).run(seed, COUNT);
        assertEquals(COUNT, result.count());
        // Most are spoilt by it, some are not.
        assertTrue(result.refused() > COUNT / 3 && result.refused() < COUNT, () -> "seed " + seed + ": " + result);
    }
}
