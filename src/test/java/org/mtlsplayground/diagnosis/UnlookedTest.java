package org.mtlsplayground.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Asked;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.RevocationChecking.Source;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.status.RevocationReason;

/** A forecast asks nobody whether a certificate is revoked, and says where that leaves something open. */
class UnlookedTest {
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private Authority authority;
    private OcspResponder responder;
    private TrustAnchors trust;
    private Identity alice;
    private Identity server;

    @BeforeEach
    void start() throws Exception {
        Identity root = NewCertificate.authority("Root").create();
        trust = TrustAnchors.of(List.of(root.leaf()));
        authority = new Authority(root);
        responder = OcspResponder.start(authority, OcspResponder.Settings.usual(), asked::add);
        alice = authority.issue(naming(NewCertificate.client("alice")));
        server = authority.issue(naming(NewCertificate.server("localhost").ip("127.0.0.1")));
        authority.revoke(alice.leaf().getSerialNumber(), Revocation.now(RevocationReason.KEY_COMPROMISE));
    }

    @AfterEach
    void stop() {
        responder.close();
    }

    private NewCertificate naming(NewCertificate certificate) {
        return certificate
                .ocsp(responder.address().toString())
                .crl(responder.crlAddress().toString());
    }

    private ClientSettings.Builder client() {
        return ClientSettings.builder().identity(alice).trust(trust);
    }

    private ServerSettings.Builder server(RevocationChecking checking) {
        return ServerSettings.builder().identity(server).trust(trust).revocation(checking);
    }

    private List<Unlooked> unlooked(RevocationChecking checking) {
        return Unlooked.of(client().build(), server(checking).build());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFF")
    void whatWouldBeAskedForIsNamedAndNotAskedFor(Source source) {
        ServerSettings settings = server(RevocationChecking.by(source)).build();
        assertTrue(Forecast.of(client().build(), settings).isSuccess());
        assertEquals(List.of(new Unlooked(Side.SERVER, source)), Unlooked.of(client().build(), settings));
        ClientSettings curious =
                client().revocation(RevocationChecking.by(source)).build();
        assertEquals(
                List.of(new Unlooked(Side.CLIENT, source), new Unlooked(Side.SERVER, source)),
                Unlooked.of(curious, settings));
        assertEquals(List.of(), List.copyOf(asked));
    }

    @Test
    void aListAtHandOfTheIssuerSaysAll() throws Exception {
        RevocationChecking checking =
                RevocationChecking.by(Source.CRL).with(List.of(authority.currentCrl(Instant.now())));
        assertEquals(List.of(), unlooked(checking));
        Reality reality = Reality.of(client(), server(checking));
        reality.comesTrue();
        assertFalse(reality.forecast().isSuccess());
        assertEquals(List.of(), List.copyOf(asked));
    }

    @Test
    void aListAtHandOfAnotherSaysNothing() throws Exception {
        Authority other = new Authority(NewCertificate.authority("Another CA").create());
        RevocationChecking checking = RevocationChecking.by(Source.CRL).with(List.of(other.currentCrl(Instant.now())));
        assertEquals(List.of(new Unlooked(Side.SERVER, Source.CRL)), unlooked(checking));
        assertTrue(Forecast.of(client().build(), server(checking).build()).isSuccess());
        assertEquals(List.of(), List.copyOf(asked));
        // Nothing can be fetched for a certificate that says not from where; so that it is refused is no guess.
        alice = authority.issue(NewCertificate.client("alice"));
        assertEquals(List.of(), unlooked(checking));
        Reality reality = Reality.of(client(), server(checking));
        reality.comesTrue();
        assertEquals(List.of(), List.copyOf(asked));
    }

    @Test
    void nothingIsOpenWhereNothingIsChecked() {
        assertEquals(List.of(), unlooked(RevocationChecking.off()));
        RevocationChecking checking = RevocationChecking.by(Source.OCSP);
        assertEquals(
                List.of(),
                Unlooked.of(
                        client().build(),
                        server(checking)
                                .clientAuthentication(ClientAuthentication.NONE)
                                .build()));
        assertEquals(
                List.of(),
                Unlooked.of(
                        ClientSettings.builder().trust(trust).build(),
                        server(checking).build()));
    }
}
