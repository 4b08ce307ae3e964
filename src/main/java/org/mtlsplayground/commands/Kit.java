package org.mtlsplayground.commands;

import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.pki.EntryOption;
import org.mtlsplayground.pki.FileFormat;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.OpenedFile;
import org.mtlsplayground.text.Messages;

/** A side's files as PEM, which every program reads: the user's own where they are that, else files made of them. */
final class Kit {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Wishes wishes;
    private final SideFiles files;
    private final boolean pkcs8;
    private boolean asksForLegacy;
    final Preparation preparation = new Preparation();
    final List<String> remarks = new ArrayList<>();

    /** @param pkcs8 whether the private key must be PKCS#8, as Java wants it */
    Kit(Wishes wishes, SideFiles files, boolean pkcs8) {
        this.wishes = wishes;
        this.files = files;
        this.pkcs8 = pkcs8;
    }

    /** The whole chain, the leaf first; empty where nothing is shown. */
    Optional<Ref> chain() throws LoadException {
        if (wishes.identity().isEmpty()) {
            return Optional.empty();
        }
        List<X509Certificate> chain = wishes.identity().get().chain();
        PickedFile picked = files.certificate().orElse(null);
        if (picked == null) {
            return Optional.of(written("chain.pem", chain));
        }
        Shape shape = Shape.of(picked.file());
        Ref.There file = new Ref.There(picked.file());
        if (shape.isPem()) {
            return Optional.of(shape.certificates().equals(chain) ? file : written("chain.pem", chain));
        }
        if (shape.format().isKeyStore()) {
            Ref.Made made = preparation.made("chain.pem");
            String store = store(picked, shape);
            preparation.line(store + " -nokeys -clcerts -out " + made.shell() + " || exit");
            if (chain.size() > 1) {
                preparation.line(store + " -nokeys -cacerts >> " + made.shell() + " || exit");
            }
            return Optional.of(made);
        }
        return Optional.of(
                shape.certificates().equals(chain) ? opened(file, shape, "chain.pem") : written("chain.pem", chain));
    }

    /** Whether there is more in the chain than the leaf. */
    boolean hasIssuers() {
        return wishes.identity().filter(who -> who.chain().size() > 1).isPresent();
    }

    /** The private key; empty where nothing is shown, or no file has it. */
    Optional<Ref> key() throws LoadException {
        PickedFile picked = files.key().orElse(null);
        if (wishes.identity().isEmpty()) {
            return Optional.empty();
        }
        if (picked == null) {
            remarks.add(Messages.get("commands.remark.noKeyFile"));
            return Optional.of(new Ref.There(Path.of("private.key")));
        }
        Shape shape = Shape.of(picked.file());
        Ref.There file = new Ref.There(picked.file());
        if (shape.format().isKeyStore()) {
            Ref.Made made = preparation.made("key.pem");
            preparation.line(store(picked, shape) + " -nocerts -nodes -out " + made.shell() + " || exit");
            return Optional.of(made);
        }
        if (shape.keys().size() > 1 && !picked.choice().isFirst()) {
            remarks.add(Messages.get("commands.remark.firstKey"));
        }
        boolean open = shape.isPem() && !shape.hasClosedKey();
        boolean fits =
                !pkcs8 || shape.keys().stream().allMatch(key -> key.form().equals("PKCS#8"));
        if (open && fits) {
            return Optional.of(file);
        }
        Ref.Made made = preparation.made("key.pem");
        String password = shape.hasClosedKey() ? " -passin env:" + preparation.password(file) : "";
        String from = shape.format() == FileFormat.BASE64
                ? "openssl base64 -d -A -in " + file.shell() + " | openssl pkey -inform DER"
                : "openssl pkey -in " + file.shell() + (shape.format() == FileFormat.DER ? " -inform DER" : "");
        preparation.line(from + password + " -out " + made.shell() + " || exit");
        return Optional.of(made);
    }

    /** The CAs it trusts; empty for nobody and for the JDK's list. */
    Optional<Ref> trust() throws LoadException {
        List<X509Certificate> trusted = wishes.trust().certificates();
        if (trusted.isEmpty()) {
            return Optional.empty();
        }
        if (files.trust().isEmpty()) {
            return Optional.of(written("ca.pem", trusted));
        }
        Path path = files.trust().get();
        Ref.There file = new Ref.There(path);
        Shape shape = Shape.of(path);
        if (shape.isPem()) {
            return Optional.of(file);
        }
        if (!shape.format().isKeyStore()) {
            return Optional.of(opened(file, shape, "ca.pem"));
        }
        Ref.Made made = preparation.made("ca.pem");
        String password = preparation.password(file);
        preparation.line(
                shape.format() == FileFormat.PKCS12
                        ? pkcs12(shape) + " -in " + file.shell() + " -passin env:" + password + " -nokeys -out "
                                + made.shell() + " || exit"
                        : "keytool -list -rfc -keystore " + file.shell() + " -storepass:env " + password + " > "
                                + made.shell() + " || exit");
        return Optional.of(made);
    }

