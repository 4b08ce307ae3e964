package org.mtlsplayground.diagnosis.paste;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;

/**
 * What a program really wrote when a fault was set up.
 *
 * @param cause the fault
 * @param top whether the text points to no other cause more than to this one; else it is one of many that it fits
 * @param program whose words they are; empty if the text does not tell
 * @param side as which it spoke
 * @param from the program’s version, and that of TLS
 */
record Sample(Cause cause, boolean top, Optional<Program> program, Side side, Stance stance, String from, String text) {
    private static final List<String> FILES =
            List.of("java", "java-wrapped", "openssl", "curl", "python", "go", "node", "nginx", "browser");

    static Stream<Sample> all() {
        return FILES.stream().flatMap(file -> in(file).stream());
    }

    /** Those of a file: each begins with a line {@code === CAUSE | top or listed | PROGRAM or - | SIDE | STANCE | FROM}. */
    private static List<Sample> in(String file) {
        List<Sample> samples = new ArrayList<>();
        for (String part : read(file + ".txt").split("(?m)^=== ", -1)) {
            if (!part.isBlank()) {
                String[] headAndText = part.split("\n", 2);
                samples.add(of(headAndText[0].split(" \\| ", -1), headAndText[1]));
            }
        }
        return samples;
    }

    private static Sample of(String[] head, String text) {
        return new Sample(
                Arrays.stream(Cause.values())
                        .filter(cause -> cause.id().equals(head[0]))
                        .findFirst()
                        .orElseThrow(),
                head[1].equals("top"),
                Arrays.stream(Program.values())
                        .filter(program -> program.id().equals(head[2]))
                        .findFirst(),
                Side.valueOf(head[3].toUpperCase(Locale.ROOT)),
                Stance.valueOf(head[4].toUpperCase(Locale.ROOT)),
                head[5],
                text);
    }

    private static String read(String name) {
        try (var in = Sample.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return cause.id() + ", " + from + ", " + side;
    }
}
