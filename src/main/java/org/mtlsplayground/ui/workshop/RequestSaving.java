package org.mtlsplayground.ui.workshop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.ca.KeyFiles;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.text.Messages;

/** Saves a request, and the key that it was made with. */
final class RequestSaving implements Saving {
    private static final Form PEM = new Form("CSR_PEM", true);
    private static final Form DER = new Form("CSR_DER", true);

    private final MadeRequest made;

    RequestSaving(MadeRequest made) {
        this.made = made;
    }

    @Override
    public String title() {
        return Messages.get("workshop.save.request", made.name());
    }

    @Override
    public String name() {
        return FileNames.of(made.name());
    }

    @Override
    public List<Form> forms() {
        return List.of(PEM, DER);
    }

    @Override
    public boolean hasKey() {
        return true;
    }

    @Override
    public List<NewFile> files(Form form, String name, boolean withKey, char[] password) {
        List<NewFile> files = new ArrayList<>();
        files.add(
                form.equals(PEM)
                        ? new NewFile(name + ".csr", made.request().pem().getBytes(StandardCharsets.US_ASCII), false)
                        : new NewFile(name + ".csr.der", made.request().encoded(), false));
        if (withKey) {
            files.add(new NewFile(
                    name + ".key",
                    password.length == 0 ? KeyFiles.plainPem(made.key()) : KeyFiles.encryptedPem(made.key(), password),
                    true));
        }
        return files;
    }

    @Override
    public void saved(Form form, boolean withKey, boolean closed, List<Path> written) {
        made.savedProperty().set(made.savedProperty().get() || withKey);
    }
}
