package org.mtlsplayground.cli;

import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
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
        try {
            Set<String> known =
                    Set.of(SSLContext.getDefault().getSupportedSSLParameters().getCipherSuites());
            for (String suite : suites) {
                if (!known.contains(suite)) {
                    throw new WrongUseException(Messages.get("cli.wrong.suite", suite));
                }
            }
            return suites;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
