package org.mtlsplayground.pki;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;

/**
 * What became of certificates that were put in the order of a chain (RFC 8446 §4.4.2).
 *
 * @param chain the leaf, then each one's issuer as far as it is there; never empty
 * @param superfluous the others, which do not belong to this chain, in the order given
 * @param missingIssuer the issuer of the chain’s last certificate, where that is not there; empty if the chain ends in a
 *     certificate that issued itself
 */
public record ChainReport(
        List<X509Certificate> chain, List<X509Certificate> superfluous, Optional<X500Principal> missingIssuer) {
    public ChainReport {
        chain = List.copyOf(chain);
        superfluous = List.copyOf(superfluous);
    }

    /**
     * Orders certificates. Takes time (signatures are checked where names alone do not tell): not for the FX thread.
     *
     * @param certificates in any order; not empty
     */
    public static ChainReport of(List<X509Certificate> certificates) {
        List<X509Certificate> sorted = ChainOrder.sort(certificates);
        List<X509Certificate> chain = ChainOrder.chain(sorted.get(0), certificates);
        X509Certificate last = chain.get(chain.size() - 1);
        boolean selfIssued = Signatures.isSelfIssued(last);
        return new ChainReport(
                chain,
                sorted.subList(chain.size(), sorted.size()),
                selfIssued ? Optional.empty() : Optional.of(last.getIssuerX500Principal()));
    }

    /** The chain and then what is superfluous: all that was given, each once. */
    public List<X509Certificate> certificates() {
        return ChainOrder.followedBy(chain, superfluous);
    }

    /**
     * Whether an intermediate is known to be missing, and not only a root: there is a root among the rest that the
     * chain does not reach. {@link #missingIssuer} is then its name.
     */
    public boolean lacksIntermediate() {
        return missingIssuer.isPresent() && superfluous.stream().anyMatch(Signatures::isSelfIssued);
    }

    /** Whether what stands first is the certificate of a CA (RFC 5280 §4.2.1.9), which no peer should show as its own. */
    public boolean leafIsAuthority() {
        return chain.get(0).getBasicConstraints() >= 0;
    }

    /** Whether the chain ends in a root: a certificate that issued itself. */
    public boolean rootIncluded() {
        return missingIssuer.isEmpty();
    }
}
