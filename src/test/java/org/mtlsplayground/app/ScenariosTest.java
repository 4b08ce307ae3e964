package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.Catalogue;
import org.mtlsplayground.scenario.Expectation;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.Screenshots;
import org.testfx.util.WaitForAsyncUtils;

/** A scenario chosen, predicted, run and mended in the window, by keyboard and mouse. */
class ScenariosTest extends WindowTest {
    private static final List<String> IN_CARDS = List.of(
            "resumed",
            "client-garbage",
            "server-garbage",
            "client-revoked-list",
            "client-not-allowed",
            "server-ocsp-down",
            "no-common-group",
            "client-record-altered",
            "middle-mutual",
            "pkcs12-wrong-password");

    @Test
    void aScenarioIsChosenPredictedRunAndMended() throws Exception {
        resize(1440, 900);
        robot.interact(() -> ((TextField) node("#server #port")).setText("0"));
        String own = path("#server #trust");
        openLibrary();
        robot.push(KeyCode.ESCAPE);
        await("closed", () -> !node("#library").isVisible());
        openLibrary();
        robot.write("from an unknown CA");
        robot.push(KeyCode.DOWN);
        await("the cards are filled", () -> text("#client #chain .pg-hint").contains("“Unknown Root CA” is missing"));
        assertEquals("Client certificate from an unknown CA", text("#scenario"));
        await("the cards are filled", () -> text("#server #trust .pg-hint").equals("Demo Client Root"));

        click("#who-SERVER");
        answer("#message", "the client’s Certificate");
        answer("#alert", "unknown_ca .48.");
        Screenshots.take(scene(), "scenarios-light-1440x900");
        robot.push(KeyCode.ENTER);
        await("refused", () -> text("#client .pg-pill").equals("refused"));
        await(
                "graded",
                () -> !robot.from(scene().getRoot()).lookup("#grade").queryAll().isEmpty());
        assertFalse(node("#library").isVisible());
        assertEquals(
                "Not as predicted: | the server refuses | the client’s Certificate | "
                        + "certificate_unknown (46), not unknown_ca (48)",
                grade());
        assertTrue(mending().startsWith("Mend it:"), mending());
        Screenshots.take(scene(), "scenarios-light-graded");

        robot.push(KeyCode.F5);
        await("a try", () -> mending().startsWith("Not yet, after one try: The server refused"));
        // The client's own CA becomes one that the server trusts.
        Path chain = Path.of(path("#client #chain"));
        assertTrue(chain.toString().contains("client-unknown-ca"), chain.toString());
        type("#server #trust .text-field", chain.toString());
        await("outdated", () -> node("#server #restartLine").isVisible());
        robot.interact(() -> ((ButtonBase) node("#server #restart")).fire());
        await("restarted", () -> text("#server .pg-pill").startsWith("listening"));
        String pill = text("#server .pg-pill");
        type("#client #port", pill.substring(pill.lastIndexOf(':') + 1));
        robot.push(KeyCode.F5);
        await("connected", () -> text("#client .pg-pill").equals("connected"));
        await("mended", () -> mending().endsWith("after 2 tries."));
        Screenshots.take(scene(), "scenarios-light-mended");

        click("#own-settings");
        assertEquals(own, path("#server #trust"));
        assertEquals("Choose one", text("#scenario"));
        assertFalse(node("#scenario-bar").isVisible());
        await("the files are gone", () -> !Files.exists(chain));
        nothingIsAnsweredForTheNext();
    }

    /** What was answered before is gone, and each box says so. On the wire nothing in the cards mends it. */
    private void nothingIsAnsweredForTheNext() {
        predict(Catalogue.of("downgrade").orElseThrow());
        robot.push(KeyCode.ENTER);
        await("graded", () -> isThere("#grade"));
        assertTrue(mending().startsWith("Mend it: it happens on the wire."), mending());
        click("#leave-wire");
        assertEquals("Mend it: the wire is left alone now. Connect again.", mending());
        openLibrary();
        robot.write("No group");
        robot.push(KeyCode.DOWN);
        await("chosen", () -> text("#scenario").startsWith("No group"));
        for (String box : List.of("#message", "#alert")) {
            ComboBox<?> its = (ComboBox<?>) node("#library " + box);
            assertNotNull(its.getValue(), box + " says that nothing is answered");
        }
        robot.push(KeyCode.ESCAPE);
        click("#own-settings");
    }

