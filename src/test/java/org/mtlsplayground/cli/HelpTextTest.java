package org.mtlsplayground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help says everything: each command, each option with what it does, examples, the exit statuses. */
class HelpTextTest {
    private static final List<String> BOTH = List.of(
            "--cert",
            "--key",
            "--password-file",
            "--ca",
            "--trust",
            "--tls",
            "--suites",
            "--groups",
            "--sigalgs",
            "--alias",
            "--alpn",
            "--timeout",
            "--revocation",
            "--crl",
            "--ocsp",
            "--soft-fail",
            "--whole-chain",
            "--wire",
            "--message",
            "--as",
            "--count",
            "--save",
            "--overwrite",
            "--keylog",
            "--json",
            "--verbose",
            "--color",
            "--help");

    private static String help(String... args) {
        InProcess run = InProcess.run(args);
        assertEquals(0, run.status(), run.all());
        assertEquals("", run.err());
        return run.out();
    }

    private static List<String> options(String command) {
        List<String> options = new ArrayList<>();
        switch (command) {
            case "serve" -> {
                options.addAll(BOTH);
                options.addAll(List.of(
                        "--listen",
                        "--port",
                        "--expose-to-network",
                        "--client-auth",
                        "--staple",
                        "--server-names",
                        "--allow-subject"));
            }
            case "connect" -> {
                options.addAll(BOTH);
                options.addAll(List.of("--no-cert", "--sni", "--no-verify-host", "--resume", "--no-status"));
            }
            case "report" ->
                options.addAll(List.of("--connection", "--keylog", "--out", "--with-secrets", "--overwrite", "--help"));
            default ->
                options.addAll(
                        List.of("--keylog", "--save", "--overwrite", "--json", "--verbose", "--color", "--help"));
        }
        return options;
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "connect", "decode", "report"})
    void eachOptionIsExplained(String command) {
        String help = help(command, "--help");
        List<String> shown = Pattern.compile("(?m)^ +(?:-\\w, )?(--[a-z-]+)")
                .matcher(help)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
        assertEquals(options(command).stream().sorted().toList(), shown, help);
        // An option alone on its line has its words on the next one.
        String joined = help.replaceAll("\\R {20,}", " ");
        for (String option : shown) {
            assertTrue(
                    Pattern.compile("(?m)" + option + "(?:[= ]\\S+)? +[A-Z][^\\n]+\\.$")
                            .matcher(joined)
                            .find(),
                    option + " in " + joined);
        }
        assertTrue(help.contains("\nExamples:\n  " + command), help);
        assertTrue(help.contains("\nExit status:\n  0 "), help);
    }

    @Test
    void theCommandsAreListed() {
        String help = help("--help");
        assertTrue(help.contains("\n  serve     Runs a TLS server"), help);
        assertTrue(help.contains("\n  connect   Connects to a TLS server"), help);
        assertTrue(help.contains("\n  decode    Shows the TLS connections"), help);
        assertTrue(help.contains("\n  report    Writes one recorded connection"), help);
        assertTrue(help.contains("\n  scenario  The failure lab"), help);
        assertTrue(help.contains("java -jar mtls-playground.jar connect localhost:4443"), help);
        assertEquals(help, help("-h"));
    }

    @Test
    void manyOptionsStandInGroups() {
        String help = help("issue", "server", "--help");
        List<String> headings = help.lines()
                .filter(line -> line.endsWith(":") && !line.startsWith(" "))
                .toList();
        assertEquals(
                List.of(
                        "Which CA:",
                        "Where it is kept, and how:",
                        "Whom it is for:",
                        "Key, signature, dates:",
                        "What it may be used for:",
                        "Where to ask about it:",
                        "Other extensions:",
                        "Something wrong with it:",
                        "Besides:",
                        "Exit status:",
                        "Examples:"),
                headings);
        help.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        // What would only be refused is not offered.
        assertFalse(help.contains("--keep=FOLDER"), help);
        assertFalse(help("issue", "root", "--help").contains("--authority="), help);
        assertTrue(help("issue", "root", "--help").contains("--keep=FOLDER"), help);
        assertFalse(help("issue", "crl", "--help").contains("--format"), help);
    }

    @Test
    void linesFitAnOrdinaryTerminal() {
        for (String command : List.of("serve", "connect", "decode")) {
            help(command, "--help").lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    @Test
    void theVersion() {
        assertTrue(help("--version").matches("mTLS Playground \\S+ · Java \\S+ · .+\\R"));
    }
}
