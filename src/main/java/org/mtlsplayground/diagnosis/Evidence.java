package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.peer.Side;

/**
 * Something seen that bears a verdict out. Immutable.
 *
 * @param words one clause without a full stop: “issuer Rogue CA; the server trusts only Demo Client CA”
 * @param side whose certificate it is seen in, or who sent the message; empty if it is about neither
 * @param certificate where it is seen; empty if not in a certificate
 * @param index the place of the certificate in what that side presented, 0 for the leaf; empty if it was not presented
 * @param field which field, by {@link org.mtlsplayground.pki.detail.CertificateField#id()}; empty for the whole
 * @param message the name of the message it is seen in, as the RFCs have it; empty if that does not matter
 */
public record Evidence(
        Phrase words,
        Optional<Side> side,
        Optional<X509Certificate> certificate,
        OptionalInt index,
        Optional<String> field,
        Optional<String> message) {
    /** Seen nowhere in particular. */
    static Evidence of(Phrase words) {
        return new Evidence(
                words, Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /** Seen in a message of that side. */
    static Evidence in(String message, Side side, Phrase words) {
        return new Evidence(
                words,
                Optional.of(side),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.of(message));
    }
}
