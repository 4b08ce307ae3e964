package org.mtlsplayground.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The program with arguments: {@code serve}, {@code connect}, {@code decode}, {@code report}, {@code inspect}, {@code issue}, {@code
 * scenario}, {@code explain}. It opens no window.
 */
public final class CommandLineProgram {
    static final String NAME = "mtls-playground";

    private final Terminal terminal;
    private final Samples samples;

    CommandLineProgram(Terminal terminal, Samples samples) {
        this.terminal = terminal;
        this.samples = samples;
    }

    /**
     * Does what the arguments say, on the process's own streams. Blocks.
     *
     * @param args at least one
     * @return the exit status: 0 for success, 1 if a connection was refused or failed, 2 for wrong usage or a file that can't
     *     be used
     */
    public static int run(String[] args, Samples samples) {
        return new CommandLineProgram(Terminal.ofProcess(), samples).run(args);
    }

    /**
     * Plays the handshake with which the window greets its user, for machines without a display. Blocks.
     *
     * @return the exit status
     */
    public static int playDefault(Samples samples) {
        Terminal terminal = Terminal.ofProcess();
        terminal.line(Messages.get("terminal.noDisplay"));
        terminal.line("");
        try {
            return new DefaultHandshake(terminal, samples.folder()).run() ? Status.SUCCESS : Status.UNSUCCESSFUL;
        } catch (IOException | LoadException e) {
            terminal.problem(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Status.UNSUCCESSFUL;
    }

    /**
     * Whether the arguments, at least one, are no command but files of recorded packets, for the window to open: each is there, or has a
     * name that such files have.
     */
    public static boolean areCaptures(String[] args) {
        return !new CommandLineProgram(Terminal.ofProcess(), () -> Path.of("")).knows(args[0])
                && Stream.of(args).allMatch(CaptureArgument::isMeant);
    }

    /**
     * Looks at the beginning of each of these files, and tells on standard error what is wrong with the first that is not
     * one of recorded packets.
     *
     * @return the exit status: 0 if they can be opened, 2 if not
     */
    public static int checkCaptures(String[] args) {
        return CaptureArgument.check(args, Terminal.ofProcess());
    }

    /** A command's name as the user knows it. */
    static String name(String command) {
        return NAME + " " + command;
    }

    private boolean knows(String command) {
        return root().getSubcommands().containsKey(command);
    }

    int run(String... args) {
        StringWriter asked = new StringWriter();
        CommandLine root = root();
        root.setOut(new PrintWriter(asked));
        root.setParameterExceptionHandler((e, given) -> wrongUse(e));
        root.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        int status = root.execute(args);
        if (asked.getBuffer().length() > 0) {
            terminal.line(asked.toString().stripTrailing());
        }
        return status;
    }

    private CommandLine root() {
        CommandLine root = describe(new CommandLine(CommandSpec.create().name(NAME)), "cli.about", "cli.examples");
        root.getCommandSpec()
                .version(version())
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .descriptionKey("cli.option.version")
                        .build());
        root.addSubcommand(describe(
                new CommandLine(new ServeCommand(terminal, samples)), "cli.serve.about", "cli.serve.examples"));
        root.addSubcommand(describe(
                new CommandLine(new ConnectCommand(terminal, samples)), "cli.connect.about", "cli.connect.examples"));
        root.addSubcommand(
                describe(new CommandLine(new DecodeCommand(terminal)), "cli.decode.about", "cli.decode.examples"));
        root.addSubcommand(
                describe(new CommandLine(new ReportCommand(terminal)), "cli.report.about", "cli.report.examples"));
        root.addSubcommand(
                describe(new CommandLine(new InspectCommand(terminal)), "cli.inspect.about", "cli.inspect.examples"));
        root.addSubcommand(
                describe(new CommandLine(new ExplainCommand(terminal)), "cli.explain.about", "cli.explain.examples"));
        root.addSubcommand(IssueCommands.all(terminal, CommandLineProgram::describe));
        root.addSubcommand(ScenarioCommands.all(terminal, CommandLineProgram::describe));
        root.setResourceBundle(Messages.bundle());
        return root;
    }

    private static CommandLine describe(CommandLine command, String about, String examples) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .descriptionKey("cli.option.help")
                        .build());
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.description(Messages.get(about));
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%n");
        usage.optionListHeading("%n");
        usage.commandListHeading("%n");
        usage.footerHeading("%n");
        usage.footer(Messages.get(examples).split("\n"));
        usage.abbreviateSynopsis(true);
        usage.sortOptions(false);
        usage.exitCodeListHeading("%n" + Messages.get("cli.status") + "%n");
        Map<String, String> statuses = new LinkedHashMap<>();
        statuses.put(String.valueOf(Status.SUCCESS), Messages.get("cli.status.success"));
        statuses.put(String.valueOf(Status.UNSUCCESSFUL), Messages.get("cli.status.unsuccessful"));
        statuses.put(String.valueOf(Status.WRONG_USE), Messages.get("cli.status.wrongUse"));
        usage.exitCodeList(statuses);
        return command;
    }

    /** The jar's manifest knows it; classes that stand in a folder have none. */
    private static String version() {
        String version = Optional.ofNullable(
                        CommandLineProgram.class.getPackage().getImplementationVersion())
                .orElse("-");
        return Messages.get("cli.version", version, Runtime.version().toString(), System.getProperty("os.name"));
    }

    private int wrongUse(ParameterException e) {
        String words = e.getMessage().lines().findFirst().orElse("");
        if (e instanceof UnmatchedArgumentException unmatched) {
            if (e.getCommandLine().getParent() == null && !unmatched.isUnknownOption()) {
                words = Messages.get(
                        "cli.wrong.command", unmatched.getUnmatched().get(0));
            }
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                words = Messages.get("cli.wrong.suggestion", words, suggestions.get(0));
            }
        }
        terminal.problem(
                Messages.get("cli.wrong", e.getCommandLine().getCommandSpec().qualifiedName(), words));
        return Status.WRONG_USE;
    }

    private int failed(Exception e, CommandLine command) {
        boolean wrongUse = e instanceof WrongUseException;
        terminal.problem(command.getCommandSpec().qualifiedName() + ": " + (wrongUse ? e.getMessage() : e.toString()));
        return wrongUse ? Status.WRONG_USE : Status.UNSUCCESSFUL;
    }
}
