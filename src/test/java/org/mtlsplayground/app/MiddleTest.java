package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** Client, somebody in the middle, and server, in one diagram. */
class MiddleTest extends WindowTest {
    private static final String FIRST = "client and middle: ";
    private static final String SECOND = "middle and server: ";

    private ListView<?> diagram() {
        return (ListView<?>)
                robot.from(node(".pg-compare")).lookup(".pg-rows-list").query();
    }

    private List<String> lines() {
        robot.interact(() -> diagram().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        StringBuilder text = new StringBuilder();
        robot.interact(() -> text.append(Clipboard.getSystemClipboard().getString()));
        return text.toString().lines().toList();
    }

    private static List<String> names(List<String> lines, String of) {
        return lines.stream()
                .filter(line -> line.startsWith(of))
                .map(line -> line.substring(of.length()).trim().split(" {2,}", -1)[3])
                .toList();
    }

    @Test
    void mutualTlsStopsTheOneInTheMiddle() throws Exception {
        resize(1440, 900);
        robot.interact(() -> ((TextField) node("#server #port")).setText("0"));
        openLibrary();
        assertTrue(!node("#in-the-middle").isVisible());
        robot.write("mutual tls stops");
        robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
        await("played", () -> node("#in-the-middle").isVisible());
        robot.push(KeyCode.SHIFT, KeyCode.F8);
        await("both are read", () -> {
            List<String> names = names(lines(), SECOND);
            return names(lines(), FIRST).size() > 10
                    && (names.contains("Alert: bad_certificate (42)")
                            || names.contains("Alert: certificate_required (116)"));
        });
        List<String> lines = lines();
        assertEquals("ClientHello", names(lines, FIRST).get(0));
        assertEquals("ClientHello", names(lines, SECOND).get(0));
        int begin = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).startsWith(SECOND))
                .findFirst()
                .orElseThrow();
        // Nothing goes to the server before the client has finished its handshake with the middle and said something.
        assertTrue(names(lines.subList(0, begin), FIRST).contains("Application data"), lines::toString);
        Screenshots.take(scene(), "middle-light-1440x900");
        click("#theme");
        resize(1024, 700);
        Screenshots.take(scene(), "middle-dark-1024x700");

        assertEquals("The client took somebody in the middle for the server", headline(0));
        robot.interact(() -> diagram().requestFocus());
        robot.push(KeyCode.HOME);
        List<String> passed = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            passed.add(row());
            robot.push(KeyCode.DOWN);
        }
        assertTrue(passed.stream().allMatch(row -> row.contains("row=Arrow[")), passed::toString);
        assertEquals(6, Set.copyOf(passed).size(), "from message to message");
        robot.push(KeyCode.END);
        assertTrue(row().contains("row=Arrow["), this::row);

        robot.interact(() -> {
            int last = diagram().getItems().size() - 1;
            for (int i = last; i >= 0; i--) {
                if (diagram().getItems().get(i).toString().contains("CertificateRequest")) {
                    diagram().getSelectionModel().select(i);
                }
            }
        });
        await("the inspector shows it", () -> about().startsWith("CertificateRequest · server → client"));
        robot.interact(() -> diagram().requestFocus());
        robot.push(KeyCode.ESCAPE);
        await("back", () -> node("#columns").isVisible());
        restart();
        await(
                "nobody is left listening",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("mtls-accept")));
    }

    private String row() {
        return String.valueOf(diagram().getSelectionModel().getSelectedItem());
    }

    private String headline(int of) {
        return robot.from(node(".pg-compare")).lookup(".pg-verdict-headline").<Text>queryAllAs(Text.class).stream()
                .skip(of)
                .findFirst()
                .orElseThrow()
                .getText();
    }

    private String about() {
        return ((Labeled) node(".pg-inspector-about")).getText();
    }
}
