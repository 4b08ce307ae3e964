package org.mtlsplayground.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.Catalogue;
import org.mtlsplayground.scenario.Expectation;
import org.mtlsplayground.scenario.Play;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scenario run}: plays scenarios on this machine, and compares what comes of them with what is expected. */
@Command(name = "run")
final class ScenarioRunCommand implements Callable<Integer> {
    private static final String LINE = "%-8s %-28s TLS %s  %s";

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", arity = "0..*", descriptionKey = "cli.parameter.scenarios")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--all", descriptionKey = "cli.option.all.scenario")
    private boolean all;

    @Option(
            names = "--tls",
            paramLabel = "1.2|1.3|both",
            converter = Words.Versions.class,
            descriptionKey = "cli.option.tls.scenario")
    private Set<TlsVersion> versions = EnumSet.allOf(TlsVersion.class);

    @Option(names = "--json", descriptionKey = "cli.option.json.scenario.run")
    private boolean json;

    private int played;
    private int others;

    ScenarioRunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws WrongUseException, IOException, InterruptedException {
        for (Scenario scenario : chosen()) {
            for (TlsVersion version : new TreeSet<>(scenario.versions())) {
                if (versions.contains(version) && !terminal.isGone()) {
                    // Nothing that one leaves behind shall help another.
                    tell(Play.of(scenario, version, new Connections()));
                }
            }
        }
        if (!json && played > 1) {
            terminal.line(Messages.get("cli.scenario.run.sum", played, others));
        }
        if (others > 0) {
            terminal.problem(
                    CommandLineProgram.name("scenario run") + ": " + Messages.get("cli.scenario.run.differ", others));
        }
        return others == 0 ? Status.SUCCESS : Status.UNSUCCESSFUL;
    }

    private List<Scenario> chosen() throws WrongUseException {
        if (all == !ids.isEmpty()) {
            throw new WrongUseException(Messages.get("cli.wrong.scenarios"));
        }
        List<Scenario> chosen = all ? Catalogue.all() : new ArrayList<>();
        for (String id : ids) {
            Optional<Scenario> scenario = Catalogue.of(id);
            if (scenario.isEmpty()) {
                throw new WrongUseException(Messages.get("cli.wrong.scenario", id));
            }
            if (scenario.get().versions().stream().noneMatch(versions::contains)) {
                throw new WrongUseException(Messages.get("cli.wrong.scenario.version", id));
            }
            chosen.add(scenario.get());
        }
        return chosen;
    }

    private void tell(Play play) {
        played++;
        others += play.isAsExpected() ? 0 : 1;
        if (json) {
            terminal.data(Json.of(members(play)));
            return;
        }
        Scenario scenario = play.scenario();
        Expectation expected = scenario.expected(play.version());
        String version = ScenarioWords.version(play.version());
        if (play.isAsExpected()) {
            terminal.line(String.format(
                    LINE, Messages.get("cli.scenario.run.ok"), scenario.id(), version, ScenarioWords.line(expected)));
        } else {
            terminal.line(String.format(
                    LINE,
                    Messages.get("cli.scenario.run.other"),
                    scenario.id(),
                    version,
                    ScenarioWords.line(play.result())));
            terminal.line("         " + Messages.get("cli.scenario.run.expected", ScenarioWords.line(expected)));
        }
        if (!all) {
            terminal.line("         " + words(play.verdict()));
        }
    }

    private static String words(Verdict verdict) {
        return Messages.get(
                "cli.scenario.run.verdict", verdict.headline(), verdict.detail().plain());
    }

    private static Map<String, Object> members(Play play) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("scenario", play.scenario().id());
        members.put("tls", ScenarioWords.version(play.version()));
        members.put("jdk", Runtime.version().feature());
        members.put("as_expected", play.isAsExpected());
        members.put("expected", ScenarioWords.members(play.scenario().expected(play.version())));
        members.put("result", ScenarioWords.members(play.result()));
        members.put("verdict", play.verdict().headline());
        members.put("detail", play.verdict().detail().plain());
        return members;
    }
}
