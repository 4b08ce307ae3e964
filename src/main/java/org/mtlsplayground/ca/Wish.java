package org.mtlsplayground.ca;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * All that is asked for of a certificate, as values to be shown in a form and changed there. Who issues it is not among
 * them.
 *
 * @param subject as RFC 4514 writes it; may be empty
 * @param freshKey the kind of a key that is yet to be made; empty for the key that is there
 * @param signature empty for the usual one
 * @param serial empty for a random one
 * @param keyUses empty for those that are usual for what it is
 * @param purposes OIDs of extended key usages
 * @param pathLength empty for none
 * @param writing how extensions are written that are not written as usual
 */
public record Wish(
        String subject,
        List<AlternativeName> names,
        Optional<KeyKind> freshKey,
        Optional<SignatureAlgorithm> signature,
        Instant notBefore,
        Instant notAfter,
        Optional<BigInteger> serial,
        Optional<Set<KeyUse>> keyUses,
        List<String> purposes,
        boolean authority,
        OptionalInt pathLength,
        List<AlternativeName> permitted,
        List<AlternativeName> excluded,
        List<String> crlPoints,
        List<String> ocspResponders,
        List<String> caIssuers,
        List<String> policies,
        boolean mustStaple,
        String comment,
        List<OtherExtension> others,
        Map<StandardExtension, Writing> writing) {
    public Wish {
        names = List.copyOf(names);
        purposes = List.copyOf(purposes);
        permitted = List.copyOf(permitted);
        excluded = List.copyOf(excluded);
        crlPoints = List.copyOf(crlPoints);
        ocspResponders = List.copyOf(ocspResponders);
        caIssuers = List.copyOf(caIssuers);
        policies = List.copyOf(policies);
        others = List.copyOf(others);
        writing = unusual(writing);
    }

    private static Map<StandardExtension, Writing> unusual(Map<StandardExtension, Writing> all) {
        Map<StandardExtension, Writing> unusual = new EnumMap<>(StandardExtension.class);
        unusual.putAll(all);
        unusual.values().removeIf(how -> how == Writing.USUAL);
        return Collections.unmodifiableMap(unusual);
    }

    /** What is asked for up to now. */
    public static Wish of(NewCertificate certificate) {
        WantedExtensions wanted = certificate.extensions;
        return new Wish(
                certificate.subject.problems().isEmpty() ? SubjectName.text(certificate.subject.build()) : "",
                wanted.names,
                certificate.key.fresh(),
                Optional.ofNullable(certificate.signature),
                certificate.notBefore,
                certificate.notAfter,
                Optional.ofNullable(certificate.serial),
                wanted.keyUses.map(Set::copyOf),
                wanted.purposes,
                wanted.authority,
                wanted.pathLength < 0 ? OptionalInt.empty() : OptionalInt.of(wanted.pathLength),
                wanted.permitted,
                wanted.excluded,
                wanted.crlPoints,
                wanted.ocspResponders,
                wanted.caIssuers,
                wanted.policies,
                wanted.mustStaple,
                wanted.comment,
                wanted.others,
                writing(wanted));
    }

    private static Map<StandardExtension, Writing> writing(WantedExtensions wanted) {
        Map<StandardExtension, Writing> all = new EnumMap<>(StandardExtension.class);
        for (StandardExtension kind : StandardExtension.values()) {
            all.put(kind, wanted.writing(kind));
        }
        return all;
    }

    /** A certificate like this one, but for what is wished otherwise; what a wish says nothing of stays as it is. */
    public NewCertificate on(NewCertificate base) {
        Wish before = of(base);
        NewCertificate result = base.copy();
        if (!subject.equals(before.subject) || subject.isEmpty()) {
            result.subject(subject);
        }
        freshKey.filter(kind -> !freshKey.equals(before.freshKey)).ifPresent(result::key);
        result.signature(signature.orElse(null));
        result.valid(notBefore, notAfter);
        result.serial(serial.orElse(null));
        usages(result, before);
        addresses(result, before);
        if (!others.equals(before.others)) {
            result.extensions.others.clear();
            result.extensions.others.addAll(others);
        }
        writing(result, before);
        return result;
    }

    /** What is set above is written again; what is said here of how holds all the same. */
    private void writing(NewCertificate result, Wish before) {
        for (StandardExtension kind : StandardExtension.values()) {
            Writing how = writing.getOrDefault(kind, Writing.USUAL);
            boolean changed = how != before.writing.getOrDefault(kind, Writing.USUAL);
            if (changed || how == Writing.LEFT_OUT) {
                result.extensions.write(kind, how);
            }
        }
    }

    private void usages(NewCertificate result, Wish before) {
        WantedExtensions wanted = result.extensions;
        if (!keyUses.equals(before.keyUses)) {
            wanted.say(StandardExtension.KEY_USAGE).keyUses = keyUses.map(Wish::copy);
        }
        if (authority != before.authority || !pathLength.equals(before.pathLength)) {
            wanted.say(StandardExtension.BASIC_CONSTRAINTS).authority = authority;
            wanted.pathLength = pathLength.orElse(-1);
        }
        replace(result, StandardExtension.EXTENDED_KEY_USAGE, wanted.purposes, purposes);
        replace(result, StandardExtension.SUBJECT_ALTERNATIVE_NAME, wanted.names, names);
        replace(result, StandardExtension.NAME_CONSTRAINTS, wanted.permitted, permitted);
        replace(result, StandardExtension.NAME_CONSTRAINTS, wanted.excluded, excluded);
    }

    private static Set<KeyUse> copy(Set<KeyUse> uses) {
        EnumSet<KeyUse> copy = EnumSet.noneOf(KeyUse.class);
        copy.addAll(uses);
        return copy;
    }

    private void addresses(NewCertificate result, Wish before) {
        WantedExtensions wanted = result.extensions;
        replace(result, StandardExtension.CRL_DISTRIBUTION_POINTS, wanted.crlPoints, crlPoints);
        replace(result, StandardExtension.AUTHORITY_INFORMATION_ACCESS, wanted.ocspResponders, ocspResponders);
        replace(result, StandardExtension.AUTHORITY_INFORMATION_ACCESS, wanted.caIssuers, caIssuers);
        replace(result, StandardExtension.CERTIFICATE_POLICIES, wanted.policies, policies);
        if (mustStaple != before.mustStaple) {
            result.mustStaple(mustStaple);
        }
        if (!comment.equals(before.comment)) {
            result.comment(comment);
        }
    }

    private static <T> void replace(NewCertificate result, StandardExtension kind, List<T> there, List<T> wished) {
        if (!there.equals(wished)) {
            result.extensions.say(kind);
            there.clear();
            there.addAll(wished);
        }
    }
}
