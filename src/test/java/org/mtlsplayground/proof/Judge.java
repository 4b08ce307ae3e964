package org.mtlsplayground.proof;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.proof.OpensslReading.Question;

/**
 * Says beforehand what must come of a connection between our client and our server: by what OpenSSL says of the
 * certificates, whether keys fit, and the rules of the options. Knows nothing of how verdicts are found.
 */
final class Judge {
    private static final int PSS_BITS = 2 * 256 + 16;

    /** What is noticed before anybody asks whom to trust. */
    private static final Set<Cause> BEFORE_TRUST = EnumSet.of(Cause.CERTIFICATE_UNREADABLE, Cause.CHAIN_TOO_LONG);

    private final OpensslReading openssl;
    private final ClientSettings client;
    private final ServerSettings server;
    private final HelloReading hello;
    private final PathReading paths;

    private Judge(
            OpensslReading openssl, Set<X509Certificate> everything, ClientSettings client, ServerSettings server) {
        this.openssl = openssl;
        this.client = client;
        this.server = server;
        hello = new HelloReading(client, server);
        Set<X509Certificate> atHand = new HashSet<>();
        client.identity().ifPresent(identity -> atHand.addAll(identity.chain()));
        server.identity().ifPresent(identity -> atHand.addAll(identity.chain()));
        atHand.addAll(client.trust().certificates());
        atHand.addAll(server.trust().certificates());
        paths = new PathReading(openssl, everything, atHand);
    }

    /**
     * What must come of it.
     *
     * @param everything all certificates that there are
     */
    static Expected expect(
            OpensslReading openssl, Set<X509Certificate> everything, ClientSettings client, ServerSettings server) {
        return new Judge(openssl, everything, client, server).expect();
    }

    /**
     * What must come of the second connection.
     *
     * @param first what must come of the first
     */
    static Expected expectAgain(
            OpensslReading openssl, Set<X509Certificate> everything, Expected first, RandomCase some) {
        Again again = some.again().orElseThrow();
        Judge judge =
                new Judge(openssl, everything, again.client(), again.server().orElse(some.server()));
        ResumptionReading reading = new ResumptionReading(some.client(), again.client(), some.server());
        // A server that was started anew knows no session, and opens no ticket of before.
        boolean resumes = first.kind().isSuccess() && again.server().isEmpty() && reading.resumes();
        if (!resumes) {
            return judge.expect();
        }
        boolean mutual = first.kind() == Verdict.Kind.MUTUAL;
        return reading.refusal()
                .orElseGet(() -> new SuccessReading(openssl, judge.paths, again.client(), some.server())
                        .expectResumed(mutual, some.client().serverName()));
    }

    private Expected expect() {
        Optional<Side> speechless = hello.speechless();
        if (speechless.isPresent()) {
            return speechless.get() == Side.CLIENT
                    ? Expected.unusable()
                    : Expected.refusal(
                            Side.SERVER,
                            "no suite for its versions",
                            Cause.NO_COMMON_CIPHER_SUITE,
                            Cause.NO_COMMON_GROUP,
                            Collections.disjoint(hello.of(Side.CLIENT).versions(), server.versions())
                                    ? Cause.NO_COMMON_VERSION
                                    : Cause.NO_COMMON_CIPHER_SUITE,
                            server.identity().isEmpty() ? Cause.SERVER_WITHOUT_KEY : Cause.NO_COMMON_CIPHER_SUITE);
        }
        Optional<Expected> refused = hello.refusal();
        if (refused.isPresent()) {
            return refused.get();
        }
        TlsVersion version = hello.version().orElseThrow();
        Identity ofServer = server.identity().orElseThrow();
        Optional<Expected> byClient = byClient(ofServer, version);
        if (byClient.isPresent()) {
            return byClient.get();
        }
        if (server.clientAuthentication() == ClientAuthentication.NONE) {
            return success(false);
        }
        Set<Cause> notSent = notSent(version);
        if (!notSent.isEmpty()) {
            return server.clientAuthentication() == ClientAuthentication.REQUIRED
                    ? Expected.refusal(Side.SERVER, "not sent", notSent).guessing(guesses(notSent))
                    : success(false);
        }
        return byServer(client.identity().orElseThrow(), version).orElseGet(() -> success(true));
    }

