package org.mtlsplayground.ui.workshop;

import org.mtlsplayground.text.Messages;

/** Who issues a certificate that is yet to be made. */
sealed interface Issuer {
    /** A root and an intermediate CA that are made along with it. */
    record NewChain() implements Issuer {}

    /** Its own key. */
    record Itself() implements Issuer {}

    /** A CA that lies in the workshop. */
    record Known(Made ca) implements Issuer {}

    /** As the user reads it. */
    default String words() {
        if (this instanceof Known known) {
            return known.ca().name();
        }
        return Messages.get(this instanceof Itself ? "workshop.issuer.itself" : "workshop.issuer.chain");
    }
}
