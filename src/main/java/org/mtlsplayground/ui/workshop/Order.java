package org.mtlsplayground.ui.workshop;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlsplayground.ca.ChainPlan;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.WrongInput;
import org.mtlsplayground.pki.Identity;

/**
 * What is to be made: a certificate, by whom, and what shall be wrong with it.
 *
 * @param kind what it is for
 * @param wanted the certificate; not changed
 * @param keyElsewhere whether only the public key is here, as with a request of somebody else
 * @param issuer who issues it
 * @param fault what shall be wrong; empty for nothing
 */
record Order(Kind kind, NewCertificate wanted, boolean keyElsewhere, Issuer issuer, Optional<Fault> fault) {
    private static final String ROOT = "Demo Root CA";
    private static final String INTERMEDIATE = "Demo Intermediate CA";

    /** What can't be made as it was asked for. */
    List<WrongInput> problems() {
        NewCertificate checked = wanted.copy();
        signer().ifPresent(checked::issuedBy);
        if (!(issuer instanceof Issuer.NewChain)) {
            return checked.problems();
        }
        // Signed by a CA that is yet to be made, whose key is none of the certificate's business.
        return checked.signature(null).problems().stream()
                .filter(problem -> problem.field() != WrongInput.Field.ISSUER)
                .toList();
    }

    private Optional<Identity> signer() {
        return issuer instanceof Issuer.Known known ? known.ca().identity() : Optional.empty();
    }

    /** The faults that can be made by this issuer, or by a new chain where this one is not entitled to. */
    static Set<Fault> faults(Kind kind, boolean keyElsewhere) {
        EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
        if (!keyElsewhere && kind != Kind.ROOT) {
            for (Fault fault : Fault.values()) {
                if (fault.roles().contains(kind.role())) {
                    faults.add(fault);
                }
            }
        }
        return faults;
    }

    /** Whether the fault asks for CAs of its own, although there is an issuer. */
    boolean needsNewChain() {
        return fault.isPresent()
                && issuer instanceof Issuer.Known known
                && !under(known.ca()).possibleFaults().contains(fault.get());
    }

    /** Makes it. Takes as long as its keys need; to be called off the FX thread. */
    Product make() {
        if (issuer instanceof Issuer.Itself) {
            return Product.root(wanted.copy().issuedBy(null).create());
        }
        if (keyElsewhere) {
            return certified();
        }
        ChainPlan plan = issuer instanceof Issuer.Known known && !needsNewChain() ? under(known.ca()) : newChain();
        return Product.of(fault.isPresent() ? plan.issue(fault.get()) : plan.issue());
    }

    private ChainPlan under(Made ca) {
        Identity identity = ca.identity().orElseThrow();
        return ChainPlan.under(kind.role(), identity, ca.trusted().get(0), wanted.copy());
    }

    private ChainPlan newChain() {
        List<NewCertificate> between =
                kind == Kind.INTERMEDIATE ? List.of() : List.of(Presets.intermediate(INTERMEDIATE));
        return ChainPlan.of(kind.role(), Presets.root(ROOT), between, wanted.copy());
    }

    /** For a key whose private half is elsewhere. */
    private Product certified() {
        List<Identity> authorities = new ArrayList<>();
        List<X509Certificate> trusted = new ArrayList<>();
        if (issuer instanceof Issuer.Known known) {
            authorities.add(known.ca().identity().orElseThrow());
            trusted.addAll(known.ca().trusted());
        } else {
            Identity root = Presets.root(ROOT).create();
            authorities.add(root);
            authorities.add(Presets.intermediate(INTERMEDIATE).issuedBy(root).create());
            trusted.add(root.leaf());
        }
        Identity signer = authorities.get(authorities.size() - 1);
        return new Product(
                wanted.copy().issuedBy(signer).createChain(), Optional.empty(), trusted, authorities, Optional.empty());
    }
}
