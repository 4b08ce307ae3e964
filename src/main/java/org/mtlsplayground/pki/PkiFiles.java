package org.mtlsplayground.pki;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads certificates and private keys from files, whatever they are called: PEM, DER or PKCS#12.
 *
 * <p>Certificates: PEM (text around them and either kind of line end is fine), DER, PKCS#12. Keys: PKCS#8, PKCS#1 and
 * SEC1 as PEM or DER, encrypted or not, PKCS#12; RSA, RSA-PSS, EC, Ed25519 and Ed448. What comes out are the JDK's
 * own objects. Safe for use by any thread; blocks while it reads. A password is not kept, and the caller clears it.
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
     * The certificates in a file, put in order as a chain: the leaf first, each followed by its issuer as far as the
     * issuer is there, then the rest in the order of the file. Of a PKCS#12 the chain of its key, where it has one.
     * Never empty; a certificate that is there twice comes once.
     *
     * @param password for an encrypted file; null where none was given
     */
    public static List<X509Certificate> certificates(Path file, char[] password) throws LoadException {
        return load(file, parts -> {
            if (isPkcs12(parts)) {
                Pkcs12 opened = pkcs12(parts, password);
                return certificatesOf(opened, opened.chain());
            }
            return ChainOrder.sort(plainCertificates(parts));
        });
    }

    /**
     * The private key in a file; the first one, where there are several.
     *
     * @param password for an encrypted file; null where none was given
     */
    public static PrivateKey privateKey(Path file, char[] password) throws LoadException {
        return load(file, parts -> {
            if (isPkcs12(parts)) {
                Pkcs12 opened = pkcs12(parts, password);
                if (!opened.hasKey()) {
                    throw new ContentException(LoadProblem.CERTIFICATE_NOT_KEY, "PKCS#12 without a key");
                }
                return opened.privateKey();
            }
            List<Part> keys = parts.of(Part.Kind.KEY);
            if (keys.isEmpty()) {
                throw instead(parts, Part.Kind.CERTIFICATE, LoadProblem.CERTIFICATE_NOT_KEY);
            }
            return KeyReader.read(keys.get(0), password);
        });
    }

    /**
     * All certificates in a file, as those to trust; each once, in the order of the file.
     *
     * @param password for an encrypted file; null where none was given
     */
    public static TrustAnchors trustAnchors(Path file, char[] password) throws LoadException {
        return load(file, parts -> {
            if (isPkcs12(parts)) {
                Pkcs12 opened = pkcs12(parts, password);
                return TrustAnchors.of(certificatesOf(opened, opened.all()));
            }
            return TrustAnchors.of(plainCertificates(parts));
        });
    }

    /**
     * What a file holds, whatever it is: each entry in the order of the file, and what could not be read. Fails only where
     * there is nothing to look at (no such file, empty, too big).
     *
     * @param password for what is encrypted; null where none was given: what needs one is then described from outside
     */
    public static FileContents inspect(Path file, char[] password) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.contents();
        }
    }

    /**
     * The things in a file among which a user chooses, in its order: its private keys with their certificates; in a key
     * store without a key its certificates. A single one is no choice, but is listed too.
     *
     * @param password as for {@link #inspect}
     */
    public static List<EntryOption> options(Path file, char[] password) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.options();
        }
    }

    /** As {@link #certificates(Path, char[])}, of the chosen key or entry. */
    public static List<X509Certificate> certificates(Path file, char[] password, EntryChoice choice)
            throws LoadException {
        try (OpenedFile opened = OpenedFile.open(file, password)) {
            return opened.certificates(choice);
        }
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

    private static boolean isPkcs12(FileParts parts) {
        return !parts.of(Part.Kind.PKCS12).isEmpty();
    }

    private static Pkcs12 pkcs12(FileParts parts, char[] password) throws ContentException {
        return Pkcs12.open(parts.of(Part.Kind.PKCS12).get(0).pem().getContent(), password);
    }

    private static List<X509Certificate> certificatesOf(Pkcs12 opened, List<X509Certificate> certificates)
            throws ContentException {
        if (certificates.isEmpty()) {
            throw opened.hasKey()
                    ? new ContentException(LoadProblem.KEY_NOT_CERTIFICATE, "PKCS#12 without a certificate")
                    : new ContentException(LoadProblem.SOMETHING_ELSE, "PKCS#12 with nothing in it");
        }
        return certificates;
    }

    private static List<X509Certificate> plainCertificates(FileParts parts) throws ContentException {
        List<byte[]> encodings = new ArrayList<>();
        for (Part part : parts.of(Part.Kind.CERTIFICATE)) {
            encodings.add(part.pem().getContent());
        }
        if (encodings.isEmpty()) {
            throw instead(parts, Part.Kind.KEY, LoadProblem.KEY_NOT_CERTIFICATE);
        }
        return CertificateReader.read(encodings);
    }

    private static ContentException instead(FileParts parts, Part.Kind confused, LoadProblem problem) {
        return parts.of(confused).isEmpty()
                ? new ContentException(
                        LoadProblem.SOMETHING_ELSE, parts.all().get(0).name())
                : new ContentException(problem, "");
    }

    private interface Reading<T> {
        T from(FileParts parts) throws ContentException;
    }

    private static <T> T load(Path file, Reading<T> reading) throws LoadException {
        try (FileParts parts = FileParts.of(FileBytes.read(file))) {
            return reading.from(parts);
        } catch (ContentException e) {
            throw new LoadException(e.problem(), file, e.detail(), e.getCause());
        }
    }
}
