package org.mtlsplayground.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mtlsplayground.text.Messages;

/**
 * A sentence whose arguments, mostly names, stand out.
 *
 * @param pieces in reading order
 */
public record Phrase(List<Piece> pieces) {
    /** Private-use characters that mark where an argument begins and ends while the pattern is filled in. */
    private static final char BEGIN = '\uE000';

    private static final char END = '\uE001';

    /** The longest argument shown whole, in characters. */
    private static final int LONGEST = 500;

    /** An argument that does not stand out. */
    private record Unmarked(String text) {}

    /** An argument of several names, each of which stands out. */
    private record Listed(List<String> names, int more) {}

    /** A part of a sentence. */
    public record Piece(String text, boolean strong) {}

    public Phrase {
        pieces = List.copyOf(pieces);
    }

    /** No words. */
    static Phrase empty() {
        return new Phrase(List.of());
    }

    /** The bundle's sentence, in which nothing stands out. Arguments are shown as one line. */
    static Phrase plain(String key, Object... arguments) {
        return new Phrase(List.of(new Piece(of(key, arguments).plain(), false)));
    }

    /** The bundle's sentence, with its arguments as strong pieces. Arguments are shown as one line. */
    static Phrase of(String key, Object... arguments) {
        Object[] marked = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            marked[i] = arguments[i] instanceof Unmarked plain
                    ? oneLine(plain.text())
                    : arguments[i] instanceof Listed some ? marked(some) : marked(String.valueOf(arguments[i]));
        }
        List<Piece> pieces = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (char c : Messages.get(key, marked).toCharArray()) {
            if (c == BEGIN || c == END) {
                add(pieces, text, c == END);
            } else {
                text.append(c);
            }
        }
        add(pieces, text, false);
        return new Phrase(pieces);
    }

    private static String marked(String name) {
        return BEGIN + oneLine(name) + END;
    }

    private static String marked(Listed some) {
        String names = some.names().stream().map(Phrase::marked).collect(Collectors.joining(", "));
        return some.more() == 0 ? names : Messages.get("why.trust.more", names, some.more());
    }

    /** An argument for {@link #of}: names with commas between them, the first ones if there are more than so many. */
    static Object listed(List<String> names, int most) {
        return new Listed(names.stream().limit(most).toList(), Math.max(0, names.size() - most));
    }

    /** An argument for {@link #of} that does not stand out. */
    static Object unmarked(String text) {
        return new Unmarked(text);
    }

    /** This sentence and another one behind it. */
    Phrase and(Phrase other) {
        if (pieces.isEmpty() || other.pieces.isEmpty()) {
            return pieces.isEmpty() ? other : this;
        }
        List<Piece> all = new ArrayList<>(pieces);
        all.add(new Piece(" ", false));
        all.addAll(other.pieces);
        return new Phrase(all);
    }

    /** Text that comes from elsewhere, in which nothing stands out. */
    static Phrase text(String text) {
        return new Phrase(List.of(new Piece(oneLine(text), false)));
    }

    /** This clause, the bundle's conjunction, and another clause; the other one alone if this is empty. */
    Phrase joined(String key, Phrase other) {
        return pieces.isEmpty() ? other : with(Messages.get(key) + " ", other);
    }

    /** The bundle's sentence, in which this clause takes the place of the argument. */
    Phrase within(String key) {
        String[] around = Messages.get(key, String.valueOf(BEGIN)).split(String.valueOf(BEGIN), 2);
        return new Phrase(List.of(new Piece(around[0], false))).with("", this).with(around[1], empty());
    }

    private Phrase with(String between, Phrase other) {
        List<Piece> all = new ArrayList<>(pieces);
        if (!between.isEmpty()) {
            all.add(new Piece(between, false));
        }
        all.addAll(other.pieces);
        return new Phrase(all);
    }

    /** The sentence without emphasis. */
    public String plain() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private static void add(List<Piece> pieces, StringBuilder text, boolean strong) {
        if (text.length() > 0) {
            pieces.add(new Piece(text.toString(), strong));
            text.setLength(0);
        }
    }

    /**
     * Names come from certificates and messages from anywhere: whatever could break the line, turn its direction, or pass
     * for our marks is dropped, and so is the end of what is very long.
     */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(Phrase::isShown)
                .forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST
                ? line.append('…').toString()
                : line.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