    @Test
    void cardsGetBackTheUsersOwnAtTheEnd() throws Exception {
        resize(1024, 700);
        click("#theme");
        String own = path("#client #chain");
        openLibrary();
        robot.interact(() ->
                ((ListView<?>) node(".pg-library-list")).getSelectionModel().select(0));
        await("the cards are filled", () -> text("#scenario").equals("Mutual TLS, all in order"));
        Path chain = Path.of(path("#client #chain"));
        assertTrue(Files.exists(chain));
        Screenshots.take(scene(), "scenarios-dark-1024x700");
        robot.push(KeyCode.CONTROL, KeyCode.PLUS).push(KeyCode.CONTROL, KeyCode.PLUS);
        robot.push(KeyCode.CONTROL, KeyCode.PLUS).push(KeyCode.CONTROL, KeyCode.PLUS);
        WaitForAsyncUtils.waitForFxEvents();
        Node library = node("#library");
        assertTrue(library.localToScene(library.getLayoutBounds()).getMaxX() <= 1024, "within the window");
        assertTrue(library.localToScene(library.getLayoutBounds()).getMaxY() <= 700, "within the window");
        Screenshots.take(scene(), "scenarios-dark-1024x700-large");
        restart();
        assertEquals(own, path("#client #chain"));
        assertFalse(Files.exists(chain.getParent()), "nothing is left");
    }

    /** The cards have to carry what is particular about each of these. */
    @Test
    void whatTheCatalogueExpectsIsWhatHappensInTheCards() {
        robot.interact(() -> ((TextField) node("#server #port")).setText("0"));
        List<String> wrong = new ArrayList<>();
        for (String id : IN_CARDS) {
            Scenario scenario = Catalogue.of(id).orElseThrow();
            predict(scenario);
            robot.push(KeyCode.ENTER);
            await(id + " is graded", () -> isThere("#grade"));
            String grade = grade();
            if (!grade.startsWith("Predicted right:")) {
                wrong.add(id + ": " + grade);
            }
            click("#own-settings");
        }
        assertEquals(List.of(), wrong);
    }

    /** As the catalogue expects it. */
    private void predict(Scenario scenario) {
        TlsVersion version = scenario.versions().contains(TlsVersion.TLS_1_3) ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
        Expectation expected = scenario.expected(version);
        openLibrary();
        robot.interact(() -> {
            ((TextField) node("#library .text-field")).setText(scenario.id());
            ListView<?> list = (ListView<?>) node(".pg-library-list");
            list.getSelectionModel().clearSelection();
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().contains("[id=" + scenario.id() + ",")) {
                    list.getSelectionModel().select(i);
                }
            }
            String who = expected.refusedBy().map(Enum::name).orElse("NOBODY");
            ((ToggleButton) node("#who-" + who)).fire();
            node("#library .text-field").requestFocus();
        });
        expected.message().ifPresent(name -> answer("#message", "(the (client|server)’s )?" + name));
        if (expected.refusedBy().isPresent()) {
            answer("#alert", expected.alert().map(name -> name + " \\(\\d+\\)").orElse("no alert"));
        }
    }

    private boolean isThere(String selector) {
        return !robot.from(scene().getRoot()).lookup(selector).queryAll().isEmpty();
    }

    @SuppressWarnings("unchecked")
    private void answer(String box, String words) {
        robot.interact(() -> {
            ComboBox<Object> its = (ComboBox<Object>) node("#library " + box);
            its.setValue(its.getItems().stream()
                    .filter(item -> its.getConverter().toString(item).matches(words))
                    .findFirst()
                    .orElseThrow());
        });
    }

    private String grade() {
        StringBuilder words = new StringBuilder();
        for (Node answer : ((Pane) node("#grade")).getChildren()) {
            for (Node part : ((Pane) answer).getChildren()) {
                if (part instanceof Label label) {
                    words.append(words.isEmpty() ? "" : " | ").append(label.getText());
                }
            }
        }
        return words.toString();
    }

    private String mending() {
        return ((HintLine) node("#mending")).getText();
    }

    private String path(String field) {
        // It shows the whole path while it has the focus.
        robot.interact(() -> node(field + " .text-field").requestFocus());
        WaitForAsyncUtils.waitForFxEvents();
        return ((TextField) node(field + " .text-field")).getText();
    }
}
