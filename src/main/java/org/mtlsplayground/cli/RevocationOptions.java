package org.mtlsplayground.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.status.RevocationLists;
import org.mtlsplayground.text.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a side finds out whether the other's certificate is revoked. */
final class RevocationOptions {
    @Option(
            names = "--revocation",
            paramLabel = "off|crl|ocsp|any",
            converter = Words.Revocation.class,
            descriptionKey = "cli.option.revocation")
    private RevocationChecking.Source source;

    @Option(names = "--crl", paramLabel = "FILE", descriptionKey = "cli.option.crl")
    private List<Path> files = List.of();

    @Option(names = "--ocsp", paramLabel = "URL", converter = Address.class, descriptionKey = "cli.option.ocsp")
    private URI responder;

    @Option(names = "--soft-fail", descriptionKey = "cli.option.softFail")
    private boolean softFail;

    @Option(names = "--whole-chain", descriptionKey = "cli.option.wholeChain")
    private boolean wholeChain;

    /** Another responder than the certificates name. */
    Optional<URI> responder() {
        return Optional.ofNullable(responder);
    }

    /** The lists at hand. */
    List<Path> files() {
        return files;
    }

    /** What was asked for; a list at hand is there to be looked at. Blocks while files are read. */
    RevocationChecking checking() throws WrongUseException {
        RevocationChecking.Source where = source != null
                ? source
                : files.isEmpty() ? RevocationChecking.Source.OFF : RevocationChecking.Source.CRL;
        if (!files.isEmpty() && (where == RevocationChecking.Source.OFF || where == RevocationChecking.Source.OCSP)) {
            throw new WrongUseException(
                    Messages.get("cli.wrong.both", "--crl", "--revocation " + Words.Revocation.word(where)));
        }
        if (where == RevocationChecking.Source.OFF && (softFail || wholeChain)) {
            throw new WrongUseException(
                    Messages.get("cli.wrong.withoutRevocation", softFail ? "--soft-fail" : "--whole-chain"));
        }
        return new RevocationChecking(where, lists(), responder(), softFail, wholeChain);
    }

    private List<X509CRL> lists() throws WrongUseException {
        List<X509CRL> lists = new ArrayList<>();
        for (Path file : files) {
            try {
                lists.addAll(RevocationLists.read(file));
            } catch (LoadException e) {
                throw FileProblem.unusable(file, e);
            }
        }
        return lists;
    }

    /** An address that OCSP can be asked at. */
    static final class Address implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                URI uri = new URI(text);
                if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                    return uri;
                }
            } catch (URISyntaxException e) {
                // Said below.
            }
            throw new TypeConversionException(Messages.get("cli.wrong.address", text));
        }
    }
}
