package org.mtlsplayground.cli;

import picocli.CommandLine.Option;

/** {@code --help}, which each command has. */
final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "cli.option.help")
    private boolean asked;

    /** Whether help was asked for; the library answers it before any command runs. */
    boolean isAsked() {
        return asked;
    }
}
