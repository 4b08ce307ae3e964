package org.mtlsplayground.ca.revocation;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtlsplayground.ca.KeyFiles;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadDetail;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadFault;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.Place;

/**
 * A CA's certificate, key and books in a folder, all as text that other tools read, and for the owner alone where the file
 * system knows owners:
 *
 * <ul>
 *   <li>{@code ca.crt}: its certificate and those above it, PEM
 *   <li>{@code ca.key}: its key, PKCS#8 in PEM, encrypted if a password is given
 *   <li>{@code index.txt}: what it issued, in the format of {@code openssl ca}; {@code index.txt.attr} goes with it
 *   <li>{@code crlnumber}: the number of the next CRL, in hex
 * </ul>
 *
 * Blocks; any thread.
 */
public final class AuthorityFolder {
    private static final String CERTIFICATE = "ca.crt";
    private static final String KEY = "ca.key";
    private static final String INDEX = "index.txt";
    /** Else OpenSSL takes no index with two certificates of one subject. */
    private static final String ATTRIBUTES = "index.txt.attr";

    private static final String CRL_NUMBER = "crlnumber";

    private AuthorityFolder() {}

    /**
     * Saves a CA. In a folder that it was saved in before, only its books are written anew.
     *
     * @param folder made if there is none
     * @param password to encrypt the key with; null leaves it readable. Not kept; the caller clears it
     * @throws FileAlreadyExistsException if one of the files is there and is not this CA's; nothing is written then
     */
    public static void save(Authority authority, Path folder, char[] password) throws IOException {
        Files.createDirectories(folder);
        Identity identity = authority.identity();
        boolean own = isOf(identity, folder);
        if (!own) {
            for (String name : List.of(CERTIFICATE, KEY, INDEX, ATTRIBUTES, CRL_NUMBER)) {
                if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileAlreadyExistsException(folder.resolve(name).toString());
                }
            }
            byte[] key = password == null
                    ? KeyFiles.plainPem(identity.key())
                    : KeyFiles.encryptedPem(identity.key(), password);
            try {
                write(folder.resolve(KEY), key, false);
            } finally {
                Arrays.fill(key, (byte) 0);
            }
            write(folder.resolve(CERTIFICATE), ascii(Pem.encode(identity.chain())), false);
            write(folder.resolve(ATTRIBUTES), ascii("unique_subject = no\n"), false);
        }
        // The number first: after a crash in between, a number may be left out but none comes twice.
        write(folder.resolve(CRL_NUMBER), ascii(IndexFile.hex(authority.nextCrlNumber()) + "\n"), own);
        write(folder.resolve(INDEX), ascii(IndexFile.write(authority.issued())), own);
    }

    private static boolean isOf(Identity identity, Path folder) {
        try {
            X509Certificate there =
                    PkiFiles.certificates(folder.resolve(CERTIFICATE), null).get(0);
            return there.equals(identity.leaf())
                    && Stream.of(KEY, INDEX).allMatch(name -> Files.isRegularFile(folder.resolve(name)));
        } catch (LoadException e) {
            return false;
        }
    }

    /** Beside its place, and then moved there: as a whole or not at all. */
    private static void write(Path file, byte[] content, boolean replace) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "." + file.getFileName(), ".tmp");
        try {
            Files.write(fresh, content);
            if (replace) {
                // Replaced in one go: to delete the old one first would leave the CA without its books for a moment.
                Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.move(fresh, file);
            }
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Loads a CA that {@link #save} or {@code openssl ca} left in a folder. Without {@code index.txt} it has issued nothing.
     *
     * @param password of the key; null where none was given. Not kept; the caller clears it
     */
    public static Authority load(Path folder, char[] password) throws LoadException {
        Identity identity = new Identity(
                PkiFiles.certificates(folder.resolve(CERTIFICATE), null),
                PkiFiles.privateKey(folder.resolve(KEY), password));
        return new Authority(
                identity,
                read(folder.resolve(INDEX), IndexFile::read, List.of()),
                read(folder.resolve(CRL_NUMBER), AuthorityFolder::number, BigInteger.ONE));
    }

    /** What a text of the folder says; the fallback where there is no such file. */
    private static <T> T read(Path file, Function<String, T> reading, T fallback) throws LoadException {
        if (!Files.exists(file)) {
            return fallback;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) PkiFiles.MAX_BYTES + 1);
            if (bytes.length > PkiFiles.MAX_BYTES) {
                throw new LoadException(
                        file, LoadFault.of(LoadProblem.TOO_BIG, LoadDetail.BYTES, String.valueOf(bytes.length)), null);
            }
            return reading.apply(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LoadException(
                    file,
                    LoadFault.of(LoadProblem.UNREADABLE, LoadDetail.INPUT_OUTPUT, String.valueOf(e.getMessage())),
                    e);
        } catch (LineException e) {
            LoadFault fault = LoadFault.of(LoadProblem.DAMAGED, LoadDetail.STRUCTURE, "");
            throw new LoadException(file, fault.at(Place.line(e.line())), e);
        }
    }

    private static BigInteger number(String text) {
        if (!text.strip().matches("[0-9A-Fa-f]{1,40}")) {
            throw new LineException(1, null);
        }
        return new BigInteger(text.strip(), 16);
    }
}
