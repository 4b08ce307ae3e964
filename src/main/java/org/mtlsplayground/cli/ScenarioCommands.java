package org.mtlsplayground.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code scenario} with what can be done with them. */
final class ScenarioCommands {
    private ScenarioCommands() {}

    static CommandLine all(Terminal terminal, IssueCommands.Describer describer) {
        CommandLine scenario = describer.describe(
                new CommandLine(CommandSpec.create().name("scenario")), "cli.scenario.about", "cli.scenario.examples");
        scenario.addSubcommand(
                "list",
                describer.describe(
                        new CommandLine(new ScenarioListCommand(terminal)),
                        "cli.scenario.list.about",
                        "cli.scenario.list.examples"));
        scenario.addSubcommand(
                "run",
                describer.describe(
                        new CommandLine(new ScenarioRunCommand(terminal)),
                        "cli.scenario.run.about",
                        "cli.scenario.run.examples"));
        return scenario;
    }
}
