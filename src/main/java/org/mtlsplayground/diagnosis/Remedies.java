package org.mtlsplayground.diagnosis;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.Signatures;
import org.mtlsplayground.text.Messages;

/** How to mend what was found, the likeliest way first. */
final class Remedies {
    private static final int LONGEST_CHAIN = 8;

    private final Facts facts;
    private final Side judge;
    private final Side owner;
    private final Finding finding;
    private final CauseWords words;
    private final List<Remedy> all = new ArrayList<>();

    private Remedies(Facts facts, Side judge, Finding finding, CauseWords words) {
        this.facts = facts;
        this.judge = judge;
        this.owner = judge.other();
        this.finding = finding;
        this.words = words;
    }

    /** @param judge who refused the other's certificate, or would have; for other causes whoever refused */
    static List<Remedy> of(Facts facts, Side judge, Finding finding, CauseWords words) {
        Remedies remedies = new Remedies(facts, judge, finding, words);
        remedies.find();
        return remedies.all.stream().map(remedy -> remedy.doableBy(facts)).toList();
    }

    private void find() {
        chooseAnother();
        switch (finding.cause()) {
            case UNKNOWN_CA -> {
                add("remedy.loadTrusted", new Action.LoadIdentity(owner));
                trust("remedy.trustIssuer", issuer());
                ifIntermediate();
            }
            case SELF_SIGNED -> {
                add("remedy.loadTrusted", new Action.LoadIdentity(owner));
                trust("remedy.trustLeaf", leaf());
            }
            case INTERMEDIATE_MISSING -> complete("remedy.sendIntermediate");
            case INTERMEDIATE_NOT_LISTED -> {
                complete("remedy.sendIntermediate");
                // Ours looks for no CA beyond those that it trusts, so it would refuse what it is sent.
                if (!facts.isOurs(Side.SERVER)) {
                    add("remedy.sendAll", new Action.SendWhateverIsListed());
                }
            }
            case ISSUER_NOT_LISTED -> {
                add("remedy.loadTrusted", new Action.LoadIdentity(owner));
                trust("remedy.trustIssuer", issuer());
            }
            case NO_CLIENT_CERTIFICATE -> {
                add("remedy.loadTrusted", new Action.LoadIdentity(Side.CLIENT));
                if (facts.isOurs(Side.SERVER)) {
                    add("remedy.onlyAsk", new Action.SetClientAuthentication(ClientAuthentication.OPTIONAL));
                }
            }
            case TRUSTS_NOBODY -> trustsNobody();
            case ANCHOR_NO_CA -> add("mend.ANCHOR_NO_CA", new Action.LoadTrust(judge));
            case EXPIRED, NOT_YET_VALID, CA_EXPIRED -> {
                reissue();
                all.add(new Remedy(words.remedy("remedy.clock"), Optional.empty()));
            }
            case WRONG_HOST, NO_IP_NAME -> host();
            case STATUS_UNKNOWN -> status();
            case SUBJECT_NOT_ALLOWED -> add("mend.SUBJECT_NOT_ALLOWED", new Action.AllowSubject(name(leaf())));
            case NO_COMMON_VERSION -> version();
            case NO_COMMON_CIPHER_SUITE -> leaveToJdk(Action.Choice.CIPHER_SUITES);
            case NO_COMMON_GROUP -> leaveToJdk(Action.Choice.NAMED_GROUPS);
            case NO_COMMON_PROTOCOL -> leaveToJdk(Action.Choice.APPLICATION_PROTOCOLS);
            case NO_COMMON_SIGNATURE_SCHEME -> leaveToJdk(Action.Choice.SIGNATURE_SCHEMES);
            case SERVER_WITHOUT_KEY -> serverKey();
            case SERVER_NAME_REFUSED ->
                add(
                        "mend.SERVER_NAME_REFUSED",
                        new Action.AllowServerName(
                                facts.negotiation().serverName().orElse("")));
            case FOREIGN_KEY, KEY_OF_ANOTHER_KIND, CERTIFICATE_UNREADABLE, SIGNATURE_WRONG, FALSE_CA ->
                add("mend." + finding.cause(), new Action.LoadIdentity(owner));
            case NOT_TLS -> all.add(new Remedy(words.remedy("mend.NOT_TLS"), Optional.empty()));
            case RECORD_ALTERED, HELLO_ALTERED, MESSAGE_ALTERED, OUT_OF_ORDER, INJECTED, DOWNGRADE ->
                add("remedy.between", new Action.TryAgain());
            case NO_DIGITAL_SIGNATURE -> usage();
            case WEAK_ALGORITHM -> {
                boolean ofLeaf = finding.step().filter(step -> step.index() > 0).isEmpty();
                add(
                        ofLeaf ? "mend.WEAK_ALGORITHM" : "mend.WEAK_ALGORITHM.ca",
                        new Action.Reissue(owner, finding.cause()));
            }
            case WRONG_PURPOSE,
                    ISSUER_NO_CA,
                    PATH_LENGTH_EXCEEDED,
                    CA_WITHOUT_CERT_SIGN,
                    NAME_CONSTRAINT_BROKEN,
                    UNKNOWN_CRITICAL_EXTENSION,
                    CHAIN_TOO_LONG -> reissue();
            case REVOKED -> {
                boolean ofLeaf = StatusEvidence.blamed(facts, judge).equals(leaf());
                if (ofLeaf) {
                    reissue();
                } else {
                    add("mend.REVOKED.ca", new Action.LoadIdentity(owner));
                }
            }
            default -> {
                // There is nothing to mend, or nothing is known.
            }
        }
    }

