package org.mtlsplayground.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file that was read once and may be asked several things: what it holds, what there is to choose, and the chosen.
 * Holds key material until it is closed. For use by one thread at a time.
 */
public final class OpenedFile implements AutoCloseable {
    private final Path file;
    private final FileParts parts;
    private final char[] password;

    private OpenedFile(Path file, FileParts parts, char[] password) {
        this.file = file;
        this.parts = parts;
        this.password = password;
    }

    /**
     * Reads a file. Blocks.
     *
     * @param password for what is encrypted, which is copied; null where none was given
     * @throws LoadException if there is nothing to look at: no such file, not to be read, empty, too big
     */
    public static OpenedFile open(Path file, char[] password) throws LoadException {
        try {
            return new OpenedFile(file, FileParts.of(FileBytes.read(file)), password == null ? null : password.clone());
        } catch (ContentException e) {
            throw new LoadException(e.problem(), file, e.detail(), e.getCause());
        }
    }

    /** All entries in the order of the file, and what could not be read. */
    public FileContents contents() {
        List<FileEntry> entries = new ArrayList<>();
        List<LoadFault> faults = new ArrayList<>();
        FileFormat format = FileFormat.PEM;
        int number = 0;
        for (Part part : parts.all()) {
            Place place = Place.entry(++number);
            try {
                entries.add(entry(part, place));
            } catch (ContentException e) {
                faults.add(
                        LoadFault.of(e.problem(), LoadDetail.NONE, e.detail()).at(place));
            } catch (IOException | GeneralSecurityException e) {
                faults.add(
                        LoadFault.of(LoadProblem.DAMAGED, LoadDetail.ASN1, "").at(place));
            }
        }
        return new FileContents(format, entries, faults);
    }

    private FileEntry entry(Part part, Place place) throws ContentException, IOException, GeneralSecurityException {
        byte[] content = part.pem().getContent();
        return switch (part.kind()) {
            case CERTIFICATE ->
                new FileEntry.Certificate(
                        place, "", CertificateReader.read(List.of(content)).get(0));
            case KEY ->
                new FileEntry.Key(
                        place,
                        "",
                        part.pem().getType(),
                        "",
                        KeyReader.read(part, password).getAlgorithm(),
                        List.of());
            default ->
                switch (part.pem().getType()) {
                    case "CERTIFICATE REQUEST", "NEW CERTIFICATE REQUEST" ->
                        new FileEntry.Request(place, CertificateRequest.of(content));
                    case "X509 CRL" ->
                        new FileEntry.Crl(place, (X509CRL)
                                CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(content)));
                    default ->
                        new FileEntry.Other(
                                place, "", ContentKind.OTHER_PEM, part.pem().getType());
                };
        };
    }

    /** What there is to choose among, in the order of the file: keys, or entries where there is no key. */
    public List<EntryOption> options() throws LoadException {
        return List.of(new EntryOption(
                1,
                "",
                true,
                "",
                Optional.of(PkiFiles.certificates(file, password).get(0))));
    }

    /** The chain of the chosen key or entry, leaf first. */
    public List<X509Certificate> certificates(EntryChoice choice) throws LoadException {
        check(choice);
        return PkiFiles.certificates(file, password);
    }

    /** The chosen private key. */
    public PrivateKey privateKey(EntryChoice choice) throws LoadException {
        check(choice);
        return PkiFiles.privateKey(file, password);
    }

    /** The chosen key with its chain. */
    public Identity identity(EntryChoice choice) throws LoadException {
        return new Identity(certificates(choice), privateKey(choice));
    }

    /** All certificates of the file, as those to trust. */
    public TrustAnchors trustAnchors() throws LoadException {
        return PkiFiles.trustAnchors(file, password);
    }

    private void check(EntryChoice choice) throws LoadException {
        if (!choice.isFirst()) {
            throw new LoadException(LoadProblem.NO_SUCH_ENTRY, file, choice.toString(), null);
        }
    }

    @Override
    public void close() {
        parts.close();
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }
}
