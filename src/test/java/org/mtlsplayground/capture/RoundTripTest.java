package org.mtlsplayground.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.secrets.KeyLog;

/** What is saved opens again as it was. */
class RoundTripTest {
    @TempDir
    Path folder;

    private CaptureFile.Content again(List<Capture> captures) throws Exception {
        Path file = folder.resolve("saved.pcapng");
        CaptureFile.write(file, captures, List.of(), true, Progress.none());
        return CaptureFile.read(file, KeyLog.empty(), Progress.none());
    }

    private void sameAgain(List<Capture> captures) throws Exception {
        CaptureFile.Content content = again(captures);
        assertEquals(List.of(), content.notes());
        assertEquals(
                captures.stream().map(Recorded::lines).toList(),
                content.connections().stream().map(Recorded::lines).toList());
    }

    @Test
    void bytesDirectionsAddressesTimesAndEnds() throws Exception {
        Random random = new Random(5);
        List<Capture> captures = new ArrayList<>();
        captures.add(Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443));
        captures.add(Recorded.between("::1", 50002, "::1", 8443, Recorded.START.plusNanos(1)));
        captures.add(Recorded.between("10.0.0.1", 65535, "10.0.0.2", 1, Recorded.START.plusNanos(2)));
        for (Capture capture : captures) {
            Recorded.talk(capture, random, 200, 20_000);
        }
        long last = 10_000_000_000L;
        captures.get(0).end(Direction.SERVER_TO_CLIENT, last, false);
        captures.get(0).end(Direction.CLIENT_TO_SERVER, last + 5, false);
        captures.get(1).end(Direction.CLIENT_TO_SERVER, last, true);
        sameAgain(captures);
    }

    @Test
    void whatIsMissingStaysMissing() throws Exception {
        Capture capture = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        capture.add(Direction.CLIENT_TO_SERVER, 1000, new byte[] {1});
        capture.add(new Chunk(Direction.CLIENT_TO_SERVER, 2000, new byte[1234], 1234));
        capture.add(Direction.CLIENT_TO_SERVER, 2000, new byte[] {2});
        capture.add(new Chunk(Direction.SERVER_TO_CLIENT, 3000, new byte[7], 7));
        capture.end(Direction.SERVER_TO_CLIENT, 3000, false);
        CaptureFile.Content content = again(List.of(capture));
        assertEquals(List.of(new Note(Note.Kind.BYTES_MISSING, 1241)), content.notes());
        Capture read = content.connections().get(0);
        assertEquals(Recorded.lines(capture), Recorded.lines(read));
        assertEquals(
                List.of(0L, 1234L, 0L, 7L),
                read.chunksFrom(0).stream().map(Chunk::missing).toList());
    }

    /** Of each kind, and each ending; what arrived is in the packets. */
    @Test
    void whatWasAltered() throws Exception {
        Capture capture = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        capture.add(Direction.CLIENT_TO_SERVER, 1000, Recorded.ascii("hello"));
        capture.add(Direction.SERVER_TO_CLIENT, 2000, Recorded.ascii("abCdeabcdeabcde?abcdeabcde!abcabcdef"));
        String record = "abcde";
        int at = 0;
        for (String arrived : List.of("abCde", "abcdeabcde", "?abcde", "abcde!", "abc", "")) {
            alter(capture, Direction.SERVER_TO_CLIENT, 2000, record, at, arrived, Alteration.Ending.NONE);
            at += arrived.length();
        }
        alter(capture, Direction.SERVER_TO_CLIENT, 2500, record, at, "abcde", Alteration.Ending.CLOSED);
        alter(capture, Direction.CLIENT_TO_SERVER, 2600, record, 5, "", Alteration.Ending.RESET);
        alter(capture, Direction.CLIENT_TO_SERVER, 3_000_000, record, 5, "", Alteration.Ending.STALLED);
        CaptureFile.Content content = again(List.of(capture));
        assertEquals(List.of(), content.notes());
        List<Alteration> read = content.connections().get(0).alterations();
        assertEquals(lines(capture.alterations()), lines(read));
        assertEquals(
                List.of(Alteration.Kind.values()),
                read.stream().map(Alteration::kind).distinct().sorted().toList());
    }

    private static void alter(
            Capture capture,
            Direction direction,
            long nanos,
            String sent,
            int at,
            String arrived,
            Alteration.Ending ending) {
        int number = capture.alterations().size();
        assertTrue(capture.altered(new Alteration(
                direction, nanos, number, 100L * number, Recorded.ascii(sent), at, Recorded.ascii(arrived), ending)));
    }

    private static List<String> lines(List<Alteration> alterations) {
        return alterations.stream()
                .map(one -> String.join(
                        " ",
                        one.direction().name(),
                        one.nanos() + "/" + one.record() + "/" + one.sentAt() + "/" + one.arrivedAt(),
                        new String(one.sent(), US_ASCII),
                        new String(one.arrived(), US_ASCII),
                        one.ending().name()))
                .toList();
    }

    @Test
    void samePortsOneAfterTheOther() throws Exception {
        List<Capture> captures = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Capture capture =
                    Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443, Recorded.START.plusSeconds(60L * i));
            Recorded.talk(capture, new Random(i), 10, 3000);
            captures.add(capture);
        }
        sameAgain(captures);
    }

    @Test
    void oneSideEndsWhileTheOtherSpeaksOn() throws Exception {
        Capture capture = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        capture.add(Direction.CLIENT_TO_SERVER, 1000, new byte[] {1});
        capture.end(Direction.CLIENT_TO_SERVER, 2000, false);
        capture.add(Direction.SERVER_TO_CLIENT, 3000, new byte[] {2, 3});
        capture.end(Direction.SERVER_TO_CLIENT, 3000, false);
        sameAgain(List.of(capture));
    }

    @Test
    void manyBytesAtOnce() throws Exception {
        Capture capture = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        byte[] bytes = new byte[3_000_000];
        new Random(3).nextBytes(bytes);
        capture.add(Direction.SERVER_TO_CLIENT, 0, bytes);
        sameAgain(List.of(capture));
    }

    @Test
    void whatCarriedNothingIsLeftOut() throws Exception {
        Capture silent = Recorded.between("127.0.0.1", 50001, "127.0.0.1", 8443);
        Capture speaking = Recorded.between("127.0.0.1", 50002, "127.0.0.1", 8443);
        Recorded.talk(speaking, new Random(1), 5, 10);
        CaptureFile.Content content = again(List.of(silent, speaking));
        assertEquals(List.of(new Note(Note.Kind.WITHOUT_CONTENT, 1)), content.notes());
        assertEquals(1, content.connections().size());
    }
}
