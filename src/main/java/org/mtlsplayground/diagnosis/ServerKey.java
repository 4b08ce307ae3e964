package org.mtlsplayground.diagnosis;

import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import org.mtlsplayground.dissect.Extension;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.pki.Identity;

/** Whether a server can prove itself to a client with the key it has. */
final class ServerKey {
    private ServerKey() {}

    /**
     * @param own the schemes that the server keeps to; empty for all that its JDK has
     * @param suites those that both have
     */
    static boolean isUsable(
            Identity identity, Handshake.ClientHello hello, boolean tls13, List<String> own, Set<String> suites) {
        List<Integer> schemes = Extension.find(hello.extensions(), Extension.SignatureAlgorithms.class)
                .map(Extension.SignatureAlgorithms::schemes)
                .orElse(List.of());
        Handshake.CertificateRequest asked =
                new Handshake.CertificateRequest(new byte[0], List.of(), schemes, List.of(), List.of());
        NotSent fit = NotSent.of(identity, asked, tls13, own);
        if (!fit.sameKind() || (fit.fittingSchemes().isEmpty() && !schemes.isEmpty())) {
            return false;
        }
        return tls13
                || suites.stream()
                        .anyMatch(suite -> isFor(suite, identity.leaf().getPublicKey()));
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
