package org.mtlsplayground.commands;

/** A command line as it grows: a program and its options, each on a line of its own. */
final class Words {
    private final StringBuilder text;

    Words(String program) {
        text = new StringBuilder(program);
    }

    /** An option, and what follows it, which is quoted. */
    void add(String option, String... values) {
        text.append(" \\\n  ").append(option);
        for (String value : values) {
            text.append(' ').append(Quotes.shell(value));
        }
    }

    void addUnlessEmpty(String option, String value) {
        if (!value.isEmpty()) {
            add(option, value);
        }
    }

    void addFile(String option, Ref file) {
        addWritten(option, file.shell());
    }

    /** An option, and what follows it as the shell reads it. */
    void addWritten(String option, String written) {
        text.append(" \\\n  ").append(option).append(' ').append(written);
    }

    /** What is no option. */
    void addLast(String value) {
        text.append(" \\\n  ").append(Quotes.shell(value));
    }

    String text() {
        return text.toString();
    }
}
