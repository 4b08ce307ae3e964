package org.mtlsplayground.transcript;

import java.util.Optional;

/**
 * Whether what each side sent to prove itself is right, computed anew from the messages seen. Empty where it was not seen
 * or can't be computed.
 *
 * @param clientFinished whether the client's Finished fits the transcript (RFC 8446 §4.4.4, RFC 5246 §7.4.9)
 * @param serverFinished the same for the server
 * @param clientSignature whether the client's CertificateVerify fits its certificate and the transcript (RFC 8446 §4.4.3)
 * @param serverSignature the same for the server; in TLS 1.2 of its ServerKeyExchange (RFC 5246 §7.4.3)
 */
public record Checks(
        Optional<Boolean> clientFinished,
        Optional<Boolean> serverFinished,
        Optional<Boolean> clientSignature,
        Optional<Boolean> serverSignature) {}
