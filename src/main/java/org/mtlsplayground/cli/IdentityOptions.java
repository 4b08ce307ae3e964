package org.mtlsplayground.cli;

import java.nio.file.Path;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.TrustAnchors;
import picocli.CommandLine.Option;

/** Which files a side has: what it shows, and whom it trusts. */
final class IdentityOptions {
    @Option(names = "--cert", paramLabel = "FILE", descriptionKey = "cli.option.cert")
    private Path cert;

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "cli.option.key")
    private Path key;

    @Option(names = "--alias", paramLabel = "NAME|NUMBER", descriptionKey = "cli.option.alias")
    private String alias = "";

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "cli.option.passwordFile")
    private Path passwordFile;

    @Option(names = "--ca", paramLabel = "FILE", descriptionKey = "cli.option.ca")
    private Path ca;

    @Option(
            names = "--trust",
            paramLabel = "jdk|nobody",
            converter = Words.Trust.class,
            descriptionKey = "cli.option.trust")
    private TrustAnchors trust;

    Path cert() {
        return cert;
    }

    Path key() {
        return key;
    }

    /** Which entry of the files of --cert and --key is meant. */
    EntryChoice entry() {
        return EntryChoice.of(alias);
    }

    Path passwordFile() {
        return passwordFile;
    }

    Path ca() {
        return ca;
    }

    TrustAnchors trust() {
        return trust;
    }

    /** Whether the certificates of the samples are trusted, no others having been named. */
    boolean trustsSamples() {
        return ca == null && trust == null;
    }
}
