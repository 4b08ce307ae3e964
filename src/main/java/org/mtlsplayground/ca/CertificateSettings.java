package org.mtlsplayground.ca;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked for in a {@link NewCertificate}, to be shown in a form. Key, issuer and signature are not among it.
 *
 * @param subject as RFC 4514 writes it; as it was given where it can't be read
 * @param names the subject alternative names
 * @param authority whether it is a CA
 * @param pathLength empty for no limit
 * @param keyUses empty for the usual ones
 * @param purposes extended key usages, by their OIDs
 * @param permitted name constraints
 * @param excluded name constraints
 * @param crl addresses of CRLs
 * @param ocsp addresses of OCSP responders
 * @param caIssuers addresses of the issuer's certificate
 * @param policies by their OIDs
 * @param comment Netscape's; may be empty
 * @param others extensions by their OIDs
 * @param critical those that are marked otherwise than usual
 * @param without those that are left out
 */
public record CertificateSettings(
        String subject,
        List<AlternativeName> names,
        Instant notBefore,
        Instant notAfter,
        boolean authority,
        Optional<Integer> pathLength,
        Optional<Set<KeyUse>> keyUses,
        List<String> purposes,
        List<AlternativeName> permitted,
        List<AlternativeName> excluded,
        List<String> crl,
        List<String> ocsp,
        List<String> caIssuers,
        List<String> policies,
        boolean mustStaple,
        String comment,
        List<OtherExtension> others,
        Map<StandardExtension, Boolean> critical,
        Set<StandardExtension> without) {

    /** What is asked for at this moment; later changes do not show. */
    public static CertificateSettings of(NewCertificate certificate) {
        WantedExtensions wanted = certificate.extensions;
        return new CertificateSettings(
                certificate.subject.text(),
                List.copyOf(wanted.names),
                certificate.notBefore,
                certificate.notAfter,
                wanted.authority,
                wanted.pathLength < 0 ? Optional.empty() : Optional.of(wanted.pathLength),
                wanted.keyUses.map(Set::copyOf),
                List.copyOf(wanted.purposes),
                List.copyOf(wanted.permitted),
                List.copyOf(wanted.excluded),
                List.copyOf(wanted.crlPoints),
                List.copyOf(wanted.ocspResponders),
                List.copyOf(wanted.caIssuers),
                List.copyOf(wanted.policies),
                wanted.mustStaple,
                wanted.comment,
                List.copyOf(wanted.others),
                Map.copyOf(wanted.critical),
                Set.copyOf(wanted.without));
    }
}
