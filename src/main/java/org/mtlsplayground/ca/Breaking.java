package org.mtlsplayground.ca;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.mtlsplayground.pki.Identity;

/** Makes a fault, and leaves all else as it was planned. */
final class Breaking {
    /** Between leaf and root. JDKs take ten certificates from a server, eight from a client. */
    private static final int TOO_MANY_CAS = 11;

    /** They need a CA of their own between leaf and root. */
    private static final Set<Fault> NEED_NEW_CA = EnumSet.of(
            Fault.INTERMEDIATE_EXPIRED,
            Fault.INTERMEDIATE_LEFT_OUT,
            Fault.ISSUER_NO_CA,
            Fault.CA_WITHOUT_CERT_SIGN,
            Fault.NAME_CONSTRAINT_BROKEN);

    private final Fault fault;
    private final ChainDraft draft;

    private Breaking(Fault fault, ChainDraft draft) {
        this.fault = fault;
        this.draft = draft;
    }

    /** Whether it can be made of this, for a role that the fault is for. */
    static boolean isPossible(Fault fault, ChainDraft draft) {
        if (fault == Fault.SELF_SIGNED && draft.last.subject.isEmpty()) {
            return false; // whoever signs has a name
        }
        if (draft.top.isEmpty()) {
            return true;
        }
        // How many CAs may come below; -1 for a certificate that is none.
        int mayIssue = draft.top.get().leaf().getBasicConstraints();
        boolean roomForCa = mayIssue > (draft.role == Role.CA ? 1 : 0);
        return switch (fault) {
            case MD5_SIGNATURE ->
                roomForCa
                        || SignatureAlgorithm.UNSAFE_MD5_WITH_RSA.fits(
                                draft.top.get().key());
            case SHA1_SIGNATURE ->
                roomForCa
                        || SignatureAlgorithm.of(draft.top.get().key()).stream().anyMatch(SignatureAlgorithm::isUnsafe);
            case CHAIN_TOO_LONG -> mayIssue >= TOO_MANY_CAS;
            case PATH_LENGTH_EXCEEDED -> mayIssue > 1;
            case INTERMEDIATE_LEFT_OUT -> roomForCa || draft.hasIntermediate();
            default -> !NEED_NEW_CA.contains(fault) || draft.role == Role.CA || roomForCa;
        };
    }

    static Material issue(Fault fault, ChainDraft draft) {
        Material made = new Breaking(fault, draft).issue();
        return new Material(made.role(), made.identity(), made.trusted(), made.authorities(), Optional.of(fault));
    }

    private Material issue() {
        return switch (fault) {
            case EXPIRED -> last(Faulty::expired);
            case EXPIRED_BUT_TRUSTED -> trustedItself(last(Faulty::expired));
            case NOT_YET_VALID -> last(Faulty::notYetValid);
            case WRONG_PURPOSE ->
                last(leaf -> leaf.purposes(draft.role == Role.CLIENT ? Purpose.SERVER_AUTH : Purpose.CLIENT_AUTH));
            case NO_DIGITAL_SIGNATURE -> last(leaf -> leaf.keyUses(KeyUse.NON_REPUDIATION));
            case UNKNOWN_CRITICAL_EXTENSION -> last(Faulty::withUnknownExtension);
            case RSA_512 -> last(leaf -> leaf.key(KeyKind.UNSAFE_RSA_512));
            case RSA_1024 -> last(leaf -> leaf.key(KeyKind.UNSAFE_RSA_1024));
            case WRONG_HOST -> last(Faulty::forAnotherHost);
            case NO_IP_NAME -> last(Faulty::withoutAddresses);
            case NAME_ONLY_IN_CN -> last(Faulty::namedByCommonName);
            case MD5_SIGNATURE -> signedBy(SignatureAlgorithm.UNSAFE_MD5_WITH_RSA);
            case SHA1_SIGNATURE ->
                signedBy(SignatureAlgorithm.UNSAFE_SHA1_WITH_ECDSA, SignatureAlgorithm.UNSAFE_SHA1_WITH_RSA);
            case INTERMEDIATE_EXPIRED -> issuer(Faulty::expired);
            case ISSUER_NO_CA -> issuer(Faulty::noCa);
            case CA_WITHOUT_CERT_SIGN -> issuer(ca -> ca.keyUses(KeyUse.CRL_SIGN));
            case NAME_CONSTRAINT_BROKEN -> issuer(ca -> Faulty.constrain(ca, draft.last));
            case PATH_LENGTH_EXCEEDED -> pathLengthExceeded();
            case CHAIN_TOO_LONG -> tooLong();
            case ANCHOR_NO_CA -> anchorNoCa();
            case UNKNOWN_CA -> underAnother(root -> Presets.root("Unknown Root CA"));
            case FALSE_CA -> underAnother(Faulty::falseRoot);
            case SELF_SIGNED -> selfSigned();
            case INTERMEDIATE_LEFT_OUT -> leftOut();
            case SIGNATURE_ALTERED -> leaf(draft.issue(), Faulty::signatureAltered);
            case DER_GARBAGE -> leaf(draft.issue(), Faulty::garbled);
            case FOREIGN_KEY -> keyOf(draft.issue(), Faulty::anotherKey);
            case KEY_OF_ANOTHER_KIND -> keyOf(draft.issue(), Faulty::keyOfAnotherKind);
        };
    }

