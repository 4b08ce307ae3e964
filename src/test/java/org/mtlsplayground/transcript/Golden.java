package org.mtlsplayground.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;

/**
 * Transcripts as text, compared with those under {@code src/test/resources}. Times and the lengths of what is encrypted
 * are left out. How the two directions interleave is left out too: with TLS 1.3 both sides send at once.
 *
 * <p>{@code mvn test -Dtest=GoldenTranscriptTest -Dgolden.refresh=true} writes the files anew; look at the difference
 * before you commit it.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/org/mtlsplayground/transcript");

    private Golden() {}

    static void check(String name, List<Event> events) throws IOException {
        check(name, events, UnaryOperator.identity());
    }

    /** @param settle takes out of the text what releases of the JDK do differently */
    static void check(String name, List<Event> events, UnaryOperator<String> settle) throws IOException {
        Path file = FOLDER.resolve(name + ".txt");
        String found = settle.apply(text(events));
        if (Boolean.getBoolean("golden.refresh")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, found);
        }
        assertEquals(Files.readString(file), found, file.toString());
    }

    private static String text(List<Event> events) {
        return "client to server\n" + half(events, Direction.CLIENT_TO_SERVER) + "\nserver to client\n"
                + half(events, Direction.SERVER_TO_CLIENT);
    }

    private static String half(List<Event> events, Direction direction) {
        return events.stream()
                .filter(event -> event.direction() == direction)
                .map(Golden::line)
                .collect(Collectors.joining());
    }

    /** With TLS 1.3 a ChangeCipherSpec belongs where it happens to pass. */
    private static String phase(Event event) {
        boolean anywhere = event.message() instanceof Message.ChangeCipherSpec && event.phase() != Phase.FINISH;
        return anywhere ? "" : event.phase().name();
    }

    static String line(Event event) {
        EventText text = EventText.of(event);
        boolean varies = event.message() instanceof Handshake.NewSessionTicket
                || event.message() instanceof Message.EncryptedRecord;
        String detail = varies ? "" : "  " + text.detail();
        String line = String.format(
                Locale.ROOT,
                "  %-21s  %-9s  %s%s",
                phase(event),
                event.encrypted() ? "encrypted" : "clear",
                text.name(),
                detail);
        return line.stripTrailing() + "\n";
    }
}
