package org.mtlsplayground.cli;

import java.util.concurrent.Callable;
import org.mtlsplayground.scenario.Catalogue;
import org.mtlsplayground.scenario.Category;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code scenario list}: all that can be played. */
@Command(name = "list")
final class ScenarioListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", descriptionKey = "cli.option.json.scenario")
    private boolean json;

    ScenarioListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Category shelf = null;
        for (Scenario scenario : Catalogue.all()) {
            if (json) {
                terminal.data(Json.of(ScenarioWords.members(scenario)));
                continue;
            }
            if (scenario.category() != shelf) {
                if (shelf != null) {
                    terminal.line("");
                }
                shelf = scenario.category();
                terminal.line(Messages.get("scenarios.category." + shelf));
            }
            terminal.line(
                    String.format("  %-28s %s", scenario.id(), scenario.text().name()));
        }
        return Status.SUCCESS;
    }
}
