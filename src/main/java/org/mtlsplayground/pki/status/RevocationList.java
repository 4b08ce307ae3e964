package org.mtlsplayground.pki.status;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.mtlsplayground.pki.Hex;
import org.mtlsplayground.pki.Printable;

/**
 * What a revocation list says (RFC 5280 §5). Values only; its signature is not checked here.
 *
 * @param issuer who signed it, as the JDK writes names
 * @param number its place in the row of its issuer's lists (§5.2.3); empty if it has none
 * @param thisUpdate when it was made
 * @param nextUpdate when the next is due at the latest; empty if it doesn't say
 * @param authorityKeyIdentifier hex with colons; empty if absent (§5.2.1)
 * @param signatureAlgorithm as the JDK names it
 * @param delta whether it only adds to another list (§5.2.4)
 * @param size how many certificates it names
 * @param entries the first {@value #SHOWN} of them, by serial number
 */
public record RevocationList(
        String issuer,
        Optional<BigInteger> number,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        Optional<String> authorityKeyIdentifier,
        String signatureAlgorithm,
        boolean delta,
        int size,
        List<RevokedEntry> entries) {
    /** Lists of public CAs may have a million; nobody reads more than this. */
    public static final int SHOWN = 10_000;

    public RevocationList {
        entries = List.copyOf(entries);
    }

    /** Describes a list. Never throws for odd content: what can't be read is left out. */
    public static RevocationList of(X509CRL crl) {
        Set<? extends X509CRLEntry> all = crl.getRevokedCertificates();
        Collection<? extends X509CRLEntry> revoked = all == null ? List.of() : all;
        return new RevocationList(
                Printable.of(crl.getIssuerX500Principal().toString()),
                content(
                        crl.getExtensionValue(Extension.cRLNumber.getId()),
                        der -> ASN1Integer.getInstance(der).getValue()),
                crl.getThisUpdate().toInstant(),
                Optional.ofNullable(crl.getNextUpdate()).map(Date::toInstant),
                content(
                                crl.getExtensionValue(Extension.authorityKeyIdentifier.getId()),
                                der -> AuthorityKeyIdentifier.getInstance(der).getKeyIdentifierOctets())
                        .map(Hex::of),
                crl.getSigAlgName(),
                crl.getExtensionValue(Extension.deltaCRLIndicator.getId()) != null,
                revoked.size(),
                revoked.stream()
                        .sorted(Comparator.comparing(X509CRLEntry::getSerialNumber))
                        .limit(SHOWN)
                        .map(RevocationList::entry)
                        .toList());
    }

    private static RevokedEntry entry(X509CRLEntry entry) {
        return new RevokedEntry(
                entry.getSerialNumber(),
                entry.getRevocationDate().toInstant(),
                reason(entry),
                content(
                        entry.getExtensionValue(Extension.invalidityDate.getId()),
                        der -> Times.of(ASN1GeneralizedTime.getInstance(der))));
    }

    private static Optional<RevocationReason> reason(X509CRLEntry entry) {
        return RevocationReason.of(entry.getRevocationReason());
    }

    private static <T> Optional<T> content(byte[] extension, Function<byte[], T> read) {
        if (extension == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(
                    read.apply(ASN1OctetString.getInstance(extension).getOctets()));
        } catch (RuntimeException e) {
            // Bouncy Castle's word for content that is not what the extension's name promises.
            return Optional.empty();
        }
    }
}
