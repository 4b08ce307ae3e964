package org.mtlsplayground.proof;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.proof.OpensslReading.Question;

/** What must be said against a connection that comes about. */
final class SuccessReading {
    private static final List<String> STATUS_ADDRESSES = List.of("2.5.29.31", "1.3.6.1.5.5.7.1.1");
    private static final int SHORT = 2048;

    private final PathReading paths;
    private final HostReading host;
    private final ClientSettings client;
    private final ServerSettings server;
    private final Set<Cause> against = EnumSet.noneOf(Cause.class);

    SuccessReading(OpensslReading openssl, PathReading paths, ClientSettings client, ServerSettings server) {
        this.paths = paths;
        this.host = new HostReading(openssl, client);
        this.client = client;
        this.server = server;
    }

    /** @param mutual whether the client shows its certificate */
    Expected expect(boolean mutual) {
        Identity ofServer = server.identity().orElseThrow();
        name(ofServer.leaf(), client.serverName());
        accepted(ofServer, client.trust(), client.revocation(), false);
        if (mutual) {
            accepted(client.identity().orElseThrow(), server.trust(), server.revocation(), true);
        } else if (server.clientAuthentication() == ClientAuthentication.OPTIONAL) {
            against.add(Cause.CLIENT_UNVERIFIED);
        }
        if (!server.serverNames().isEmpty() && client.serverName().isEmpty()) {
            against.add(Cause.SERVER_NAME_ABSENT);
        }
        return Expected.success(mutual ? Verdict.Kind.MUTUAL : Verdict.Kind.SERVER_ONLY, against);
    }

    /**
     * RFC 8446 §2.2, RFC 5246 §7.3: who is who was proved when the session was made, and nobody looks again.
     *
     * @param mutual whether the client showed its certificate then
     * @param asked for which name the client asked then: JSSE asks for the same again
     */
    Expected expectResumed(boolean mutual, String asked) {
        Identity ofServer = server.identity().orElseThrow();
        boolean refusedNow = client.verifyHostName() && !host.fits(ofServer.leaf());
        if (!refusedNow) {
            name(ofServer.leaf(), asked);
        }
        refusedNow |= resumed(ofServer, client.trust(), client.revocation(), false);
        if (mutual) {
            refusedNow |= resumed(client.identity().orElseThrow(), server.trust(), server.revocation(), true);
        } else if (server.clientAuthentication() == ClientAuthentication.OPTIONAL) {
            against.add(Cause.CLIENT_UNVERIFIED);
        }
        if (refusedNow) {
            against.add(Cause.RESUMED_UNCHECKED);
        }
        if (!server.serverNames().isEmpty() && asked.isEmpty()) {
            against.add(Cause.SERVER_NAME_ABSENT);
        }
        return Expected.success(mutual ? Verdict.Kind.MUTUAL : Verdict.Kind.SERVER_ONLY, against)
                .byResumption();
    }

    /** Whether it would be refused if it were shown now. */
    private boolean resumed(Identity shown, TrustAnchors trust, RevocationChecking revocation, boolean ofClient) {
        X509Certificate leaf = shown.leaf();
        unlooked(leaf, trust, ofClient);
        weak(shown, trust);
        if (asks(leaf)
                && !trust.certificates().contains(leaf)
                && (revocation.isOff() || revocation.looksFurther(shown.chain()))) {
            against.add(Cause.REVOCATION_UNCHECKED);
        }
        return !paths.causes(Judge.question(shown, trust, ofClient, RevocationChecking.off(), false))
                .isEmpty();
    }

    private void name(X509Certificate leaf, String asked) {
        if (!client.verifyHostName()) {
            if (!host.fits(leaf)) {
                against.add(Cause.HOST_NAME_UNCHECKED);
            }
        } else if (!Names.hasDns(leaf) && host.fitsByName(leaf)) {
            against.add(Cause.NAME_ONLY_IN_CN);
        } else if (asked.equals(client.serverName()) && !host.fits(leaf, asked)) {
            against.add(Cause.OTHER_NAME_ACCEPTED);
        }
    }

    private void accepted(Identity shown, TrustAnchors trust, RevocationChecking revocation, boolean ofClient) {
        X509Certificate leaf = shown.leaf();
        unlooked(leaf, trust, ofClient);
        weak(shown, trust);
        Question question =
                Judge.question(shown, trust, ofClient, revocation, !ofClient && client.askStatus() && server.staple());
        if (paths.causes(question).contains(Cause.STATUS_UNKNOWN)) {
            against.add(Cause.STATUS_PASSED_OVER);
        }
        if (revocation.isOff() && asks(leaf) && !trust.certificates().contains(leaf)) {
            against.add(Cause.REVOCATION_UNCHECKED);
        }
    }

    private static boolean asks(X509Certificate leaf) {
        return STATUS_ADDRESSES.stream().anyMatch(oid -> leaf.getExtensionValue(oid) != null);
    }

    private void unlooked(X509Certificate leaf, TrustAnchors trust, boolean ofClient) {
        if (trust.certificates().contains(leaf) && !paths.ofLeaf(leaf, ofClient).isEmpty()) {
            against.add(Cause.ANCHOR_UNCHECKED);
        }
    }

    private void weak(Identity shown, TrustAnchors trust) {
        for (X509Certificate certificate : shown.chain()) {
            boolean shortKey = certificate.getPublicKey() instanceof RSAKey rsa
                    && rsa.getModulus().bitLength() < SHORT;
            boolean old = certificate.getSigAlgName().startsWith("SHA1")
                    && !trust.certificates().contains(certificate);
            if (shortKey || old) {
                against.add(Cause.WEAK_ACCEPTED);
            }
        }
    }
}
