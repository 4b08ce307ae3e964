package org.mtlsplayground.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code issue faults}: what {@code --break} can do. */
@Command(name = "faults")
final class FaultsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--json", descriptionKey = "cli.option.json.faults")
    private boolean json;

    FaultsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (Fault fault : Fault.values()) {
            if (json) {
                terminal.data(Json.of(members(fault)));
            } else {
                terminal.line(Messages.get(
                        "cli.issue.fault",
                        IssueWords.word(fault),
                        roles(fault),
                        Messages.get("workshop.fault.why." + fault.name())));
            }
        }
        return Status.SUCCESS;
    }

    private static String roles(Fault fault) {
        return fault.roles().stream().sorted().map(IssueWords::word).collect(Collectors.joining(", "));
    }

    private static Map<String, Object> members(Fault fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("fault", IssueWords.word(fault));
        members.put("roles", Arrays.stream(roles(fault).split(", ")).toList());
        members.put("rows", fault.rows());
        members.put("name", Messages.get("workshop.fault." + fault.name()));
        members.put("what", Messages.get("workshop.fault.why." + fault.name()));
        return members;
    }
}
