package org.mtlsplayground.ui.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.path.Step.Status;
import org.testfx.framework.junit5.Start;

/** What the column “Would it work?” says of cards and of selected certificates. */
class OutlooksTest extends PanelRoom {
    @Start
    void start(Stage stage) {
        build(stage);
    }

    private static Identity identity(String name) throws Exception {
        return new Identity(sample(name + ".crt"), PkiFiles.privateKey(path(name + ".key"), null));
    }

    private static Path path(String name) {
        return Path.of("sample-certs", name);
    }

    private static TrustAnchors trust(String name) throws Exception {
        return TrustAnchors.of(sample(name));
    }

    private static Cards cards(String client, String clientTrust, String server, String serverTrust) throws Exception {
        Identity clientIdentity = identity(client);
        Identity serverIdentity = identity(server);
        ClientSettings clientSettings = ClientSettings.builder()
                .identity(clientIdentity)
                .trust(trust(clientTrust))
                .build();
        ServerSettings serverSettings = ServerSettings.builder()
                .identity(serverIdentity)
                .trust(trust(serverTrust))
                .build();
        return new Cards(
                Optional.of(clientSettings),
                Optional.of(serverSettings),
                Optional.of(trust(clientTrust)),
                Optional.of(trust(serverTrust)),
                clientIdentity.chain(),
                serverIdentity.chain());
    }

    private static Optional<ChainEntry.Present> leaf(Origin origin, String sample) throws Exception {
        return ChainNode.of(group("group", origin, sample), Optional.empty())
                .entries()
                .filter(ChainEntry.Present.class::isInstance)
                .map(ChainEntry.Present.class::cast)
                .findFirst();
    }

