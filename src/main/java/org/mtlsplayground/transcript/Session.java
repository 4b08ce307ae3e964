package org.mtlsplayground.transcript;

import java.lang.ref.WeakReference;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.codepoint.SuiteParts;

/**
 * What a later connection can resume. {@link #toString()} does not show its secret.
 *
 * @param secret the pre-shared key of a ticket in TLS 1.3, the master secret in TLS 1.2
 * @param suite of the connection it comes from
 * @param from that connection, which is not kept for this
 */
record Session(byte[] secret, SuiteParts suite, WeakReference<Capture> from) {
    @Override
    public String toString() {
        return "Session[" + suite.bulk() + "]";
    }
}
