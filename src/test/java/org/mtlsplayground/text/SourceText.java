package org.mtlsplayground.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sources say about the bundle: string literals, keys asked for, and beginnings that are completed at run time. */
final class SourceText {
    private static final Pattern TOKEN = Pattern.compile(
            "\"\"\".*?\"\"\"|\"((?:\\\\.|[^\"\\\\\\n])*)\"|'(?:\\\\.|[^'\\\\])'|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern LOOK_UP =
            Pattern.compile("(?:Messages\\s*\\.\\s*get|Phrase\\s*\\.\\s*of|bundle\\(\\)\\s*\\.\\s*getString)\\s*\\(");
    private static final Pattern FXML_KEY = Pattern.compile("\"%([^\"]+)\"");

    private final Set<String> literals = new TreeSet<>();
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> beginnings = new TreeSet<>();
    private final Set<String> endings = new TreeSet<>();

    private SourceText() {}

    /** Reads everything below {@code src/main}. */
    static SourceText ofMain() {
        SourceText text = new SourceText();
        files(Path.of("src/main/java"), ".java").forEach(file -> text.readJava(read(file)));
        files(Path.of("src/main/resources"), ".fxml").forEach(file -> text.readFxml(read(file)));
        return text;
    }

    /** All files below a folder whose names end so, in order. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every string in the code, and every key in FXML. */
    Set<String> literals() {
        return literals;
    }

    /** The keys that are looked up by a literal. */
    Set<String> asked() {
        return asked;
    }

    /** Literals of a look-up that go on with {@code + something}. */
    Set<String> beginnings() {
        return beginnings;
    }

    /** Literals of a look-up that complete a key which is given elsewhere: {@code key + ".name"}. */
    Set<String> endings() {
        return endings;
    }

    private void readFxml(String fxml) {
        Matcher keys = FXML_KEY.matcher(fxml);
        while (keys.find()) {
            literals.add(keys.group(1));
            asked.add(keys.group(1));
        }
    }

    private void readJava(String java) {
        StringBuilder code = new StringBuilder();
        Matcher tokens = TOKEN.matcher(java);
        int copied = 0;
        while (tokens.find()) {
            code.append(java, copied, tokens.start());
            copied = tokens.end();
            if (tokens.group(1) != null) {
                literals.add(tokens.group(1));
                code.append(tokens.group());
            } else if (tokens.group().startsWith("'")) {
                code.append("' '");
            }
        }
        code.append(java, copied, java.length());
        Matcher lookUps = LOOK_UP.matcher(code);
        while (lookUps.find()) {
            readKey(firstArgument(code, lookUps.end()));
        }
    }

    private void readKey(String argument) {
        Matcher strings = TOKEN.matcher(argument);
        while (strings.find()) {
            String literal = strings.group(1);
            boolean isCompared = argument.substring(0, strings.start()).matches("(?s).*(equals\\(|[=!]=)\\s*");
            if (literal == null || isCompared) {
                continue;
            }
            boolean goesOn = argument.substring(strings.end()).stripLeading().startsWith("+");
            boolean isEnding =
                    argument.substring(0, strings.start()).stripTrailing().endsWith("+");
            if (goesOn && !isEnding) {
                beginnings.add(literal);
            } else if (isEnding) {
                endings.add(literal);
            } else {
                asked.add(literal);
            }
        }
    }

    private static String firstArgument(CharSequence code, int start) {
        Matcher strings = TOKEN.matcher(code);
        int depth = 0;
        int at = start;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '"' && strings.find(at)) {
                at = strings.end();
                continue;
            }
            if (depth == 0 && (c == ',' || c == ')')) {
                break;
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            at++;
        }
        return code.subSequence(start, at).toString();
    }
}