    private void add(String key, Action action) {
        all.add(new Remedy(words.remedy(key), Optional.of(action)));
    }

    private void reissue() {
        add("mend." + finding.cause(), new Action.Reissue(owner, finding.cause()));
    }

    private Optional<X509Certificate> leaf() {
        return facts.chain(owner).stream()
                .findFirst()
                .or(() -> facts.identity(owner).map(Identity::leaf));
    }

    private static String name(Optional<X509Certificate> certificate) {
        return certificate.map(some -> CertificateDescription.of(some).name()).orElse("");
    }

    /** A CA of which nobody here has the certificate may well lead to one that is trusted. */
    private void ifIntermediate() {
        boolean unseen = orphan().isPresent() && issuer().isEmpty();
        if (unseen) {
            all.add(new Remedy(words.remedy("remedy.ifIntermediate"), Optional.empty()));
        }
    }

    /** Of the client's store, the first entry that the server would be sent. */
    private void chooseAnother() {
        finding.notSent().stream()
                .flatMap(conditions -> conditions.others().stream())
                .filter(NotSent::isMet)
                .map(other -> other.identity().leaf())
                .findFirst()
                .ifPresent(leaf -> all.add(new Remedy(
                        Phrase.of(
                                "remedy.chooseEntry",
                                CertificateDescription.of(leaf).name()),
                        Optional.of(new Action.ChooseEntry(leaf)))));
    }

    private Optional<X509Certificate> orphan() {
        return finding.path().isEmpty()
                ? leaf()
                : Optional.of(finding.path().get(finding.path().size() - 1));
    }

    /** Whom the judge would have to trust: the root above the certificate to blame, if it is at hand. */
    private Optional<X509Certificate> issuer() {
        Optional<X509Certificate> orphan = orphan();
        return orphan.flatMap(certificate -> Signatures.isSelfIssued(certificate)
                ? orphan
                : PathCauses.issuer(certificate, facts.certificatesAtHand()));
    }

    private void trust(String key, Optional<X509Certificate> certificate) {
        all.add(new Remedy(
                words.remedy(key),
                certificate.filter(some -> facts.isOurs(judge)).map(some -> new Action.TrustIssuer(judge, some))));
    }

    /** The CA that issued the certificate, if it is at hand; else whichever the user has. */
    private void trustsNobody() {
        Optional<X509Certificate> ca = leaf().flatMap(leaf -> PathCauses.issuer(leaf, facts.certificatesAtHand()));
        if (ca.isPresent()) {
            trust("mend.TRUSTS_NOBODY", ca);
        } else {
            add("mend.TRUSTS_NOBODY", new Action.LoadTrust(judge));
        }
    }

