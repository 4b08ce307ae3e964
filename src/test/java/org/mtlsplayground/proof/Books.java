package org.mtlsplayground.proof;

import java.io.IOException;
import java.net.URI;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.status.RevocationReason;

/** What CAs have issued and revoked, their lists, and an OCSP responder that listens until it is closed. */
final class Books implements AutoCloseable {
    private static final Duration DAY = Duration.ofDays(1);

    private final Supplier<NewCertificate> leaf;
    private final Identity root = Presets.root("Root with books").create();
    private final Authority top = new Authority(root);
    private final Authority books =
            new Authority(Presets.intermediate("CA with books").issuedBy(root).create());
    private final Authority fallen = new Authority(
            Presets.intermediate("Fallen CA with books").issuedBy(root).create());
    private final OcspResponder responder = OcspResponder.start(books, OcspResponder.Settings.usual(), asked -> {});
    private final ListServer listServer = ListServer.start();
    private final List<Holding> holdings = new ArrayList<>();
    private final List<List<X509CRL>> lists = new ArrayList<>();

    private Books(Supplier<NewCertificate> leaf) throws IOException {
        this.leaf = leaf;
    }

    /** @param leaf a new certificate to be issued, at each call */
    static Books keep(Supplier<NewCertificate> leaf) throws IOException {
        Books books = new Books(leaf);
        books.byList();
        books.byResponder();
        books.ofRevokedAuthority();
        books.byFetchedLists();
        return books;
    }

    private void add(String name, Identity identity) {
        holdings.add(new Holding(name, identity, List.of(root.leaf())));
    }

    private static X509CRL list(Authority of) {
        Instant now = Instant.now();
        return of.newCrl(now.minus(DAY), now.plus(DAY));
    }

    private void byList() {
        // Nobody listens there.
        add("names a responder", books.issue(leaf.get().ocsp("http://127.0.0.1:9/ocsp")));
        add("in the books", books.issue(leaf.get()));
        Identity revoked = books.issue(leaf.get());
        books.revoke(revoked.leaf().getSerialNumber(), Revocation.now(RevocationReason.KEY_COMPROMISE));
        add("revoked, by the books", revoked);
        Instant now = Instant.now();
        lists.add(List.of(list(books)));
        lists.add(List.of(books.newCrl(now.minus(DAY).minus(DAY), now.minus(DAY))));
        lists.add(List.of(list(books), list(top)));
    }

    private void byResponder() {
        String address = responder().toString();
        add("answered for, in the books", books.issue(leaf.get().ocsp(address)));
        Identity revoked = books.issue(leaf.get().ocsp(address));
        books.revoke(revoked.leaf().getSerialNumber(), Revocation.now(RevocationReason.SUPERSEDED));
        add("answered for, revoked by the books", revoked);
        add(
                "not in the books",
                leaf.get().ocsp(address).issuedBy(books.identity()).create());
    }

    /**
     * A certificate of its own.
     *
     * @param holding the responder calls it good
     */
    record Revocable(Holding holding, Runnable revocation) {
        /** From now on the responder calls it revoked. */
        void revoke() {
            revocation.run();
        }
    }

    Revocable revocable() {
        Identity sound = books.issue(leaf.get().ocsp(responder().toString()));
        return new Revocable(
                new Holding("soon revoked", sound, List.of(root.leaf())),
                () -> books.revoke(sound.leaf().getSerialNumber(), Revocation.now(RevocationReason.SUPERSEDED)));
    }

    private void ofRevokedAuthority() {
        add("of a revoked CA, in the books", fallen.issue(leaf.get()));
        top.enter(fallen.identity().leaf());
        top.revoke(fallen.identity().leaf().getSerialNumber(), Revocation.now(RevocationReason.CA_COMPROMISE));
        lists.add(List.of(list(fallen), list(top), list(books)));
    }

    private NewCertificate listedAt(String name) {
        return leaf.get().crl(listServer.address(name));
    }

    private void byFetchedLists() {
        add("fetched list, in the books", books.issue(listedAt("ca")));
        Identity revoked = books.issue(listedAt("ca"));
        books.revoke(revoked.leaf().getSerialNumber(), Revocation.now(RevocationReason.CESSATION_OF_OPERATION));
        add("fetched list, revoked by the books", revoked);
        add("fetched list over, in the books", books.issue(listedAt("over")));
        add("fetched list of another CA, in the books", books.issue(listedAt("root")));
        add("fetched list is none, in the books", books.issue(listedAt("garbage")));
        add("fetched list is not there, in the books", books.issue(listedAt("absent")));
        // Nobody listens there.
        add("fetched list from nobody, in the books", books.issue(leaf.get().crl("http://127.0.0.1:9/crl")));
        add(
                "fetched list and responder, in the books",
                books.issue(listedAt("ca").ocsp(responder().toString())));
        NewCertificate plan = Presets.intermediate("CA with a fetched list").crl(listServer.address("root"));
        Authority sound = new Authority(top.issue(plan.copy()));
        Authority bad = new Authority(top.issue(plan.copy()));
        top.revoke(bad.identity().leaf().getSerialNumber(), Revocation.now(RevocationReason.CA_COMPROMISE));
        add("fetched lists of all, in the books", sound.issue(listedAt("sound")));
        add("fetched list of a revoked CA, in the books", bad.issue(listedAt("bad")));
        Instant now = Instant.now();
        listServer.publish("ca", list(books));
        listServer.publish("over", books.newCrl(now.minus(DAY).minus(DAY), now.minus(DAY)));
        listServer.publish("root", list(top));
        listServer.publish("sound", list(sound));
        listServer.publish("bad", list(bad));
        listServer.publishGarbage("garbage");
    }

    List<Holding> holdings() {
        return holdings;
    }

    /** Revocation lists to have at hand. */
    List<List<X509CRL>> lists() {
        return lists;
    }

    URI responder() {
        return responder.address();
    }

    @Override
    public void close() {
        responder.close();
        listServer.close();
    }
}
