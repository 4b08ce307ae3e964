package org.mtlsplayground.ui.workshop;

import java.security.PrivateKey;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.mtlsplayground.ca.NewRequest;
import org.mtlsplayground.ca.SigningRequest;

/** A request that was made here, with its key. {@link #toString()} does not show the key. */
final class MadeRequest {
    private final NewRequest made;
    private final BooleanProperty saved = new SimpleBooleanProperty(this, "saved");

    MadeRequest(NewRequest made) {
        this.made = made;
    }

    SigningRequest request() {
        return made.request();
    }

    PrivateKey key() {
        return made.key();
    }

    /** Whether its key was saved to a file. */
    BooleanProperty savedProperty() {
        return saved;
    }

    /** What to call it. */
    String name() {
        return nameOf(made.request());
    }

    /** What to call who asks: the common name, or else the first name of any kind. */
    static String nameOf(SigningRequest request) {
        SubjectText subject = SubjectText.of(request.subject());
        if (!subject.commonName().isBlank()) {
            return subject.commonName();
        }
        if (!subject.others().isBlank()) {
            return subject.others();
        }
        return request.names().isEmpty() ? "–" : request.names().get(0).value();
    }

    @Override
    public String toString() {
        return "MadeRequest[" + name() + "]";
    }
}
