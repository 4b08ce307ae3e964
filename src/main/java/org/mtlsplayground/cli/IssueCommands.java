package org.mtlsplayground.cli;

import org.mtlsplayground.cli.IssueCommand.Kind;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code issue} with all that can be made by it. */
final class IssueCommands {
    /** Gives a command its help. */
    interface Describer {
        CommandLine describe(CommandLine command, String about, String examples);
    }

    private IssueCommands() {}

    static CommandLine all(Terminal terminal, Describer itsDescriber) {
        Describer describer =
                (command, about, examples) -> OptionGroups.in(itsDescriber.describe(command, about, examples));
        CommandLine issue = describer.describe(
                new CommandLine(CommandSpec.create().name("issue")), "cli.issue.about", "cli.issue.examples");
        issue.addSubcommand(
                "set",
                describer.describe(
                        new CommandLine(new IssueSetCommand(terminal)),
                        "cli.issue.set.about",
                        "cli.issue.set.examples"));
        issue.addSubcommand(
                "root",
                describer.describe(
                        new CommandLine(new IssueCommand(terminal, Kind.ROOT)),
                        "cli.issue.root.about",
                        "cli.issue.root.examples"));
        issue.addSubcommand(
                "intermediate",
                describer.describe(
                        new CommandLine(new IssueCommand(terminal, Kind.INTERMEDIATE)),
                        "cli.issue.intermediate.about",
                        "cli.issue.intermediate.examples"));
        issue.addSubcommand(
                "server",
                describer.describe(
                        new CommandLine(new IssueCommand(terminal, Kind.SERVER)),
                        "cli.issue.server.about",
                        "cli.issue.server.examples"));
        issue.addSubcommand(
                "client",
                describer.describe(
                        new CommandLine(new IssueCommand(terminal, Kind.CLIENT)),
                        "cli.issue.client.about",
                        "cli.issue.client.examples"));
        issue.addSubcommand(
                "request",
                describer.describe(
                        new CommandLine(new IssueRequestCommand(terminal)),
                        "cli.issue.request.about",
                        "cli.issue.request.examples"));
        issue.addSubcommand(
                "sign",
                describer.describe(
                        new CommandLine(new IssueSignCommand(terminal, false)),
                        "cli.issue.sign.about",
                        "cli.issue.sign.examples"));
        issue.addSubcommand(
                "again",
                describer.describe(
                        new CommandLine(new IssueSignCommand(terminal, true)),
                        "cli.issue.again.about",
                        "cli.issue.again.examples"));
        issue.addSubcommand(
                "revoke",
                describer.describe(
                        new CommandLine(new RevokeCommand(terminal, false)),
                        "cli.issue.revoke.about",
                        "cli.issue.revoke.examples"));
        issue.addSubcommand(
                "release",
                describer.describe(
                        new CommandLine(new RevokeCommand(terminal, true)),
                        "cli.issue.release.about",
                        "cli.issue.release.examples"));
        issue.addSubcommand(
                "crl",
                describer.describe(
                        new CommandLine(new CrlCommand(terminal)), "cli.issue.crl.about", "cli.issue.crl.examples"));
        issue.addSubcommand(
                "ocsp",
                describer.describe(
                        new CommandLine(new OcspCommand(terminal)), "cli.issue.ocsp.about", "cli.issue.ocsp.examples"));
        issue.addSubcommand(
                "faults",
                describer.describe(
                        new CommandLine(new FaultsCommand(terminal)),
                        "cli.issue.faults.about",
                        "cli.issue.faults.examples"));
        // What would only be refused is taken all the same, to say why; help does not offer it.
        hide(issue, "root", "--authority", "--ca", "--ca-key", "--ca-password-file", "--break");
        hide(issue, "server", "--keep");
        hide(issue, "client", "--keep");
        hide(issue, "request", "--days", "--from", "--to", "--serial", "--format");
        hide(issue, "release", "--reason");
        hide(issue, "crl", "--format", "--password-file", "--name");
        hide(issue, "sign", "--password-file");
        hide(issue, "again", "--password-file");
        describe(issue, "root", "cli.parameter.authority");
        describe(issue, "intermediate", "cli.parameter.authority");
        describe(issue, "client", "cli.parameter.requested");
        describe(issue, "again", "cli.parameter.again");
        return issue;
    }

    private static void hide(CommandLine issue, String command, String... options) {
        CommandSpec spec = issue.getSubcommands().get(command).getCommandSpec();
        for (String option : options) {
            OptionSpec shown = spec.findOption(option);
            spec.remove(shown);
            spec.addOption(shown.toBuilder().hidden(true).build());
        }
    }

    private static void describe(CommandLine issue, String command, String key) {
        CommandSpec spec = issue.getSubcommands().get(command).getCommandSpec();
        PositionalParamSpec shown = spec.positionalParameters().get(0);
        spec.remove(shown);
        spec.addPositional(shown.toBuilder().descriptionKey(key).build());
    }
}
