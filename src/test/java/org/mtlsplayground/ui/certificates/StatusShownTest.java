package org.mtlsplayground.ui.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.revocation.Authority;
import org.mtlsplayground.ca.revocation.CrlFiles;
import org.mtlsplayground.ca.revocation.OcspResponder;
import org.mtlsplayground.ca.revocation.Revocation;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.status.OcspStatement;
import org.mtlsplayground.pki.status.RevocationReason;
import org.mtlsplayground.ui.certificates.FieldRow.Tone;
import org.testfx.framework.junit5.Start;

/** Revocation lists that are opened in the panel, and stapled OCSP responses. */
class StatusShownTest extends PanelRoom {
    private static final BigInteger OTHER = new BigInteger("01ABCDEF", 16);

    private final Authority authority =
            new Authority(NewCertificate.authority("Listing CA").create());
    private final Identity alice = authority.issue(NewCertificate.client("alice"));

    @Start
    void start(Stage stage) {
        build(stage);
    }

    private FieldRow row(String label) {
        return fromFx(() -> ((FieldList) node(".pg-status-view .pg-cert-fields"))
                .rows().stream()
                        .filter(row -> row.label().equals(label))
                        .findFirst()
                        .orElseThrow());
    }

    private String shown(String style) {
        return text(".pg-status-view " + style);
    }

    private Path list(Instant from, Instant until) throws Exception {
        Path file = folder.resolve("list.crl");
        CrlFiles.writePem(file, authority.newCrl(from, until));
        return file;
    }

    @Test
    @SuppressWarnings("unchecked")
    void aListSaysWhoseItIsAndWhomItRevokes() throws Exception {
        Instant now = Instant.now();
        authority.revoke(
                alice.leaf().getSerialNumber(),
                new Revocation(Instant.parse("2026-02-03T04:05:06Z"), RevocationReason.KEY_COMPROMISE));
        authority.enter(NewCertificate.client("bob")
                .serial(OTHER)
                .issuedBy(authority.identity())
                .create()
                .leaf());
        authority.revoke(OTHER, new Revocation(Instant.parse("2026-03-04T05:06:07Z"), RevocationReason.UNSPECIFIED));
        open(list(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(9))));
        await("the list", () -> shown(".pg-cert-name").equals("Listing CA"));
        assertEquals("1 revocation list", text(".pg-cert-file-heading .pg-cert-note"));
        assertEquals("current", shown(".pg-cert-badge"));
        assertEquals("CN=Listing CA", row("Issuer").value());
        assertEquals(Tone.PLAIN, row("Issuer").words().tone(), "nobody here can have signed it");
        assertEquals("2 certificates", row("Revoked").value());

        // As soon as the CA and one of the certificates are at hand.
        onFx(() -> panel.show(List.of(new CertificateGroup(
                "Client’s file", List.of(alice.leaf(), authority.identity().leaf()), "", Origin.CLIENT_CHAIN))));
        await("signed", () -> row("Issuer").words().text().equals("signed by the key of Listing CA"));
        assertEquals("among them alice", row("Revoked").words().text());
        assertEquals(Tone.WARN, row("Revoked").words().tone());
        assertEquals("1", row("CRL number").value());
        picture("certificates-crl");
        robot.clickOn(".pg-status-view .center-pill");
        await("the two", () -> texts(".pg-revoked-reason").size() == 2);
        ListView<StatusDetails.Revoked> all = (ListView<StatusDetails.Revoked>) node(".pg-revoked-list");
        assertEquals(
                List.of(
                        serial(OTHER) + " 2026-03-04 05:06:07 UTC no reason given",
                        serial(alice.leaf().getSerialNumber()) + " 2026-02-03 04:05:06 UTC keyCompromise alice"),
                all.getItems().stream().map(RevokedCell::line).toList());
        picture("certificates-crl-revoked");
    }

    private static String serial(BigInteger number) {
        String hex = String.format("%02X", number);
        String whole = hex.length() % 2 == 0 ? hex : "0" + hex;
        return whole.replaceAll("(..)(?=.)", "$1:");
    }

    @Test
    void aListThatIsOverSaysSo() throws Exception {
        Instant now = Instant.now();
        open(list(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2))));
        await("the list", () -> shown(".pg-cert-badge").equals("out of date"));
        assertEquals(Tone.BAD, row("Next update").words().tone());
        assertEquals("0 certificates", row("Revoked").value());
    }

    private byte[] answered() throws Exception {
        try (OcspResponder responder = OcspResponder.start(authority, OcspResponder.Settings.usual(), asked -> {})) {
            CertificateID id = new CertificateID(
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                    new JcaX509CertificateHolder(authority.identity().leaf()),
                    alice.leaf().getSerialNumber());
            byte[] request = new OCSPReqBuilder().addRequest(id).build().getEncoded();
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(responder.address())
                                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private void show(byte[] response) {
        StatusDocument stapled =
                new StatusDocument.Ocsp(response, OcspStatement.of(response).orElseThrow());
        onFx(() -> panel.show(List.of(new CertificateGroup(
                "Server presented",
                List.of(alice.leaf(), authority.identity().leaf()),
                "#1",
                List.of(),
                "",
                Origin.SERVER_PRESENTED,
                List.of(stapled)))));
    }

    @Test
    void aStapledResponseSaysWhatItsResponderKnows() throws Exception {
        show(answered());
        await("its line", () -> texts(".pg-cert-entry .label").contains("OCSP response"));
        robot.clickOn("OCSP response");
        await("good", () -> shown(".pg-cert-badge").equals("not revoked"));
        assertEquals("not revoked", row("Status").value());
        assertEquals(Tone.GOOD, row("Status").words().tone());
        assertEquals("that of alice", row("Serial number").words().text());
        assertEquals("CN=Listing CA", row("Responder").value());
        assertEquals("signed by the key of Listing CA", row("Responder").words().text());
        assertTrue(row("This update").value().endsWith(" UTC"));
        picture("certificates-ocsp");

        authority.revoke(alice.leaf().getSerialNumber(), Revocation.now(RevocationReason.SUPERSEDED));
        show(answered());
        await("its line", () -> texts(".pg-cert-entry .label").contains("revoked"));
        robot.clickOn("OCSP response");
        await("revoked", () -> shown(".pg-cert-badge").equals("revoked"));
        assertEquals("superseded", row("Revoked at").words().text());
        assertEquals(Tone.BAD, row("Status").words().tone());
    }
}
