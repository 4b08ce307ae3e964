package org.mtlsplayground.ui.workshop;

import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.pki.Identity;

/** All that was made since the program started, or was brought in. For use on the FX thread. */
final class Shelf {
    private final ObservableList<Made> all =
            FXCollections.observableArrayList(made -> new Observable[] {made.savedProperty()});

    private final Set<Made> forFaults = new HashSet<>();

    /** In the order in which they came; changes when one is saved, too. */
    ObservableList<Made> all() {
        return all;
    }

    /** The CAs that can issue, the newest first. */
    List<Made> authorities() {
        return all.stream()
                .filter(Made::issues)
                .sorted((one, other) -> all.indexOf(other) - all.indexOf(one))
                .toList();
    }

    List<Made> issuedBy(Made ca) {
        return all.stream()
                .filter(made -> made.issuer().filter(ca::equals).isPresent())
                .toList();
    }

    /** Puts a product and its CAs on the shelf, and each into its issuer's books. */
    Made add(Kind kind, Product product) {
        Optional<Made> above = Optional.empty();
        int before = all.size();
        for (Identity ca : product.authorities()) {
            above = Optional.of(authority(ca, product.trusted(), above));
        }
        if (product.fault().isPresent()) {
            forFaults.addAll(all.subList(before, all.size()));
        }
        return put(kind, product, above);
    }

    /** Whether a CA was made for the sake of a fault: it may be the broken part itself. */
    boolean isForFault(Made ca) {
        return ca.fault().isPresent() || forFaults.contains(ca);
    }

    private Made authority(Identity ca, List<X509Certificate> trusted, Optional<Made> above) {
        Optional<Made> there = find(ca.leaf());
        if (there.isPresent()) {
            return there.get();
        }
        boolean top = Kind.of(ca.leaf()) == Kind.ROOT || above.isEmpty();
        Product product = new Product(
                ca.chain(), Optional.of(ca.key()), top ? List.of(ca.leaf()) : trusted, List.of(), Optional.empty());
        return put(top ? Kind.ROOT : Kind.INTERMEDIATE, product, above);
    }

    /** A CA that was kept in a folder, with its books. */
    Made addKept(Authority authority) {
        Identity identity = authority.identity();
        Optional<Made> there = find(identity.leaf());
        if (there.isPresent()) {
            return there.get();
        }
        X509Certificate top = identity.chain().get(identity.chain().size() - 1);
        Optional<Made> above = all.stream()
                .filter(made -> made.issues() && isIssued(identity.leaf(), made))
                .findFirst();
        Product product = new Product(
                identity.chain(),
                Optional.of(identity.key()),
                above.map(Made::trusted).orElse(List.of(top)),
                List.of(),
                Optional.empty());
        Made made = new Made(Kind.of(identity.leaf()), product, above, Optional.of(authority));
        made.savedProperty().set(true);
        all.add(made);
        return made;
    }

    private Made put(Kind kind, Product product, Optional<Made> above) {
        X509Certificate certificate = product.chain().get(0);
        Optional<Made> issuer = above.filter(ca -> isIssued(certificate, ca));
        issuer.flatMap(Made::authority).ifPresent(books -> books.enter(certificate));
        Optional<Authority> own = kind.isAuthority()
                ? product.key().map(key -> new Authority(new Identity(product.chain(), key)))
                : Optional.empty();
        Made made = new Made(kind, product, issuer, own);
        all.add(made);
        return made;
    }

    private static boolean isIssued(X509Certificate certificate, Made ca) {
        return !certificate.equals(ca.certificate())
                && certificate.getIssuerX500Principal().equals(ca.certificate().getSubjectX500Principal());
    }

    /** The one of this certificate, if it lies here. */
    Optional<Made> find(X509Certificate certificate) {
        return all.stream()
                .filter(made -> made.certificate().equals(certificate))
                .findFirst();
    }

    /** Takes one away, with all that it issued. */
    void remove(Made made) {
        issuedBy(made).forEach(this::remove);
        all.remove(made);
        forFaults.remove(made);
    }
}
