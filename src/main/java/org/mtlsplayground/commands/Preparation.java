package org.mtlsplayground.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlsplayground.text.Messages;

/** What a command does before the program runs: asks for passwords, and writes files in a form that the program reads. */
final class Preparation {
    private final List<String> lines = new ArrayList<>();
    private final Map<Ref.There, String> passwords = new LinkedHashMap<>();
    private boolean folder;

    /** A file of this name in the folder of the command, which is made first and deleted at the end. */
    Ref.Made made(String name) {
        folder = true;
        return new Ref.Made(name);
    }

    void line(String line) {
        lines.add(line);
    }

    /** The variable with the password of a file; the user is asked for it once. */
    String password(Ref.There file) {
        folder = true;
        return passwords.computeIfAbsent(file, asked -> {
            String variable = "MTLS_PASSWORD" + (passwords.isEmpty() ? "" : passwords.size() + 1);
            String question = Quotes.shell(Quotes.comment(
                            Messages.get("commands.password", asked.path().getFileName())) + " ");
            lines.add("printf '%s' " + question + " >&2; stty -echo 2>/dev/null; IFS= read -r " + variable
                    + "; stty echo 2>/dev/null; echo >&2; export " + variable);
            return variable;
        });
    }

    /** A document in the shell that becomes a file. The text must not hold a line of {@code EOF} alone. */
    void write(Ref.Made file, String text) {
        lines.add("cat > " + file.shell() + " <<'EOF'\n" + text.stripTrailing() + "\nEOF");
    }

    /** The whole, in a shell of its own where there is something to clear away. */
    String before(List<String> remarks, String command) {
        StringBuilder whole = new StringBuilder();
        remarks.forEach(
                remark -> whole.append("# ").append(Quotes.comment(remark)).append('\n'));
        if (!folder) {
            return whole.append(command.stripTrailing()).append('\n').toString();
        }
        whole.append("(\numask 077\n" + Ref.FOLDER + "=$(mktemp -d) && export " + Ref.FOLDER + " || exit\n")
                .append("trap 'stty echo 2>/dev/null; rm -rf \"$" + Ref.FOLDER + "\"' EXIT\ntrap exit HUP INT TERM\n");
        lines.forEach(line -> whole.append(line).append('\n'));
        return whole.append(command.stripTrailing()).append("\n)\n").toString();
    }
}