    private Optional<Expected> byClient(Identity shown, TlsVersion version) {
        Question question =
                question(shown, client.trust(), false, client.revocation(), client.askStatus() && server.staple());
        Set<Cause> causes = refusal(question, client.trust(), client.revocation(), hello.of(Side.CLIENT), false);
        if (client.verifyHostName()
                && !causes.contains(Cause.CERTIFICATE_UNREADABLE)
                && !new HostReading(openssl, client).fits(shown.leaf())) {
            causes.add(HostReading.wrong(client));
        }
        boolean encrypts = hello.suite().orElseThrow().startsWith("TLS_RSA_");
        if (encrypts) {
            // Then the key signs nothing.
            causes.remove(Cause.NO_DIGITAL_SIGNATURE);
            // Of a certificate that is itself trusted nothing is looked at.
            if (!PathReading.mayEncipher(shown.leaf())
                    && !client.trust().certificates().contains(shown.leaf())) {
                causes.add(Cause.NO_DIGITAL_SIGNATURE);
            }
        }
        Supplier<Set<Cause>> further =
                () -> refusal(question, client.trust(), client.revocation(), hello.of(Side.CLIENT), true);
        return ending(Side.CLIENT, shown, version, causes, further);
    }

    private Optional<Expected> byServer(Identity shown, TlsVersion version) {
        Question question = question(shown, server.trust(), true, server.revocation(), false);
        Set<Cause> causes = refusal(question, server.trust(), server.revocation(), hello.of(Side.SERVER), false);
        if (causes.isEmpty() && !isAllowed(shown.leaf(), server.allowedSubjects())) {
            causes.add(Cause.SUBJECT_NOT_ALLOWED);
        }
        Supplier<Set<Cause>> further =
                () -> refusal(question, server.trust(), server.revocation(), hello.of(Side.SERVER), true);
        return ending(Side.SERVER, shown, version, causes, further);
    }

    private Optional<Expected> ending(
            Side judge, Identity shown, TlsVersion version, Set<Cause> causes, Supplier<Set<Cause>> further) {
        Optional<Cause> unprovable = unprovable(judge, shown, version);
        if (causes.isEmpty()) {
            if (unprovable.isPresent()) {
                return Optional.of(Expected.refusal(judge.other(), "it can't sign", unprovable.get()));
            }
            return openssl.belongs(shown.key(), shown.leaf())
                    ? Optional.empty()
                    : Optional.of(Expected.refusal(judge, "key", Cause.FOREIGN_KEY));
        }
        Expected refusal = new Expected(
                Verdict.Kind.REFUSED, EnumSet.of(judge), causes, further, guesses(causes), false, "certificate");
        // One side can't go on, the other doesn't want to, and who says so first is up to chance.
        return Optional.of(unprovable.map(refusal::byEither).orElse(refusal));
    }

    /** Why a side that has shown its certificate can't sign what proves that it has the key. */
    private Optional<Cause> unprovable(Side judge, Identity shown, TlsVersion version) {
        boolean signs = judge == Side.SERVER || !hello.suite().orElseThrow().startsWith("TLS_RSA_");
        if (!signs || !hello.schemes(shown, version).isEmpty()) {
            return Optional.empty();
        }
        // A longer one would do only if a scheme for such keys is common.
        boolean tooShort = shown.leaf().getPublicKey() instanceof RSAKey rsa
                && rsa.getModulus().bitLength() < PSS_BITS
                && hello.isChosen(shown, version);
        return Optional.of(tooShort ? Cause.WEAK_ALGORITHM : Cause.NO_COMMON_SIGNATURE_SCHEME);
    }

