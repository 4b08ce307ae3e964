package org.mtlsplayground.ca;

import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Pem;

/** Puts together what stands in the files of each {@link SaveFormat}. Nothing is written here: see {@link FileSet}. */
public final class SavedFiles {
    private static final char[] NO_PASSWORD = {};

    private final String name;
    private final char[] password;
    private final List<NewFile> files = new ArrayList<>();

    private SavedFiles(String name, char[] password) {
        this.name = name;
        this.password = password;
    }

    /**
     * The files with their contents.
     *
     * @param name what the files' names begin with, see {@link NewFile#isName}
     * @param password closes keys and stores, and is not kept: the caller clears it. Null or empty for none: then keys in
     *     PEM and DER lie open, and stores have the empty password
     * @throws IllegalArgumentException for a password that the format does not {@linkplain SaveFormat#takes take}, and for
     *     a name that is none
     */
    public static List<NewFile> of(Saveable what, SaveFormat format, String name, char[] password) {
        if (!format.takes(password)) {
            throw new IllegalArgumentException("A password that " + format + " does not take");
        }
        SavedFiles saved = new SavedFiles(name, password == null ? NO_PASSWORD : password);
        switch (format) {
            case PEM_SET -> saved.pemSet(what);
            case PEM -> saved.pem(what);
            case DER -> saved.der(what);
            case PKCS12 -> saved.store(what, StoreFiles.PKCS12, ".p12");
            case PKCS12_OLD -> saved.store(what, StoreFiles.PKCS12_OLD, ".p12");
            case JKS -> saved.store(what, StoreFiles.JKS, ".jks");
        }
        return saved.files;
    }

    private void pemSet(Saveable what) {
        if (!what.chain().isEmpty()) {
            add(".crt", KeyFiles.ascii(Pem.encode(what.chain())), false);
        }
        what.key().ifPresent(key -> add(".key", pem(key), true));
        if (!what.authorities().isEmpty()) {
            add("-ca.crt", KeyFiles.ascii(Pem.encode(what.authorities())), false);
        }
    }

    private void pem(Saveable what) {
        byte[] key = what.key().map(this::pem).orElse(new byte[0]);
        List<X509Certificate> certificates = what.chain().isEmpty() ? what.authorities() : what.chain();
        byte[] chain = KeyFiles.ascii(Pem.encode(certificates));
        add(".pem", KeyFiles.joined(key, chain), what.key().isPresent());
    }

    private byte[] pem(PrivateKey key) {
        return password.length == 0 ? KeyFiles.plainPem(key) : KeyFiles.encryptedPem(key, password);
    }

    private void der(Saveable what) {
        for (int i = 0; i < what.chain().size(); i++) {
            add(i == 0 ? ".der" : "-chain-" + i + ".der", encoded(what.chain().get(i)), false);
        }
        what.key()
                .ifPresent(key -> add(
                        "-key.der",
                        password.length == 0 ? key.getEncoded() : KeyFiles.encryptedDer(key, password),
                        true));
        for (int i = 0; i < what.authorities().size(); i++) {
            String number = what.authorities().size() == 1 ? "" : "-" + (i + 1);
            add("-ca" + number + ".der", encoded(what.authorities().get(i)), false);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that has no DER form", e);
        }
    }

    private void store(Saveable what, StoreFiles kind, String ending) {
        Optional<PrivateKey> key = what.key();
        if (key.isPresent()) {
            add(ending, kind.withKey(what.chain(), key.get(), name, password), true);
        } else if (!what.chain().isEmpty()) {
            add(ending, kind.ofTrusted(what.chain(), name, password), false);
        }
        if (!what.authorities().isEmpty()) {
            add("-ca" + ending, kind.ofTrusted(what.authorities(), name + "-ca", password), false);
        }
    }

    private void add(String ending, byte[] content, boolean secret) {
        files.add(new NewFile(name + ending, content, secret));
    }
}
