package org.mtlsplayground.peer;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a side finds out whether the other's certificate is revoked. Immutable.
 *
 * @param source where it looks
 * @param lists revocation lists at hand; others are fetched from where the certificate's CRL distribution points say
 * @param responder asked instead of the OCSP responder that the certificate names; empty for that one
 * @param softFail whether a certificate is accepted where its status can't be found out
 * @param wholeChain whether the CAs of the chain below the trusted one are checked, too
 */
public record RevocationChecking(
        Source source, List<X509CRL> lists, Optional<URI> responder, boolean softFail, boolean wholeChain) {
    /** Where to look. */
    public enum Source {
        /** Nowhere: revoked certificates are accepted. What the JDK does unless told otherwise. */
        OFF,
        /** In revocation lists alone (RFC 5280 §6.3). */
        CRL,
        /** In what the other side staples, else at the OCSP responder (RFC 6960). */
        OCSP,
        /** As by OCSP, and where that says nothing, in revocation lists. */
        ANY
    }

    /** RFC 5280 §4.2.1.13. */
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";

    private static final RevocationChecking OFF =
            new RevocationChecking(Source.OFF, List.of(), Optional.empty(), false, false);

    public RevocationChecking {
        lists = List.copyOf(lists);
    }

    /** No checking. */
    public static RevocationChecking off() {
        return OFF;
    }

    /** Checking of the leaf alone, with nothing at hand: what can't be found out is refused. */
    public static RevocationChecking by(Source source) {
        return new RevocationChecking(source, List.of(), Optional.empty(), false, false);
    }

    /** The same from another source. */
    public RevocationChecking from(Source other) {
        return new RevocationChecking(other, lists, responder, softFail, wholeChain);
    }

    /** The same with these lists at hand. */
    public RevocationChecking with(List<X509CRL> other) {
        return new RevocationChecking(source, other, responder, softFail, wholeChain);
    }

    /** The same with another responder than the certificate names. */
    public RevocationChecking at(URI other) {
        return new RevocationChecking(source, lists, Optional.ofNullable(other), softFail, wholeChain);
    }

    /** The same with or without mercy for a status that can't be found out. */
    public RevocationChecking softFail(boolean soft) {
        return new RevocationChecking(source, lists, responder, soft, wholeChain);
    }

    /** The same for the leaf alone or for the chain. */
    public RevocationChecking wholeChain(boolean whole) {
        return new RevocationChecking(source, lists, responder, softFail, whole);
    }

    /** Whether nothing is checked. */
    public boolean isOff() {
        return source == Source.OFF;
    }

    /**
     * Whether it looks further than the lists at hand to judge this chain: it asks by OCSP, looks at what is stapled, or
     * fetches lists.
     *
     * @param chain what the other side presents, leaf first; may be empty
     */
    public boolean looksFurther(List<X509Certificate> chain) {
        if (isOff() || chain.isEmpty()) {
            return false;
        }
        return source != Source.CRL || lists.isEmpty() || checked(chain).anyMatch(this::isFetchedFor);
    }

    /** What of it needs no network to judge this chain: the lists at hand, where they suffice. Else nothing is checked. */
    RevocationChecking offline(List<X509Certificate> chain) {
        boolean suffice = switch (source) {
            case OFF, OCSP -> false;
            case CRL -> !looksFurther(chain);
            case ANY -> checked(chain).allMatch(this::isListed);
        };
        return suffice && !lists.isEmpty()
                ? new RevocationChecking(Source.CRL, lists, Optional.empty(), softFail, wholeChain)
                : OFF;
    }

    private Stream<X509Certificate> checked(List<X509Certificate> chain) {
        return chain.stream().limit(wholeChain ? chain.size() : Math.min(1, chain.size()));
    }

    /** The JDK fetches a list where it is told from where, and none at hand will do. */
    private boolean isFetchedFor(X509Certificate certificate) {
        return certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS) != null && !isListed(certificate);
    }

    /** Whether there is a list at hand of its issuer that is not over. */
    private boolean isListed(X509Certificate certificate) {
        Instant now = Instant.now();
        return lists.stream()
                .filter(list -> list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal()))
                .anyMatch(list -> Optional.ofNullable(list.getNextUpdate())
                        .map(Date::toInstant)
                        .filter(now::isAfter)
                        .isEmpty());
    }

    /** Tells the JDK's path validation to check so. */
    void applyTo(PKIXBuilderParameters parameters) throws GeneralSecurityException {
        parameters.setRevocationEnabled(true);
        PKIXRevocationChecker checker =
                (PKIXRevocationChecker) CertPathBuilder.getInstance("PKIX").getRevocationChecker();
        Set<PKIXRevocationChecker.Option> options = EnumSet.noneOf(PKIXRevocationChecker.Option.class);
        if (source == Source.CRL) {
            options.add(PKIXRevocationChecker.Option.PREFER_CRLS);
        }
        if (source != Source.ANY) {
            options.add(PKIXRevocationChecker.Option.NO_FALLBACK);
        }
        if (softFail) {
            options.add(PKIXRevocationChecker.Option.SOFT_FAIL);
        }
        if (!wholeChain) {
            options.add(PKIXRevocationChecker.Option.ONLY_END_ENTITY);
        }
        checker.setOptions(options);
        responder.ifPresent(checker::setOcspResponder);
        parameters.addCertPathChecker(checker);
        if (!lists.isEmpty()) {
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        }
    }
}
