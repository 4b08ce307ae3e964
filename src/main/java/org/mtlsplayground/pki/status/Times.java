package org.mtlsplayground.pki.status;

import java.text.ParseException;
import java.time.Instant;
import org.bouncycastle.asn1.ASN1GeneralizedTime;

/** Moments as ASN.1 writes them. */
final class Times {
    private Times() {}

    /** @throws IllegalArgumentException if it is no moment */
    static Instant of(ASN1GeneralizedTime time) {
        try {
            return time.getDate().toInstant();
        } catch (ParseException e) {
            throw new IllegalArgumentException("no time", e);
        }
    }
}
