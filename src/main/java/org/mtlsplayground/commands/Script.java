package org.mtlsplayground.commands;

import java.util.Locale;

/** A program in another language, which the shell hands to its interpreter as it is. */
final class Script {
    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    void line(String format, Object... arguments) {
        line(String.format(Locale.ROOT, format, arguments));
    }

    String text() {
        return text.toString();
    }

    /** A command that reads the program from its standard input. Literals hold no line breaks, so no line is EOF alone. */
    String of(String interpreter) {
        return interpreter + " <<'EOF'\n" + text + "EOF\n";
    }
}
