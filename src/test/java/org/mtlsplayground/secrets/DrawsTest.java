package org.mtlsplayground.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private final Draws draws = new Draws();

    @Test
    void keepsEachDrawInOrder() {
        for (int length : new int[] {32, 0, 4, 300, 40}) {
            draws.add(filled(length));
        }

        List<byte[]> all = draws.all();
        assertEquals(List.of(32, 0, 4, 300, 40), all.stream().map(d -> d.length).toList());
        assertArrayEquals(filled(300), all.get(3));
        assertArrayEquals(filled(40), all.get(4));
    }

    @Test
    void copiesOnTheWayInAndOut() {
        byte[] bytes = filled(32);
        draws.add(bytes);
        bytes[0] ^= 1;
        draws.all().get(0)[1] ^= 1;

        assertArrayEquals(filled(32), draws.all().get(0));
    }

    @Test
    void remembersNothingAfterTheFirstThatIsTooMuch() {
        draws.add(filled(Draws.MAX_BYTES - 8));
        draws.add(filled(9));
        draws.add(filled(8));

        assertEquals(1, draws.all().size(), "a gap would make two draws neighbours that were none");
    }

    @Test
    void fillsUpToTheLastByte() {
        draws.add(filled(Draws.MAX_BYTES - 8));
        draws.add(filled(8));
        draws.add(filled(1));

        assertEquals(2, draws.all().size());
    }

    @Test
    void takesDrawsFromSeveralThreads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            byte[] bytes = filled(16 + i);
            threads.add(new Thread(() -> {
                for (int j = 0; j < 20; j++) {
                    draws.add(bytes);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }

        List<byte[]> all = draws.all();
        assertEquals(80, all.size());
        for (byte[] draw : all) {
            assertArrayEquals(filled(draw.length), draw);
        }
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 7 + length);
        }
        return bytes;
    }
}
