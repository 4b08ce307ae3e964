package org.mtlsplayground.ui.workshop;

import java.security.PublicKey;
import java.util.HashSet;
import java.util.Set;

/** Counts the private keys that are in memory alone. Several certificates, or a request and its certificate, may have one key. */
final class UnsavedKeys {
    private UnsavedKeys() {}

    static int count(Shelf shelf, RequestModel requests) {
        Set<PublicKey> unsaved = new HashSet<>();
        Set<PublicKey> saved = new HashSet<>();
        for (Made made : shelf.all()) {
            if (made.key().isPresent()) {
                (made.isUnsaved() ? unsaved : saved).add(made.certificate().getPublicKey());
            }
        }
        for (MadeRequest request : requests.made()) {
            (request.savedProperty().get() ? saved : unsaved)
                    .add(request.request().publicKey());
        }
        unsaved.removeAll(saved);
        return unsaved.size();
    }
}
