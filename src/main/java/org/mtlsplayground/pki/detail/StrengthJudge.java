package org.mtlsplayground.pki.detail;

import java.security.cert.X509Certificate;
import org.mtlsplayground.pki.KeyNames;
import org.mtlsplayground.pki.detail.Strength.Level;
import org.mtlsplayground.pki.detail.Strength.Reason;

/** Comes to a {@link Strength}. */
final class StrengthJudge {
    private StrengthJudge() {}

    static Strength key(X509Certificate certificate) {
        return new Strength(
                Level.FINE,
                Reason.ENOUGH,
                KeyNames.ofPublicKey(certificate.getPublicKey().getEncoded()),
                112,
                "");
    }

    static Strength signature(X509Certificate certificate) {
        return new Strength(Level.FINE, Reason.ENOUGH, certificate.getSigAlgName(), 112, "");
    }
}
