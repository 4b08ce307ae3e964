package org.mtlsplayground.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Lists the options of a command that has many of them in groups, each below a heading. */
final class OptionGroups {
    /** In the order in which they are asked for. */
    private enum Group {
        ISSUER("--authority", "--ca", "--ca-key", "--ca-password-file"),
        FILES("--out", "--name", "--format", "--password-file", "--overwrite", "--keep", "--der"),
        NAMES("--subject", "--san", "--only-these-names"),
        KEY("--key-kind", "--signature", "--days", "--from", "--to", "--serial"),
        USE("--for", "--key-usage", "--extended-key-usage", "--is-ca", "--path-length", "--permit", "--exclude"),
        STATUS("--crl-url", "--ocsp-url", "--ca-issuers-url", "--must-staple"),
        EXTENSIONS("--policy", "--comment", "--extension", "--without", "--critical", "--not-critical"),
        FAULT("--break");

        @SuppressWarnings("ImmutableEnumChecker") // a list that nothing changes
        private final List<String> names;

        Group(String... names) {
            this.names = List.of(names);
        }

        private boolean has(OptionSpec option) {
            return names.contains(option.longestName());
        }
    }

    private OptionGroups() {}

    /** Groups the options of a command's help; those of no group come last. */
    static CommandLine in(CommandLine command) {
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        command.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, OptionGroups::render);
        return command;
    }

    private static String render(Help help) {
        List<OptionSpec> left = new ArrayList<>(help.commandSpec().options().stream()
                .filter(each -> !each.hidden())
                .toList());
        StringBuilder text = new StringBuilder();
        for (Group group : Group.values()) {
            add(help, "cli.group." + group, left, group::has, text);
        }
        add(help, text.isEmpty() ? "" : "cli.group.ELSE", left, each -> true, text);
        return text.toString();
    }

    private static void add(
            Help help, String heading, List<OptionSpec> left, Predicate<OptionSpec> isMeant, StringBuilder text) {
        List<OptionSpec> its = left.stream().filter(isMeant).toList();
        if (its.isEmpty()) {
            return;
        }
        left.removeAll(its);
        // All columns are those of the whole list.
        Help.Layout layout = help.createDefaultLayout(help.commandSpec().options(), List.of(), help.colorScheme());
        layout.addAllOptions(its, help.parameterLabelRenderer());
        text.append(System.lineSeparator());
        if (!heading.isEmpty()) {
            text.append(Messages.get(heading)).append(System.lineSeparator());
        }
        text.append(layout);
    }
}
