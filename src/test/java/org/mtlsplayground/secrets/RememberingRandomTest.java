package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingRandomTest {
    private final RememberingRandom random = new RememberingRandom();
    private final Draws draws = new Draws();

    @Test
    void remembersWhatItGave() {
        random.rememberInto(draws);
        byte[] given = new byte[32];
        random.nextBytes(given);

        assertArrayEquals(given, draws.all().get(0));
        assertNotEquals(0, new BigInteger(given).signum(), "it was filled");
        random.setSeed(1L);
        random.nextBytes(given);
        assertArrayEquals(given, draws.all().get(1));
    }

    @Test
    void remembersEveryWayOfDrawing() {
        random.rememberInto(draws);
        int number = random.nextInt();
        BigInteger bits = new BigInteger(128, random);
        byte[] seed = random.generateSeed(5);

        List<byte[]> all = draws.all();
        assertEquals(3, all.size());
        assertEquals(number, new BigInteger(all.get(0)).intValueExact());
        assertEquals(bits, new BigInteger(1, all.get(1)));
        assertArrayEquals(seed, all.get(2));
    }

    @Test
    void remembersOnlyForTheThreadThatAsked() throws InterruptedException {
        random.rememberInto(draws);
        Draws others = new Draws();
        Thread other = new Thread(() -> {
            random.nextBytes(new byte[7]);
            random.rememberInto(others);
            random.nextBytes(new byte[8]);
        });
        other.start();
        other.join();
        random.nextBytes(new byte[9]);

        assertEquals(List.of(9), lengths(draws));
        assertEquals(List.of(8), lengths(others));
    }

    @Test
    void forgetsWhenTold() {
        random.rememberInto(draws);
        random.rememberInto(null);
        random.nextBytes(new byte[32]);

        assertTrue(draws.all().isEmpty());
    }

    @Test
    void keepsTheDrawsOfTwoRandomsApart() {
        Draws others = new Draws();
        RememberingRandom other = new RememberingRandom();
        random.rememberInto(draws);
        other.rememberInto(others);
        random.nextBytes(new byte[3]);
        other.nextBytes(new byte[4]);

        assertEquals(List.of(3), lengths(draws));
        assertEquals(List.of(4), lengths(others));
    }

    @Test
    void isTheRandomThatTheJdkWouldTake() {
        assertEquals(new SecureRandom().getAlgorithm(), random.getAlgorithm());
    }

    private static List<Integer> lengths(Draws draws) {
        return draws.all().stream().map(draw -> draw.length).toList();
    }
}