    private Material last(Consumer<NewCertificate> change) {
        change.accept(draft.last);
        return draft.issue();
    }

    /** Of a CA that is made, the CA itself is broken, and not the one above it. */
    private Material issuer(Consumer<NewCertificate> change) {
        change.accept(draft.role == Role.CA ? draft.last : draft.issuer());
        return draft.issue();
    }

    /** By the first of these that the issuer's key can make; if it makes none, the issuer gets another key. */
    private Material signedBy(SignatureAlgorithm... unsafe) {
        List<SignatureAlgorithm> wanted = List.of(unsafe);
        Optional<SignatureAlgorithm> fitting =
                wanted.stream().filter(draft::issuerMakes).findFirst();
        if (fitting.isEmpty()) {
            draft.issuerToChange().key(KeyKind.RSA_2048);
        }
        draft.last.signature(fitting.orElseGet(() -> wanted.get(wanted.size() - 1)));
        return draft.issue();
    }

    private Material pathLengthExceeded() {
        NewCertificate issuer = draft.issuer();
        if (draft.role == Role.CA) {
            issuer.pathLength(0);
        } else {
            draft.between.add(draft.between.indexOf(issuer), Presets.intermediate("Demo Upper CA"));
        }
        return draft.issue();
    }

    private Material tooLong() {
        for (int number = 1; draft.between.size() < TOO_MANY_CAS; number++) {
            draft.between.add(Presets.intermediate("Demo CA " + number));
        }
        draft.between.forEach(NewCertificate::withoutPathLength);
        draft.newRoot.ifPresent(NewCertificate::withoutPathLength);
        return draft.issue();
    }

    private Material anchorNoCa() {
        NewCertificate anchor = draft.newRoot.orElseGet(() -> Presets.root("Demo Root CA"));
        Faulty.noCa(anchor);
        draft.newRoot = Optional.of(anchor);
        draft.top = Optional.empty();
        return draft.issue();
    }

    /** The right root is the one that is trusted; another one issues. */
    private Material underAnother(Function<X509Certificate, NewCertificate> root) {
        draft.root();
        draft.top = Optional.of(root.apply(draft.trusted.get(0)).create());
        return draft.issue();
    }

    private Material selfSigned() {
        draft.authority();
        return draft.material(draft.last.create());
    }

    private Material leftOut() {
        if (!draft.hasIntermediate()) {
            draft.issuer();
        }
        Material made = draft.issue();
        return draft.material(
                new Identity(List.of(made.identity().leaf()), made.identity().key()));
    }

    private Material trustedItself(Material made) {
        draft.trusted = List.of(made.identity().leaf());
        return draft.material(made.identity());
    }

    private Material leaf(Material made, UnaryOperator<X509Certificate> change) {
        List<X509Certificate> chain = new ArrayList<>(made.identity().chain());
        chain.set(0, change.apply(chain.get(0)));
        return draft.material(new Identity(chain, made.identity().key()));
    }

    private Material keyOf(Material made, Function<X509Certificate, KeyPair> other) {
        X509Certificate leaf = made.identity().leaf();
        return draft.material(
                new Identity(made.identity().chain(), other.apply(leaf).getPrivate()));
    }
}
