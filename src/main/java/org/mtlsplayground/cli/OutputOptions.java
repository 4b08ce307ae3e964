package org.mtlsplayground.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How a command tells what it sees. */
final class OutputOptions {
    @Option(names = "--json", descriptionKey = "cli.option.json")
    private boolean json;

    @Option(
            names = {"-v", "--verbose"},
            descriptionKey = "cli.option.verbose")
    private boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "auto|always|never",
            converter = Words.Colour.Converter.class,
            descriptionKey = "cli.option.color")
    private Words.Colour colour = Words.Colour.AUTO;

    /** Whether the output is for programs. */
    boolean isJson() {
        return json;
    }

    /** The report that was asked for. */
    Report report(Terminal terminal, boolean several) {
        return json ? new JsonReport(terminal, verbose) : new TextReport(terminal, several, verbose, isColoured());
    }

    /** By custom, where there is a terminal that can, unless NO_COLOR says otherwise. */
    private boolean isColoured() {
        return switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> Ansi.AUTO.enabled() && !"dumb".equals(System.getenv("TERM"));
        };
    }
}
