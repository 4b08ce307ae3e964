package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.commands.PickedFile;
import org.mtlsplayground.commands.SideFiles;
import org.mtlsplayground.pki.EntryChoice;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.OpenedFile;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;

/**
 * What a side shows and whom it trusts, read from its files.
 *
 * @param identity null if it shows nothing
 * @param files where they came from
 * @param notices what stands in for files that were not named, and what is odd about those that were
 */
record Credentials(Identity identity, TrustAnchors trust, SideFiles files, List<String> notices) {
    Credentials {
        notices = List.copyOf(notices);
    }

    /**
     * Reads them. Blocks; a user at a terminal may be asked for passwords.
     *
     * @param name the name that the side's sample files begin with
     * @param otherName the same for the other side
     * @param anonymous whether it shows nothing
     */
    static Credentials load(IdentityOptions options, Samples samples, String name, String otherName, boolean anonymous)
            throws WrongUseException {
        check(options, anonymous);
        List<String> notices = new ArrayList<>();
        PickedFile cert = null;
        PickedFile key = null;
        if (!anonymous) {
            cert = new PickedFile(cert(options, samples, name), options.entry());
            key = new PickedFile(key(options, samples, name), options.entry());
        }
        try (Passwords passwords = new Passwords(options.passwordFile())) {
            Identity identity = anonymous ? null : identity(options, cert.file(), key.file(), passwords, notices);
            Path ca = options.ca();
            if (ca == null && options.trust() == null) {
                ca = sample(samples, otherName + "_ca.crt");
                notices.add(Messages.get("cli.sample.ca", ca));
            }
            TrustAnchors trust = ca == null ? options.trust() : passwords.open(ca, PkiFiles::trustAnchors);
            SideFiles files = new SideFiles(
                    Optional.ofNullable(cert), Optional.ofNullable(key), Optional.ofNullable(ca), List.of());
            return new Credentials(identity, trust, files, notices);
        }
    }

    private static Path cert(IdentityOptions options, Samples samples, String name) throws WrongUseException {
        return options.cert() == null ? sample(samples, name + ".crt") : options.cert();
    }

    /** A PKCS#12 file holds both, and a PEM file may. */
    private static Path key(IdentityOptions options, Samples samples, String name) throws WrongUseException {
        if (options.cert() == null) {
            return sample(samples, name + ".key");
        }
        return options.key() == null ? options.cert() : options.key();
    }

    /** The same with the files of revocation lists. */
    SideFiles filesWith(List<Path> lists) {
        return new SideFiles(files.certificate(), files.key(), files.trust(), lists);
    }

    private static void check(IdentityOptions options, boolean anonymous) throws WrongUseException {
        if (anonymous && (options.cert() != null || options.key() != null)) {
            throw new WrongUseException(Messages.get("cli.wrong.both", "--no-cert", "--cert, --key"));
        }
        if (options.trust() != null && options.ca() != null) {
            throw new WrongUseException(Messages.get("cli.wrong.both", "--trust", "--ca"));
        }
        if (!options.entry().isFirst() && options.cert() == null) {
            throw new WrongUseException(Messages.get("cli.wrong.aliasAlone"));
        }
        if (options.key() != null && options.cert() == null) {
            throw new WrongUseException(Messages.get("cli.wrong.keyAlone"));
        }
    }

    private static Identity identity(
            IdentityOptions options, Path cert, Path key, Passwords passwords, List<String> notices)
            throws WrongUseException {
        if (options.cert() == null) {
            notices.add(Messages.get("cli.sample.identity", cert, key));
        }
        EntryChoice entry = options.entry();
        boolean apart = !key.equals(cert);
        // Where the certificate has a file of its own, the name is that of an entry in whichever file has several.
        Identity identity = new Identity(
                passwords.open(cert, (file, password) -> certificates(file, password, entry, apart)),
                passwords.open(key, (file, password) -> privateKey(file, password, entry, apart)));
        if (!KeyPairs.match(identity.leaf(), identity.key())) {
            // To try it all the same is what this program is for.
            notices.add(Messages.get("cli.key.differs", key, cert));
        }
        return identity;
    }

    private static List<X509Certificate> certificates(Path file, char[] password, EntryChoice entry, boolean apart)
            throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.certificates(apart && opened.options().size() < 2 ? EntryChoice.first() : entry);
        }
    }

    private static PrivateKey privateKey(Path file, char[] password, EntryChoice entry, boolean apart)
            throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.privateKey(apart && opened.options().size() < 2 ? EntryChoice.first() : entry);
        }
    }

    private static Path sample(Samples samples, String file) throws WrongUseException {
        try {
            return samples.folder().resolve(file);
        } catch (IOException e) {
            throw new WrongUseException(Messages.get("cli.sample.missing", FileProblem.reason(e)));
        }
    }
}
