package org.mtlsplayground.diagnosis;

import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.pki.Identity;

/** Whether a server can prove itself to a client with the key it has. */
final class ServerKey {
    private ServerKey() {}

    /** What keeps a key from being used. */
    enum Lack {
        /** The private key is of another kind than that of the certificate. */
        KIND,
        /** No signature scheme that both take fits it. */
        SCHEME,
        /** No cipher suite that both take is for its kind (TLS 1.2). */
        SUITE,
        /** The client does not name its curve (TLS 1.2). */
        CURVE
    }

    /**
     * Why the key can't be used; empty if it can.
     *
     * @param own the schemes that the server keeps to; empty for all that its JDK has
     * @param suites those that both have
     */
    static Optional<Lack> lack(
            Identity identity, Handshake.ClientHello hello, boolean tls13, List<String> own, Set<String> suites) {
        List<Integer> schemes = schemes(hello);
        Handshake.CertificateRequest asked =
                new Handshake.CertificateRequest(new byte[0], List.of(), schemes, List.of(), List.of());
        NotSent fit = NotSent.of(identity, asked, tls13, own);
        PublicKey key = identity.leaf().getPublicKey();
        if (!fit.sameKind()) {
            return Optional.of(Lack.KIND);
        }
        if (!tls13 && suites.stream().noneMatch(suite -> isFor(suite, key))) {
            return Optional.of(Lack.SUITE);
        }
        if (fit.fittingSchemes().isEmpty() && !schemes.isEmpty()) {
            return Optional.of(Lack.SCHEME);
        }
        boolean curveTaken = tls13
                || new CommonGroups(
                                HelloCauses.offeredGroups(hello).stream()
                                        .map(CodePoints::group)
                                        .toList(),
                                List.of())
                        .take(key);
        return curveTaken ? Optional.empty() : Optional.of(Lack.CURVE);
    }

    /** The signature schemes that a client offers. */
    static List<Integer> schemes(Handshake.ClientHello hello) {
        return Extension.find(hello.extensions(), Extension.SignatureAlgorithms.class)
                .map(Extension.SignatureAlgorithms::schemes)
                .orElse(List.of());
    }

    /** In TLS 1.2 the suite names the kind of key (RFC 5246 §A.5); a key for PSS alone can't decrypt (RFC 4055 §1.2). */
    static boolean isFor(String suite, PublicKey key) {
        String algorithm = key.getAlgorithm();
        if (algorithm.equals("RSASSA-PSS")) {
            return suite.contains("_RSA_") && !suite.startsWith("TLS_RSA_");
        }
        return algorithm.equals("RSA")
                ? suite.contains("_RSA_")
                : suite.contains("_ECDSA_") || suite.contains("_ECDH_");
    }
}
