package org.mtlsplayground.ca;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.pki.Identity;

/** A {@link ChainPlan} in the making, free to be changed and broken. */
final class ChainDraft {
    final Role role;
    Optional<NewCertificate> newRoot;
    Optional<Identity> top;
    /** Empty until the root is made, where it is to be made. */
    List<X509Certificate> trusted;

    final List<NewCertificate> between;
    NewCertificate last;
    final List<Identity> authorities = new ArrayList<>();

    ChainDraft(
            Role role,
            Optional<NewCertificate> newRoot,
            Optional<Identity> top,
            List<X509Certificate> trusted,
            List<NewCertificate> between,
            NewCertificate last) {
        this.role = role;
        this.newRoot = newRoot;
        this.top = top;
        this.trusted = trusted;
        this.between = new ArrayList<>(between);
        this.last = last;
    }

    /** The CA that issues the last one; a new one between is made if there is none yet. */
    NewCertificate issuer() {
        if (between.isEmpty()) {
            between.add(Presets.above(role));
        }
        return between.get(between.size() - 1);
    }

    /** Whether there is a CA between leaf and root already. */
    boolean hasIntermediate() {
        return !between.isEmpty()
                || top.filter(ca -> !trusted.contains(ca.leaf())).isPresent();
    }

    /** The CA that issues the last one: a root that is yet to be made, or else {@link #issuer}. */
    NewCertificate issuerToChange() {
        return (between.isEmpty() && newRoot.isPresent()) ? newRoot.get() : issuer();
    }

    /** Whether the CA that issues the last one can sign like this. */
    boolean issuerMakes(SignatureAlgorithm algorithm) {
        return (between.isEmpty() && top.isPresent())
                ? algorithm.fits(top.get().key())
                : issuerToChange().key.makes(algorithm);
    }

    /** Makes the root, unless there is a CA to issue by; it becomes the one that is trusted. */
    Identity root() {
        if (top.isEmpty()) {
            top = Optional.of(newRoot.orElseThrow().create());
            trusted = List.of(top.get().leaf());
        }
        return top.get();
    }

    /** Makes the CAs between. */
    Identity authority() {
        Identity above = root();
        authorities.add(above);
        for (NewCertificate ca : between) {
            above = ca.issuedBy(above).create();
            authorities.add(above);
        }
        return above;
    }

    Material issue() {
        Identity issuer = authority();
        return material(last.issuedBy(issuer).create());
    }

    Material material(Identity identity) {
        return new Material(role, identity, trusted, authorities, Optional.empty());
    }
}
