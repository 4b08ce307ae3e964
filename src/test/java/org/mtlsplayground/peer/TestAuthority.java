package org.mtlsplayground.peer;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.status.RevocationReason;

/** A root, a CA below it that keeps books, its responder, and a client and a server whose certificates name that. */
final class TestAuthority implements AutoCloseable {
    final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    final TrustAnchors trust;
    final Authority authority;
    final OcspResponder responder;
    final Identity client;
    final Identity server;
    /** Of the same CA, and names nobody to ask. */
    final Identity silentClient;

    TestAuthority() throws IOException {
        this(OcspResponder.Settings.usual());
    }

    TestAuthority(OcspResponder.Settings settings) throws IOException {
        Identity root = NewCertificate.authority("Root").create();
        trust = TrustAnchors.of(List.of(root.leaf()));
        authority =
                new Authority(NewCertificate.authority("Below").issuedBy(root).create());
        responder = OcspResponder.start(authority, settings, asked::add);
        client = authority.issue(naming(NewCertificate.client("alice")));
        server = authority.issue(naming(NewCertificate.server("localhost").ip("127.0.0.1")));
        silentClient = authority.issue(NewCertificate.client("bob"));
    }

    /** A server whose certificate names nobody to ask. */
    Identity silentServer() {
        return authority.issue(NewCertificate.server("localhost").ip("127.0.0.1"));
    }

    private NewCertificate naming(NewCertificate certificate) {
        return certificate
                .ocsp(responder.address().toString())
                .crl(responder.crlAddress().toString());
    }

    void revoke(Identity identity) {
        authority.revoke(identity.leaf().getSerialNumber(), Revocation.now(RevocationReason.KEY_COMPROMISE));
    }

    ServerSettings.Builder serverSettings(TlsVersion version) {
        return ServerSettings.builder().port(0).identity(server).trust(trust).versions(Set.of(version));
    }

    @Override
    public void close() {
        responder.close();
    }
}
