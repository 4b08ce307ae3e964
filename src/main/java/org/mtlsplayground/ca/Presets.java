package org.mtlsplayground.ca;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Certificates with good defaults: EC P-256, the right usages, alternative names. Change what you like, then create. */
public final class Presets {
    /** By these a server of one's own is reached. */
    public static final List<String> LOCAL_NAMES = List.of("localhost", "127.0.0.1", "::1");

    /** A certificate made here shall be valid where the clock is a little slow. */
    private static final Duration BEFORE_NOW = Duration.ofDays(1);

    private static final Duration ROOT = Duration.ofDays(20 * 365);
    private static final Duration INTERMEDIATE = Duration.ofDays(10 * 365);
    /** The most that Apple’s platforms take for a server, private CAs included. */
    private static final Duration LEAF = Duration.ofDays(824);

    private Presets() {}

    /** A root CA, valid for 20 years. */
    public static NewCertificate root(String commonName) {
        return valid(NewCertificate.authority(commonName), ROOT);
    }

    /** A CA that issues leaves and no CAs (path length 0), valid for 10 years. Say who issues it. */
    public static NewCertificate intermediate(String commonName) {
        return valid(NewCertificate.authority(commonName).pathLength(0), INTERMEDIATE);
    }

    /**
     * A server, valid for 825 days, for {@link #LOCAL_NAMES} and these. Say who issues it.
     *
     * @param names host names, addresses and others, as {@link AlternativeName#of} takes them; the first one becomes the
     *     common name, localhost if there is none
     */
    public static NewCertificate server(String... names) {
        NewCertificate server = NewCertificate.named(
                        names.length == 0
                                ? LOCAL_NAMES.get(0)
                                : AlternativeName.of(names[0]).value())
                .purposes(Purpose.SERVER_AUTH);
        Set<AlternativeName> all = new LinkedHashSet<>();
        for (String name : names) {
            all.add(AlternativeName.of(name));
        }
        LOCAL_NAMES.forEach(name -> all.add(AlternativeName.of(name)));
        all.forEach(server::name);
        return valid(server, LEAF);
    }

    /** A client, valid for 825 days. Say who issues it. */
    public static NewCertificate client(String commonName) {
        return valid(NewCertificate.client(commonName), LEAF);
    }

    /** A server, a client or a CA at the end of a chain of three, all of it new: root, intermediate, and this. */
    public static ChainPlan chainOfThree(Role role, NewCertificate last) {
        return ChainPlan.of(role, root("Demo Root CA"), List.of(above(role)), last);
    }

    /** A CA that may issue what has this role. */
    static NewCertificate above(Role role) {
        NewCertificate intermediate = intermediate("Demo Intermediate CA");
        return role == Role.CA ? intermediate.withoutPathLength() : intermediate;
    }

    private static NewCertificate valid(NewCertificate certificate, Duration duration) {
        Instant start = Instant.now().minus(BEFORE_NOW);
        return certificate.valid(start, start.plus(BEFORE_NOW).plus(duration));
    }
}
