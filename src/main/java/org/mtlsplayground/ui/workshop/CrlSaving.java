package org.mtlsplayground.ui.workshop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.util.List;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.ca.revocation.CrlFiles;
import org.mtlsplayground.text.Messages;

/** Saves a CRL. */
final class CrlSaving implements Saving {
    private static final Form PEM = new Form("CRL_PEM", false);
    private static final Form DER = new Form("CRL_DER", false);

    private final String name;
    private final X509CRL crl;

    CrlSaving(String name, X509CRL crl) {
        this.name = name;
        this.crl = crl;
    }

    @Override
    public String title() {
        return Messages.get("workshop.save.crl", name);
    }

    @Override
    public String name() {
        return FileNames.of(name);
    }

    @Override
    public List<Form> forms() {
        return List.of(PEM, DER);
    }

    @Override
    public boolean hasKey() {
        return false;
    }

    @Override
    public List<NewFile> files(Form form, String fileName, boolean withKey, char[] password) {
        return List.of(
                form.equals(PEM)
                        ? new NewFile(
                                fileName + ".crl.pem", CrlFiles.pem(crl).getBytes(StandardCharsets.US_ASCII), false)
                        : new NewFile(fileName + ".crl", CrlFiles.der(crl), false));
    }

    @Override
    public void saved(Form form, boolean withKey, boolean closed, List<Path> written) {}
}
