package org.mtlsplayground.transcript;

import java.lang.ref.WeakReference;
import java.util.List;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.codepoint.SuiteParts;

/**
 * What a later connection can resume. {@link #toString()} does not show its secret.
 *
 * @param secret the pre-shared key of a ticket in TLS 1.3, the master secret in TLS 1.2; empty where a key log opened the
 *     connection that it comes from, which does not tell it
 * @param suite of the connection it comes from
 * @param from that connection, which is not kept for this
 * @param ofClient the DER certificates by which the client proved itself there, its own first
 * @param ofServer the same for the server
 */
record Session(
        byte[] secret, SuiteParts suite, WeakReference<Capture> from, List<byte[]> ofClient, List<byte[]> ofServer) {
    /** Whether its secret is known. */
    boolean isKnown() {
        return secret.length > 0;
    }

    @Override
    public String toString() {
        return "Session[" + suite.bulk() + "]";
    }
}