    /** The revocation lists that are at hand. */
    List<Ref> lists() throws LoadException {
        List<Ref> all = new ArrayList<>();
        for (Path path : files.lists()) {
            Ref.There file = new Ref.There(path);
            if (Shape.of(path).format() == FileFormat.PEM) {
                all.add(file);
            } else {
                Ref.Made made = preparation.made("crl" + (all.size() + 1) + ".pem");
                preparation.line("openssl crl -inform DER -in " + file.shell() + " -out " + made.shell() + " || exit");
                all.add(made);
            }
        }
        return all;
    }

    /** One file with all of them; empty if there are none. */
    Optional<Ref> listsInOne() throws LoadException {
        List<Ref> all = lists();
        if (all.size() < 2) {
            return all.stream().findFirst();
        }
        Ref.Made made = preparation.made("crls.pem");
        preparation.line(bare(all) + " > " + made.shell() + " || exit");
        return Optional.of(made);
    }

    /** A file of CAs with revocation lists behind them. */
    Ref withLists(Ref trusted, List<Ref> lists) {
        Ref.Made made = preparation.made("ca-and-crls.pem");
        preparation.line(
                "{ cat " + trusted.shell() + " && echo && " + bare(lists) + "; } > " + made.shell() + " || exit");
        return made;
    }

    /** Writes the lists of these files alone: a certificate beside one is not trusted for that. */
    private static String bare(List<Ref> lists) {
        return "sed -n '/-----BEGIN X509 CRL-----/,/-----END X509 CRL-----/p' "
                + lists.stream().map(Ref::shell).collect(Collectors.joining(" "));
    }

    /** The command that reads one entry of a key store, up to what is to be read of it. */
    private String store(PickedFile picked, Shape shape) throws LoadException {
        Ref.There file = new Ref.There(picked.file());
        String password = preparation.password(file);
        List<EntryOption> options = options(picked);
        if (shape.format() == FileFormat.PKCS12 && options.size() < 2) {
            return pkcs12(shape) + " -in " + file.shell() + " -passin env:" + password;
        }
        Ref.Made made = preparation.made("store.p12");
        String alias = picked.choice()
                .among(options)
                .map(EntryOption::alias)
                .filter(name -> !name.isEmpty())
                .map(name -> " -srcalias " + Quotes.shell(name))
                .orElse("");
        String copy = "[ -e " + made.shell() + " ] || keytool -importkeystore -noprompt -srckeystore " + file.shell()
                + " -srcstorepass:env " + password + alias + " -destkeystore " + made.shell()
                + " -deststoretype PKCS12 -deststorepass:env " + password + " || exit";
        preparation.line(copy);
        return "openssl pkcs12 -in " + made.shell() + " -passin env:" + password;
    }

    /** OpenSSL 3 opens old ciphers when it is told to, and OpenSSL 1.1 and LibreSSL don't know that option, nor need it. */
    private String pkcs12(Shape shape) {
        if (!shape.hasOldCiphers()) {
            return "openssl pkcs12";
        }
        if (!asksForLegacy) {
            asksForLegacy = true;
            preparation.line("MTLS_LEGACY=$(openssl pkcs12 -help 2>&1 | sed -n 's/^ *\\(-legacy\\).*/\\1/p')");
        }
        return "openssl pkcs12 $MTLS_LEGACY";
    }

    private static List<EntryOption> options(PickedFile picked) throws LoadException {
        try (OpenedFile opened = OpenedFile.open(picked.file(), null)) {
            return opened.options();
        }
    }

    private Ref.Made opened(Ref.There file, Shape shape, String name) {
        if (shape.format() == FileFormat.BASE64) {
            return written(name, shape.certificates());
        }
        Ref.Made made = preparation.made(name);
        String form = shape.format() == FileFormat.DER || shape.format() == FileFormat.PKCS7 ? " -inform DER" : "";
        preparation.line((shape.isPkcs7() ? "openssl pkcs7 -print_certs" : "openssl x509") + form + " -in "
                + file.shell() + " -out " + made.shell() + " || exit");
        return made;
    }

    private Ref.Made written(String name, List<X509Certificate> certificates) {
        Ref.Made made = preparation.made(name);
        preparation.write(
                made, new LinkedHashSet<>(certificates).stream().map(Kit::pem).collect(Collectors.joining("\n")));
        return made;
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----";
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that was read has no encoding", e);
        }
    }

    /** The whole command. */
    String command(String text) {
        return preparation.before(remarks, text);
    }
}
