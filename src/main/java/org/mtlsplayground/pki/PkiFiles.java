package org.mtlsplayground.pki;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Reads certificates and private keys from files, whatever they are called and in whichever form they come.
 *
 * <p>Certificates: PEM (text around them and any kind of line end is fine), DER, PKCS#7, PKCS#12, JKS, JCEKS. Keys: PKCS#8,
 * PKCS#1 and SEC1 as PEM or DER, encrypted or not, and those of key stores; RSA, RSA-PSS, EC, Ed25519 and Ed448. What comes
 * out are the JDK's own objects. Safe for use by any thread; blocks while it reads. A password is not kept, and the caller
 * clears it. Whoever wants several things of one file asks an {@link OpenedFile}.
 */
public final class PkiFiles {
    /** No file larger than this is read, in bytes. */
    public static final long MAX_BYTES = 10L * 1024 * 1024;

    /** How many rounds of key derivation one file may ask for in all. Tools write between a thousand and a million. */
    public static final long MAX_ROUNDS = 5_000_000;

    /** How many bytes scrypt (RFC 7914) may mix for one key; OpenSSL asks for 16 MB. */
    public static final long MAX_SCRYPT_BYTES = 128L << 20;

    private PkiFiles() {}

    /**
     * What a file holds, whatever it is: each entry in the order of the file, and what could not be read. Fails only where
     * there is nothing to look at (no such file, empty), or too much.
     *
     * @param password for what is encrypted; null where none was given: what needs one is then described from outside
     */
    public static FileContents inspect(Path file, char[] password) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.contents();
        }
    }

    /**
     * The things in a file among which a user chooses, as {@link OpenedFile#options()} has them.
     *
     * @param password as for {@link #inspect}
     */
    public static List<EntryOption> options(Path file, char[] password) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.options();
        }
    }

    /**
     * The certificates in a file, put in order as a chain, as {@link OpenedFile#certificates} has them where nothing is
     * chosen.
     *
     * @param password for an encrypted file; null where none was given
     */
    public static List<X509Certificate> certificates(Path file, char[] password) throws LoadException {
        return certificates(file, password, EntryChoice.first());
    }

    /** As {@link #certificates(Path, char[])}, of the chosen key or entry. */
    public static List<X509Certificate> certificates(Path file, char[] password, EntryChoice choice)
            throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.certificates(choice);
        }
    }

    /**
     * The private key in a file; the first one, where there are several.
     *
     * @param password for an encrypted file; null where none was given
     */
    public static PrivateKey privateKey(Path file, char[] password) throws LoadException {
        return privateKey(file, password, EntryChoice.first());
    }

    /** As {@link #privateKey(Path, char[])}, but the chosen one. */
    public static PrivateKey privateKey(Path file, char[] password, EntryChoice choice) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.privateKey(choice);
        }
    }

    /** The chosen key and its chain, from one file that holds both. */
    public static Identity identity(Path file, char[] password, EntryChoice choice) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.identity(choice);
        }
    }

    /**
     * All certificates in a file, as those to trust; each once, in the order of the file.
     *
     * @param password for an encrypted file; null where none was given
     */
    public static TrustAnchors trustAnchors(Path file, char[] password) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.trustAnchors();
        }
    }
}
