package org.mtlsplayground.dissect;

import java.util.Optional;
import java.util.OptionalInt;
import org.mtlsplayground.codepoint.SuiteParts;

/**
 * What one connection has settled so far, shared by the dissectors of its two directions: the same bytes mean different
 * things in TLS 1.2 and 1.3, and a ServerKeyExchange can't be read without its suite. The dissectors keep it up to date
 * themselves, message by message. Not thread-safe: both directions are read by one thread.
 */
public final class HandshakeContext {
    private static final int TLS_1_3 = 0x0304;
    private static final int TLS_1_2 = 0x0303;
    private static final int TLS_1_0 = 0x0301;
    private static final int PRF_OUTPUT = 12;

    private int version;
    private Optional<SuiteParts> suite = Optional.empty();

    /** Notes what a ServerHello chose. */
    void see(Handshake.ServerHello hello) {
        version = hello.version();
        suite = SuiteParts.of(hello.cipherSuite());
    }

    /** Whether TLS 1.3 was chosen; false until a ServerHello has said so. */
    public boolean isTls13() {
        return version == TLS_1_3;
    }

    /** Whether signatures come with the name of their algorithm: before TLS 1.2 they did not (RFC 5246 §1.2). */
    boolean namesAlgorithms() {
        return version == 0 || version >= TLS_1_2;
    }

    /** The length of verify_data, in bytes; empty where it is not known. */
    OptionalInt verifyDataLength() {
        if (isTls13()) {
            return suite.map(parts -> OptionalInt.of(parts.hashLength())).orElse(OptionalInt.empty());
        }
        return version >= TLS_1_0 && version <= TLS_1_2 ? OptionalInt.of(PRF_OUTPUT) : OptionalInt.empty();
    }

    /** The suite chosen; empty until a ServerHello has said so, or if nothing is known of it. */
    public Optional<SuiteParts> suite() {
        return suite;
    }
}
