package org.mtlsplayground.diagnosis.paste;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.Side;

/** Reads the rules. A line is a word and what belongs to it; {@code rule} begins a rule, and # a comment. */
final class RuleBook {
    private static final Map<String, Cause> CAUSES =
            Arrays.stream(Cause.values()).collect(Collectors.toMap(Cause::id, Function.identity()));

    private final List<Rule> rules = new ArrayList<>();
    private String id = "";
    private Optional<Program> program = Optional.empty();
    private boolean quoted;
    private Optional<Side> side = Optional.empty();
    private Stance stance = Stance.NEITHER;
    private Optional<String> alert = Optional.empty();
    private List<Template> patterns = new ArrayList<>();
    private List<Rule.Weighted> causes = new ArrayList<>();

    private RuleBook() {}

    /** All of them, in their order. */
    static List<Rule> load() {
        RuleBook book = new RuleBook();
        try (InputStream in = RuleBook.class.getResourceAsStream("rules.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                book.take(line.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        book.end();
        return List.copyOf(book.rules);
    }

    private void take(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String[] parts = line.split(" ", 2);
        String value = parts.length == 1 ? "" : parts[1].strip();
        switch (parts[0]) {
            case "rule" -> {
                end();
                id = value;
            }
            case "program" -> program = Optional.of(Program.valueOf(value.toUpperCase(Locale.ROOT)));
            case "quoted" -> quoted = true;
            case "side" -> side = Optional.of(Side.valueOf(value.toUpperCase(Locale.ROOT)));
            case "stance" -> stance = Stance.valueOf(value.toUpperCase(Locale.ROOT));
            case "alert" -> alert = Optional.of(value);
            case "says" -> patterns.add(new Template(value));
            case "cause" -> weigh(value);
            default -> throw new IllegalArgumentException("no such word in a rule: " + line);
        }
    }

    private void weigh(String value) {
        String[] words = value.split(" ");
        int weight = Integer.parseInt(words[0]);
        for (String name : Arrays.asList(words).subList(1, words.length)) {
            if (!CAUSES.containsKey(name)) {
                throw new IllegalArgumentException("no such cause: " + name);
            }
            causes.add(new Rule.Weighted(CAUSES.get(name), weight));
        }
    }

    private void end() {
        if (!id.isEmpty()) {
            rules.add(new Rule(id, program, quoted, side, stance, alert, patterns, causes));
        }
        program = Optional.empty();
        quoted = false;
        side = Optional.empty();
        stance = Stance.NEITHER;
        alert = Optional.empty();
        patterns = new ArrayList<>();
        causes = new ArrayList<>();
    }
}
