package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.outside.OutsideProgram;

class JsonTest {
    @Test
    void writesEachKindOfValue() {
        Map<String, Object> members = new TreeMap<>();
        members.put("a", Arrays.asList(null, true, false, 1, -2L, new BigDecimal("12.340")));
        members.put("b", Map.of());
        members.put("c", List.of());
        members.put("d", "x");
        assertEquals("{\"a\":[null,true,false,1,-2,12.340],\"b\":{},\"c\":[],\"d\":\"x\"}", Json.of(members));
    }

    @Test
    void writesNumbersWithoutAnExponent() {
        assertEquals("0.001", Json.of(JsonMessage.millis(1_000)));
        assertEquals("0.000", Json.of(JsonMessage.millis(999)));
        assertEquals(
                "86400000.000", Json.of(JsonMessage.millis(Duration.ofDays(1).toNanos())));
    }

    @Test
    void escapesWhatCanNotStandInAString() {
        assertEquals("\"a\\\"b\\\\c/d\"", Json.of("a\"b\\c/d"));
        assertEquals(
                "\"\\u000a\\u001b[31m\\u007f\\u0085\\u2028\\u202e\"", Json.of("\n\u001b[31m\u007f\u0085\u2028\u202e"));
        assertEquals("\"’ü→\ud83d\ude00\"", Json.of("’ü→\ud83d\ude00"));
    }

    @Test
    void halfAPairIsReplaced() {
        assertEquals("\"\ufffd\"", Json.of("\ud83d"));
        assertEquals("\"\ufffdx\ufffd\"", Json.of("\ude00x\ud83d"));
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThrows(IllegalArgumentException.class, () -> Json.of(new byte[0]));
    }

    @Test
    void pythonReadsEachCharacterAsItWas() {
        List<Integer> all = new ArrayList<>(IntStream.rangeClosed(Character.MIN_VALUE, Character.MAX_VALUE)
                .boxed()
                .toList());
        // Not next to each other: two halves side by side would be a pair.
        all.removeIf(c -> c > Character.MIN_SURROGATE && c < Character.MAX_SURROGATE);
        all.add(all.indexOf((int) Character.MAX_SURROGATE), 0x1f600);
        String text = all.stream().map(Character::toString).collect(Collectors.joining());
        String program = "import json,sys; s = json.loads(sys.stdin.buffer.read().decode('utf-8'));"
                + " print(len(s), sum(i * ord(c) for i, c in enumerate(s)))";
        OutsideProgram.Result result = OutsideProgram.run(
                List.of("python3", "-c", program), Path.of("."), Duration.ofSeconds(30), Json.of(text));
        int[] expected = text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? 0xfffd : c)
                .toArray();
        long sum = IntStream.range(0, expected.length)
                .mapToLong(i -> (long) i * expected[i])
                .sum();
        assertEquals(expected.length + " " + sum, result.stdout().strip(), result.all());
        assertTrue(result.stderr().isEmpty(), result.all());
    }
}
