package org.mtlsplayground.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.Direction;

class AlterationWordsTest {
    private static String words(int at) {
        byte[] sent = new byte[20];
        byte[] arrived = sent.clone();
        arrived[at] = 8;
        Alteration one = new Alteration(Direction.CLIENT_TO_SERVER, 0, 1, 0, sent, 0, arrived, Alteration.Ending.NONE);
        return AlterationWords.of(one, List.of(one), List.of());
    }

    @Test
    void bytesAreCountedAsTheInspectorCountsThem() {
        assertEquals("byte 8: 00 → 08", words(13));
        assertEquals("byte 0: 00 → 08", words(5));
        assertEquals("byte 3 of the record’s header: 00 → 08", words(3));
    }
}
