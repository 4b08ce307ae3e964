package org.mtlsplayground.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
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
 * @param notices what stands in for files that were not named, and what is odd about those that were
 */
record Credentials(Identity identity, TrustAnchors trust, List<String> notices) {
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
        try (Passwords passwords = new Passwords(options.passwordFile())) {
            Identity identity = anonymous ? null : identity(options, samples, name, passwords, notices);
            TrustAnchors trust = options.trust();
            if (trust == null) {
                Path file = options.ca();
                if (file == null) {
                    file = sample(samples, otherName + "_ca.crt");
                    notices.add(Messages.get("cli.sample.ca", file));
                }
                trust = passwords.open(file, PkiFiles::trustAnchors);
            }
            return new Credentials(identity, trust, notices);
        }
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
            IdentityOptions options, Samples samples, String name, Passwords passwords, List<String> notices)
            throws WrongUseException {
        Path cert = options.cert();
        Path key = options.key();
        if (cert == null) {
            cert = sample(samples, name + ".crt");
            key = sample(samples, name + ".key");
            notices.add(Messages.get("cli.sample.identity", cert, key));
        } else if (key == null) {
            // A PKCS#12 file holds both, and a PEM file may.
            key = cert;
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
