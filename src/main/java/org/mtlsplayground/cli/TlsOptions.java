package org.mtlsplayground.cli;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mtlsplayground.peer.TlsNames;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.Option;

/** What a side offers or accepts. */
final class TlsOptions {
    @Option(
            names = "--tls",
            paramLabel = "1.2|1.3|both",
            converter = Words.Versions.class,
            descriptionKey = "cli.option.tls")
    private Set<TlsVersion> versions = EnumSet.allOf(TlsVersion.class);

    @Option(names = "--suites", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.suites")
    private List<String> suites = List.of();

    @Option(names = "--groups", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.groups")
    private List<String> groups = List.of();

    @Option(names = "--sigalgs", paramLabel = "NAME", split = ",", descriptionKey = "cli.option.sigalgs")
    private List<String> schemes = List.of();

    @Option(names = "--alpn", paramLabel = "PROTOCOL", split = ",", descriptionKey = "cli.option.alpn")
    private List<String> protocols = List.of();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = Words.Seconds.class,
            descriptionKey = "cli.option.timeout")
    private Duration timeout = Duration.ofSeconds(10);

    Set<TlsVersion> versions() {
        return versions;
    }

    List<String> protocols() {
        return protocols;
    }

    Duration timeout() {
        return timeout;
    }

    /** The cipher suites that were named; none for the JDK's choice. */
    List<String> suites() throws WrongUseException {
        return known(suites, TlsNames.cipherSuites(), "cli.wrong.suite");
    }

    /** The named groups that were named; none for the JDK's choice. */
    List<String> groups() throws WrongUseException {
        return known(groups, TlsNames.namedGroups(), "cli.wrong.group");
    }

    /** The signature schemes that were named; none for the JDK's choice. */
    List<String> schemes() throws WrongUseException {
        return known(schemes, TlsNames.signatureSchemes(), "cli.wrong.scheme");
    }

    private static List<String> known(List<String> names, List<String> known, String problem) throws WrongUseException {
        for (String name : names) {
            if (!known.contains(name)) {
                throw new WrongUseException(Messages.get(problem, name));
            }
        }
        return names;
    }
}
