package org.mtlsplayground.ui.certificates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.pki.detail.Comparison.Outcome;
import org.mtlsplayground.ui.common.hex.HexPlaces;
import org.mtlsplayground.ui.common.hex.HexView;
import org.testfx.framework.junit5.Start;

/** Two certificates beside each other, the search, and the ways between fields and bytes. */
class ComparisonTest extends PanelRoom {
    @Start
    void start(Stage stage) {
        build(stage);
    }

    @BeforeEach
    void chains() throws Exception {
        show(
                group("Client presented", Origin.CLIENT_PRESENTED, "client.crt", "client_ca.crt"),
                group("Server presented", Origin.SERVER_PRESENTED, "server.crt", "server_ca.crt"));
    }

    @SuppressWarnings("unchecked")
    private ListView<Differences.Row> rows() {
        return (ListView<Differences.Row>) node(".pg-compare-rows");
    }

    private Differences.Row row(String label) {
        return rows().getItems().stream()
                .filter(row -> row.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoCertificatesFieldByField() {
        robot.clickOn("Compare…");
        assertTrue(text(".pg-compare .pg-cert-nothing-text").contains("alice"));
        picture("certificates-compare-pick");
        robot.clickOn("server.mtls.example.org");
        await("both", () -> rows() != null && !rows().getItems().isEmpty());
        assertEquals(Outcome.DIFFERENT, row("Subject").outcome());
        assertEquals("CN=alice, O=mTLS Playground", row("Subject").left());
        assertEquals(
                "CN=server.mtls.example.org, O=mTLS Playground", row("Subject").right());
        assertEquals(Outcome.EQUAL, row("Version").outcome());
        assertEquals("≠", text(".pg-compare-is-different .label"), "not by colour alone");
        picture("certificates-compare");
        int all = rows().getItems().size();
        robot.clickOn("Only differences");
        assertTrue(rows().getItems().size() < all);
        assertTrue(rows().getItems().stream().noneMatch(Differences.Row::isEqual));
        robot.clickOn(".pg-compare-rows").push(KeyCode.HOME).push(KeyCode.CONTROL, KeyCode.C);
        assertEquals(
                "Subject: CN=alice, O=mTLS Playground / CN=server.mtls.example.org, O=mTLS Playground", clipboard());
        robot.push(KeyCode.ESCAPE);
        assertFalse(node(".pg-compare").isVisible());
        assertEquals("server.mtls.example.org", text(".pg-cert-name"));
    }

    @Test
    void theSearchGoesThroughAllCertificates() {
        robot.clickOn("alice").push(KeyCode.CONTROL, KeyCode.F).write("demo");
        await("all four", () -> text(".pg-cert-search-count").endsWith("of 4"));
        robot.push(KeyCode.ENTER);
        String second = text(".pg-cert-search-count");
        robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        await("back", () -> !text(".pg-cert-search-count").equals(second));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("server.mtls");
        await("one", () -> text(".pg-cert-search-count").equals("1 of 1"));
        await("shown", () -> text(".pg-cert-name").equals("server.mtls.example.org"));
        await("marked", () -> node(".pg-cert-field:found") != null);
        picture("certificates-search");
        robot.push(KeyCode.CONTROL, KeyCode.A).write("nobody has this");
        await("none", () -> text(".pg-cert-search-count").equals("none"));
        robot.push(KeyCode.ESCAPE);
        assertFalse(node(".pg-cert-search").isVisible());
        assertEquals("server.mtls.example.org", text(".pg-cert-name"));
    }

    @Test
    void aFieldUnfoldsAndLeadsToItsBytes() {
        robot.clickOn("email:alice@mtls.example.org");
        await("unfolded", () -> node(".pg-cert-more") != null);
        assertTrue(texts(".pg-cert-more-see").contains("RFC 5280 §4.2.1.6, RFC 9525 §6"));
        assertTrue(texts(".pg-cert-more-origin").contains("subjectAltName · 2.5.29.17"));
        picture("certificates-field-unfolded");
        robot.clickOn(".pg-cert-more-link");
        await("the bytes", () -> node(".pg-asn1").isVisible());
        Asn1View view = (Asn1View) node(".pg-asn1");
        var extension =
                fromFx(() -> view.tree().getSelectionModel().getSelectedItem().getValue());
        assertEquals("SEQUENCE", extension.type());
        HexView hex = view.hex();
        assertEquals(extension.range().offset(), hex.marks().field().start());
        assertEquals(extension.range().end(), hex.marks().field().end());
        picture("certificates-asn1");
        // And from the bytes to the tree.
        onFx(() -> view.tree().getSelectionModel().select(0));
        robot.clickOn(fromFx(() -> HexPlaces.of(hex, 4)));
        assertEquals(
                4,
                fromFx(() -> view.tree()
                        .getSelectionModel()
                        .getSelectedItem()
                        .getValue()
                        .offset()));
        robot.clickOn("PEM");
        picture("certificates-pem");
    }
}
