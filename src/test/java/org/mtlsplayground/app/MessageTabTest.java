package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;
import org.mtlsplayground.ui.inspector.FieldNode;
import org.mtlsplayground.ui.timeline.TimelineRow;
import org.testfx.util.WaitForAsyncUtils;

/** The messages and the records of a connection in the window, and the ways between them and the timeline. */
class MessageTabTest extends WindowTest {
    @Test
    void fromTheTimelineToTheMessageToItsRecordAndBack() throws Exception {
        resize(1440, 900);
        type("#server #port", "0");
        click("#server #start");
        await("listening", () -> text("#server #pill").startsWith("listening"));
        type("#client #port", text("#server #pill").replaceAll(".*:", ""));
        assertTrue(node(".pg-message-nothing").isVisible(), "it says what will appear");
        robot.push(KeyCode.F5);
        await("connected", () -> text("#client #pill").equals("connected"));
        await("the first message", () -> about().equals("ClientHello · client → server · sent in clear"));

        robot.clickOn("Certificates");
        robot.clickOn(labelled(".pg-rows-list", "CertificateRequest"));
        assertEquals("Certificates", tab(), "looking at messages steals no tab");
        robot.push(KeyCode.ENTER);
        await("the message", () -> tab().equals("Message"));
        assertEquals("CertificateRequest · server → client · encrypted, shown decrypted", about());
        TreeView<?> fields = (TreeView<?>) node(".pg-field-tree");
        // How far down the name stands depends on how many algorithms the JDK knows.
        robot.interact(() -> fields.scrollTo(rowOf(fields, "CN=Demo Client CA, O=mTLS Playground")));
        robot.clickOn(labelled(".pg-field-tree", "CN=Demo Client CA, O=mTLS Playground"));
        Screenshots.take(scene(), "message-window-light-1440x900");
        double bytes = hex().getBoundsInParent().getWidth();

        robot.clickOn("Records");
        ListView<?> records = (ListView<?>) node(".pg-records");
        assertTrue(!records.getSelectionModel().isEmpty(), "the record of the message is selected");
        robot.interact(() -> records.scrollTo(0));
        robot.clickOn(labelled(".pg-records", "ServerHello"));
        Screenshots.take(scene(), "records-window-light-1440x900");
        robot.push(KeyCode.ENTER);
        await("the message of the record", () -> about().startsWith("ServerHello · server → client"));
        assertEquals(
                "ServerHello",
                ((TimelineRow.Arrow) rows().getSelectionModel().getSelectedItem())
                        .text()
                        .name());

        click("#theme");
        resize(1024, 700);
        await("less room for the bytes", () -> hex().getBoundsInParent().getWidth() < bytes);
        Screenshots.take(scene(), "message-window-dark-1024x700");
        robot.clickOn("Records");
        Screenshots.take(scene(), "records-window-dark-1024x700");
    }

    /** The bytes of the tab that is shown. */
    private Node hex() {
        return robot.lookup((Node shown) -> shown.getStyleClass().contains("pg-hex") && isSeen(shown))
                .query();
    }

    private static boolean isSeen(Node node) {
        return node == null || (node.isVisible() && isSeen(node.getParent()));
    }

    private static int rowOf(TreeView<?> fields, String value) {
        int row = 0;
        while (!((FieldNode) fields.getTreeItem(row).getValue()).words().value().equals(value)) {
            row++;
        }
        return row;
    }

    private Node labelled(String list, String text) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(node(list))
                .lookup((Node shown) -> (shown instanceof Labeled label && text.equals(label.getText()))
                        || (shown instanceof Text words && text.equals(words.getText())))
                .query();
    }

    private String about() {
        return text(".pg-inspector-about");
    }

    private String tab() {
        return ((TabPane) node(".pg-tabs"))
                .getSelectionModel()
                .getSelectedItem()
                .getText();
    }

    @SuppressWarnings("unchecked")
    private ListView<TimelineRow> rows() {
        return (ListView<TimelineRow>) node(".pg-rows-list");
    }
}
