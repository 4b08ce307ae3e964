package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.LoadProblem;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.LoadSentences;

/** Brings certificates from files into the workshop, with their keys where the file has them. For use on the FX thread. */
final class BringIn {
    private final WorkshopModel model;
    private final Questions questions;
    private final Consumer<Made> then;

    /** @param then what to do with what was brought in */
    BringIn(WorkshopModel model, Questions questions, Consumer<Made> then) {
        this.model = model;
        this.questions = questions;
        this.then = then;
    }

    void open(Path file) {
        open(file, null);
    }

    private void open(Path file, char[] password) {
        model.background()
                .run(
                        "bring-in",
                        () -> {
                            try {
                                return read(file, password);
                            } finally {
                                if (password != null) {
                                    Arrays.fill(password, '\0');
                                }
                            }
                        },
                        product -> then.accept(model.bringIn(product)),
                        failure -> failed(failure, file));
    }

    private static Product read(Path file, char[] password) throws LoadException {
        List<X509Certificate> chain = PkiFiles.certificates(file, password);
        Optional<PrivateKey> key = key(file, password).filter(own -> KeyPairs.match(chain.get(0), own));
        X509Certificate top = chain.get(chain.size() - 1);
        return new Product(chain, key, List.of(top), List.of(), Optional.empty());
    }

    private static Optional<PrivateKey> key(Path file, char[] password) {
        try {
            return Optional.of(PkiFiles.privateKey(file, password));
        } catch (LoadException e) {
            return Optional.empty(); // Then the certificate alone is meant.
        }
    }

    private void failed(Throwable failure, Path file) {
        String name = String.valueOf(file.getFileName());
        if (!(failure instanceof LoadException load)) {
            model.noteProperty().set(Hint.error(Messages.get("workshop.failed", String.valueOf(failure.getMessage()))));
        } else if (load.problem() == LoadProblem.PASSWORD_NEEDED) {
            questions.password(name, password -> open(file, password));
        } else {
            model.noteProperty().set(Hint.error(LoadSentences.of(load.fault(), name)));
        }
    }
}