    /** Where several explanations fit what both sides have, one of them may be called likely. */
    private static Set<Cause> guesses(Set<Cause> causes) {
        Set<Cause> guesses = EnumSet.noneOf(Cause.class);
        Set<Cause> issuers = EnumSet.of(Cause.UNKNOWN_CA, Cause.INTERMEDIATE_MISSING, Cause.FALSE_CA);
        Set<Cause> signatures = EnumSet.of(Cause.SIGNATURE_WRONG, Cause.FALSE_CA);
        Set<Cause> listed = EnumSet.of(Cause.ISSUER_NOT_LISTED, Cause.INTERMEDIATE_NOT_LISTED);
        for (Set<Cause> alike : List.of(issuers, signatures, listed)) {
            if (causes.stream().anyMatch(alike::contains)) {
                guesses.addAll(alike);
            }
        }
        return guesses;
    }

    /** @param stapled whether the server staples, and the client asks it to */
    static Question question(
            Identity shown, TrustAnchors trust, boolean ofClient, RevocationChecking revocation, boolean stapled) {
        return new Question(shown.chain(), trust.certificates(), ofClient, revocation, stapled);
    }

    private Set<Cause> refusal(
            Question question, TrustAnchors trust, RevocationChecking revocation, Offering judge, boolean all) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        causes.addAll(all ? paths.allCauses(question) : paths.causes(question));
        if (trust.isNone() && Collections.disjoint(causes, BEFORE_TRUST)) {
            return EnumSet.of(Cause.TRUSTS_NOBODY);
        }
        if (revocation.softFail() && paths.isForgivable(question)) {
            causes.remove(Cause.STATUS_UNKNOWN);
        }
        if (judge.restricted() && signatures(question).anyMatch(name -> !judge.takesSignature(name))) {
            causes.add(Cause.NO_COMMON_SIGNATURE_SCHEME);
        }
        return causes;
    }

    /** How the certificates of the path are signed, but for the one that is trusted. */
    private static Stream<String> signatures(Question question) {
        return PathReading.path(question).stream()
                .filter(certificate -> !question.trust().contains(certificate))
                .map(X509Certificate::getSigAlgName);
    }

    private static boolean isAllowed(X509Certificate leaf, List<String> allowed) {
        return allowed.isEmpty()
                || Stream.concat(Names.commonName(leaf).stream(), Names.alternative(leaf).stream())
                        .anyMatch(name -> allowed.stream().anyMatch(name::equalsIgnoreCase));
    }

    /** Why the client shows no certificate; empty if it shows one. */
    private Set<Cause> notSent(TlsVersion version) {
        if (client.identity().isEmpty()) {
            return EnumSet.of(Cause.NO_CLIENT_CERTIFICATE);
        }
        Identity identity = client.identity().get();
        if (!HelloReading.isSameKind(identity)) {
            return EnumSet.of(Cause.KEY_OF_ANOTHER_KIND);
        }
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        if (!hello.isChosen(identity, version)) {
            causes.add(Cause.NO_COMMON_SIGNATURE_SCHEME);
        }
        List<X509Certificate> listed = server.trust().certificates();
        boolean named = server.trust().isNone()
                || identity.chain().stream()
                        .anyMatch(certificate -> listed.stream()
                                .anyMatch(ca ->
                                        ca.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())));
        if (client.jdkChooses() && !named) {
            X509Certificate last = identity.chain().get(identity.chain().size() - 1);
            causes.add(paths.leadsUp(last, listed) ? Cause.INTERMEDIATE_NOT_LISTED : Cause.ISSUER_NOT_LISTED);
            // It would not have been able to sign either.
            if (hello.schemes(identity, version).isEmpty()) {
                causes.add(Cause.NO_COMMON_SIGNATURE_SCHEME);
            }
        }
        return causes;
    }

    private Expected success(boolean mutual) {
        return new SuccessReading(openssl, paths, client, server).expect(mutual);
    }
}