    /** The chain with those that were left out, as far as they are at hand. */
    private void complete(String key) {
        List<X509Certificate> sent = facts.identity(owner).map(Identity::chain).orElseGet(() -> facts.chain(owner));
        Set<X509Certificate> chain = new LinkedHashSet<>(sent);
        X509Certificate last = sent.isEmpty() ? null : sent.get(sent.size() - 1);
        while (last != null && chain.size() < LONGEST_CHAIN) {
            Optional<X509Certificate> next = PathCauses.issuer(last, facts.certificatesAtHand());
            last = next.filter(ca -> !Signatures.isSelfIssued(ca) && chain.add(ca))
                    .orElse(null);
        }
        boolean found = chain.size() > sent.size();
        all.add(new Remedy(
                words.remedy(key),
                found ? Optional.of(new Action.SendChain(owner, List.copyOf(chain))) : Optional.empty()));
    }

    private void usage() {
        if (CertificateCauses.isAboutEncipherment(facts.words(judge))) {
            leaveIfChosen(Action.Choice.CIPHER_SUITES, Cause.NO_COMMON_CIPHER_SUITE);
            add("mend.NO_DIGITAL_SIGNATURE.encipherment", new Action.LoadIdentity(owner));
        } else {
            reissue();
        }
    }

    private void status() {
        boolean somebody = StatusEvidence.blamed(facts, judge)
                .filter(certificate -> Laxities.source(certificate) == RevocationChecking.Source.OFF)
                .isEmpty();
        String key = somebody ? "mend.STATUS_UNKNOWN" : "mend.STATUS_UNKNOWN.nowhere";
        all.add(new Remedy(words.remedy(key), Optional.empty()));
        if (facts.revocation(judge).filter(RevocationChecking::softFail).isEmpty()) {
            add("remedy.softFail", new Action.SetSoftFail(judge, true));
        }
    }

    private void host() {
        Optional<String> name = NameWarnings.ofServer(facts);
        Optional<ClientSettings> client = facts.client();
        if (name.isPresent() && client.isPresent()) {
            Action byName = new Action.ConnectByName(client.get().host(), name.get());
            all.add(new Remedy(Phrase.of("remedy.byName", name.get()), Optional.of(byName)));
        }
        add(CauseWords.reissue(finding.cause()), new Action.Reissue(Side.SERVER, finding.cause()));
    }

    private void version() {
        Optional<ServerSettings> server = facts.server();
        boolean oldServer = server.filter(some -> !some.versions().contains(TlsVersion.TLS_1_3))
                .isPresent();
        TlsVersion wanted = oldServer ? TlsVersion.TLS_1_2 : TlsVersion.TLS_1_3;
        Side side = facts.isOurs(Side.CLIENT) ? Side.CLIENT : Side.SERVER;
        TlsVersion version =
                side == Side.CLIENT ? wanted : wanted == TlsVersion.TLS_1_2 ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
        String noun = Messages.get(side == Side.CLIENT ? "side.client" : "side.server");
        all.add(new Remedy(
                Phrase.of("remedy.version", Phrase.unmarked(noun), version.displayName()),
                Optional.of(new Action.AllowVersion(side, version))));
    }

    /** Where there is a certificate, what was chosen may be what keeps it from being used. */
    private void serverKey() {
        if (facts.identity(Side.SERVER).isPresent()) {
            leaveIfChosen(Action.Choice.CIPHER_SUITES, Cause.NO_COMMON_CIPHER_SUITE);
            leaveIfChosen(Action.Choice.NAMED_GROUPS, Cause.NO_COMMON_GROUP);
            leaveIfChosen(Action.Choice.SIGNATURE_SCHEMES, Cause.NO_COMMON_SIGNATURE_SCHEME);
        }
        boolean ofAnotherKind = UnusableKey.of(facts)
                .filter(key -> key.lack() != ServerKey.Lack.KIND)
                .isPresent();
        if (ofAnotherKind) {
            add("mend.SERVER_WITHOUT_KEY.other", new Action.Reissue(Side.SERVER, finding.cause()));
        } else {
            add("mend.SERVER_WITHOUT_KEY", new Action.LoadIdentity(Side.SERVER));
        }
    }

    /** Whichever side has chosen for itself. */
    private void leaveIfChosen(Action.Choice choice, Cause without) {
        for (Side side : Side.values()) {
            if (Choices.isMade(facts, side, choice)) {
                add("mend." + without, new Action.LeaveToJdk(side, choice));
                return;
            }
        }
    }

    private void leaveToJdk(Action.Choice choice) {
        Side side = Choices.isMade(facts, Side.CLIENT, choice) ? Side.CLIENT : Side.SERVER;
        add("mend." + finding.cause(), new Action.LeaveToJdk(side, choice));
    }
}