    private static Outlook.Line line(Outlook outlook, String what) {
        return outlook.sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSamplesWork() throws Exception {
        Cards cards = cards("client", "server_ca.crt", "server", "client_ca.crt");
        Outlook outlook = new Outlooks().of(cards, leaf(Origin.CLIENT_CHAIN, "client.crt"));
        assertEquals(Status.OK, outlook.status());
        assertEquals("It would work: both sides would prove who they are", outlook.sentence());
        assertTrue(outlook.sections().get(0).lines().stream()
                .noneMatch(line -> line.status() == Status.FAILS || line.status() == Status.NOT_REACHED));
        assertEquals(Status.OK, line(outlook, "key belongs to the certificate").status());
        assertTrue(line(outlook, "chain reaches a CA the server trusts")
                .details()
                .contains("alice: its issuer Demo Client CA is trusted"));
        assertEquals(
                Status.OK, line(outlook, "the client will choose to send it").status());
        Outlook server = new Outlooks().of(cards, leaf(Origin.SERVER_CHAIN, "server.crt"));
        assertEquals(Status.OK, line(server, "name against host").status());
        onFx(() -> panel.foretell(cards));
        show(group("Client’s file", Origin.CLIENT_CHAIN, "client.crt"));
        await("foretold", () -> text(".pg-outlook-sentence").startsWith("It would work"));
        picture("certificates-outlook-good");
        robot.clickOn("dates");
        await(
                "unfolded",
                () -> texts(".pg-outlook-detail").stream().anyMatch(detail -> detail.startsWith("alice: valid until")));
    }

    @Test
    void whatFailsIsSaidWithItsReason() throws Exception {
        Cards cards = cards("client-expired", "server_ca.crt", "server", "client_ca.crt");
        Outlook outlook = new Outlooks().of(cards, leaf(Origin.CLIENT_CHAIN, "client-expired.crt"));
        assertEquals(Status.FAILS, outlook.status());
        assertEquals("The server would refuse the client’s certificate", outlook.sentence());
        assertTrue(line(outlook, "dates").reason().contains("expired at "), line(outlook, "dates")::toString);
        assertEquals("alice: expired at 2025-01-31 12:00:00 UTC.", outlook.more());
        onFx(() -> panel.foretell(cards));
        show(group("Client’s file", Origin.CLIENT_CHAIN, "client-expired.crt"));
        await(
                "foretold",
                () -> text(".pg-outlook-sentence").equals("The server would refuse the client’s certificate"));
        picture("certificates-outlook-bad");
        // Live, as the cards change.
        Cards good = cards("client", "server_ca.crt", "server", "client_ca.crt");
        onFx(() -> panel.foretell(good));
        await("foretold anew", () -> text(".pg-outlook-sentence").startsWith("It would work"));
    }

    @Test
    void aCertificateThatIsInNoCardIsJudgedAsIfItWere() throws Exception {
        Cards cards = cards("client", "server_ca.crt", "server", "client_ca.crt");
        Outlook outlook = new Outlooks().of(cards, leaf(Origin.FILE, "client-expired.crt"));
        assertEquals(Status.OK, outlook.status(), "of the cards");
        assertEquals(
                "This one, if the client showed it", outlook.sections().get(0).title());
        assertEquals(Status.FAILS, line(outlook, "dates").status());
    }

    @Test
    void aMissingCertificateAndAnotherKeyAreNamed() throws Exception {
        Cards cards = cards("client", "server_ca.crt", "server", "client_ca.crt");
        ClientSettings nobody =
                ClientSettings.builder().trust(trust("server_ca.crt")).build();
        Cards without = new Cards(
                Optional.of(nobody),
                cards.server(),
                cards.clientTrust(),
                cards.serverTrust(),
                List.of(),
                cards.serverChain());
        Outlook missing = new Outlooks().of(without, leaf(Origin.SERVER_CHAIN, "server.crt"));
        assertEquals("The client has none.", missing.more());
        Cards other = cards("client-key-of-another", "server_ca.crt", "server", "client_ca.crt");
        Outlook differs = new Outlooks().of(other, leaf(Origin.CLIENT_CHAIN, "client-key-of-another.crt"));
        assertEquals(Status.FAILS, differs.status());
        assertEquals(
                Status.FAILS, line(differs, "key belongs to the certificate").status());
        assertEquals("The key in the card is another one’s.", differs.more());
    }

    @Test
    void withoutSettingsTheChainAloneIsLookedAt() throws Exception {
        Cards cards = new Cards(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                sample("client.crt"),
                List.of());
        Outlook outlook = new Outlooks().of(cards, leaf(Origin.CLIENT_CHAIN, "client.crt"));
        assertEquals(Status.NOT_REACHED, outlook.status());
        assertEquals(
                Status.NOT_REACHED,
                line(outlook, "chain reaches a CA the server trusts").status());
        assertEquals(Status.OK, line(outlook, "dates").status());
        assertEquals("Something in the client’s card has to be mended first.", outlook.more());
    }

    @Test
    void aCaInAFileIsJudgedByItselfAndByWhatItWouldVouchFor() throws Exception {
        Cards cards = cards("client", "server_ca.crt", "server", "client_ca.crt");
        Outlook outlook = new Outlooks().of(cards, leaf(Origin.FILE, "client_ca.crt"));
        assertEquals(
                List.of("This CA by itself", "If it were the only CA trusted"),
                outlook.sections().stream().map(Outlook.Section::title).toList());
        assertTrue(outlook.sections().get(0).lines().stream()
                .noneMatch(line -> line.status() == Status.FAILS || line.status() == Status.NOT_REACHED));
        assertEquals(Status.OK, line(outlook, "usages: to sign certificates").status());
        assertEquals(
                Status.OK,
                line(outlook, "the server would accept the chain in the client’s card")
                        .status());
        Outlook.Line other = line(outlook, "the client would accept the chain in the server’s card");
        assertEquals(Status.FAILS, other.status());
        assertTrue(other.reason().contains("is neither sent nor trusted"), other::toString);
        onFx(() -> panel.foretell(cards));
        open(path("client_ca.crt"));
        await("foretold", () -> texts(".pg-outlook-section").contains("This CA by itself"));
        picture("certificates-outlook-ca");
    }

    @Test
    void whatIsNotLookedAtIsSaid() throws Exception {
        Cards cards = cards("client", "server_ca.crt", "server", "client_ca.crt");
        ClientSettings curious = ClientSettings.builder()
                .identity(identity("client"))
                .trust(trust("server_ca.crt"))
                .revocation(RevocationChecking.by(RevocationChecking.Source.OCSP))
                .build();
        Cards asking = new Cards(
                Optional.of(curious),
                cards.server(),
                cards.clientTrust(),
                cards.serverTrust(),
                cards.clientChain(),
                cards.serverChain());
        assertEquals(List.of(), new Outlooks().of(cards, Optional.empty()).unlooked());
        onFx(() -> panel.foretell(asking));
        show(group("Client’s file", Origin.CLIENT_CHAIN, "client.crt"));
        await(
                "said",
                () -> texts(".pg-outlook-unlooked-words")
                        .equals(List.of("The client also asks by OCSP whether the server’s certificate is revoked. "
                                + "That is not tried here, so Connect may end otherwise.")));
        assertTrue(texts(".pg-outlook-more").stream().noneMatch(words -> words.startsWith("Same checks")));
        picture("certificates-outlook-unlooked");
    }
}
