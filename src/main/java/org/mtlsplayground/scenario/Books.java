package org.mtlsplayground.scenario;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.ca.Material;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Role;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.RevocationChecking.Source;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.status.RevocationReason;

/** A CA that keeps books and has a responder, and one side's certificate from it; the other side looks it up there. */
final class Books {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Kit kit;
    private final Side holder;
    /** The root, which keeps books on the CAs below it. */
    private final Authority top;

    private final Authority authority;
    private final OcspResponder responder;
    private final Identity issued;

    private Books(Kit kit, Side holder, Authority top, Authority authority, OcspResponder responder) {
        this.kit = kit;
        this.holder = holder;
        this.top = top;
        this.authority = authority;
        this.responder = responder;
        NewCertificate leaf = holder == Side.CLIENT ? Chains.alice() : Chains.host();
        issued = authority.issue(leaf.ocsp(responder.address().toString())
                .crl(responder.crlAddress().toString()));
    }

    /** Issues one side's certificate below the CAs of its usual chain. The responder is held open by the kit. */
    static Books below(Kit kit, Side holder) throws IOException {
        Material usual = holder == Side.CLIENT ? kit.ofClient : kit.ofServer;
        Authority authority =
                new Authority(usual.authorities().get(usual.authorities().size() - 1));
        OcspResponder responder = kit.hold(OcspResponder.start(authority, OcspResponder.Settings.usual(), asked -> {}));
        Authority top = new Authority(usual.authorities().get(0));
        Books books = new Books(kit, holder, top, authority, responder);
        Role role = holder == Side.CLIENT ? Role.CLIENT : Role.SERVER;
        Material material = new Material(role, books.issued, usual.trusted(), usual.authorities(), Optional.empty());
        if (holder == Side.CLIENT) {
            kit.ofClient(material);
        } else {
            kit.ofServer(material);
        }
        return books;
    }

    Books revoked() {
        authority.revoke(issued.leaf().getSerialNumber(), Revocation.now(RevocationReason.KEY_COMPROMISE));
        return this;
    }

    /** It is not the certificate that is revoked, but the CA that issued it. */
    Books ofRevokedAuthority() {
        X509Certificate ca = authority.identity().leaf();
        top.enter(ca);
        top.revoke(ca.getSerialNumber(), Revocation.now(RevocationReason.CA_COMPROMISE));
        return this;
    }

    /** The responder has stopped: nothing listens at its address any more. */
    Books down() {
        responder.close();
        return this;
    }

    /** The other side asks there. */
    Books checked(Source source) {
        return checked(RevocationChecking.by(source));
    }

    /** The other side has the CA's list at hand. */
    Books checkedByList() {
        Instant now = Instant.now();
        return checked(RevocationChecking.by(Source.CRL).with(List.of(authority.newCrl(now, now.plus(HOUR)))));
    }

    /** The other side has the lists of both CAs at hand, and looks up the whole chain. */
    Books checkedWholeByLists() {
        Instant now = Instant.now();
        Instant later = now.plus(HOUR);
        return checked(RevocationChecking.by(Source.CRL)
                .with(List.of(top.newCrl(now, later), authority.newCrl(now, later)))
                .wholeChain(true));
    }

    /** The other side looks in this way. */
    Books checked(RevocationChecking checking) {
        if (holder == Side.CLIENT) {
            kit.server.revocation(checking);
        } else {
            kit.client.revocation(checking);
        }
        return this;
    }
}
