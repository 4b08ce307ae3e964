package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ui.common.Screenshots;

/** The certificates of the cards and of a connection in the window, and what is foretold before anyone connects. */
class CertificatesTabTest extends WindowTest {
    private static final String SAMPLES = Path.of("sample-certs").toAbsolutePath() + "/";

    @Test
    void whatIsForetoldComesTrue() throws Exception {
        resize(1440, 900);
        robot.clickOn("Certificates");
        await("the client’s leaf", () -> name().equals("alice"));
        await("foretold", () -> said(".pg-outlook-sentence").startsWith("It would work: both sides"));
        Screenshots.take(scene(), "certificates-window-light-1440x900");
        robot.clickOn(".pg-outlook-unfolds");

        type("#client #chain .text-field", SAMPLES + "client-expired.crt");
        type("#client #key .text-field", SAMPLES + "client-expired.key");
        await("live", () -> said(".pg-outlook-sentence").equals("The server would refuse the client’s certificate"));
        await("why", () -> texts(".pg-outlook-reason").stream().anyMatch(words -> words.contains("expired at")));
        await("the new leaf", () -> said(".pg-cert-badge").equals("expired"));
        click("#theme");
        Screenshots.take(scene(), "certificates-window-dark-1440x900");

        startServer();
        robot.push(KeyCode.F5);
        await("refused", () -> text("#client #pill").equals("refused"));
        await("what was presented", () -> texts(".pg-cert-heading .label").contains("Client presented"));
        assertEquals("#1 and the cards", text(".pg-inspector-about"));
        resize(1920, 1080);
        Screenshots.take(scene(), "certificates-window-dark-1920x1080");
        resize(1024, 700);
        Screenshots.take(scene(), "certificates-window-dark-1024x700");
        assertTrue(name().equals("alice"), name());
    }

    private String name() {
        return said(".pg-cert-name");
    }

    /** What a label says; empty while it is not there. */
    private String said(String selector) {
        return texts(selector).stream().findFirst().orElse("");
    }

    private List<String> texts(String selector) {
        return scene().getRoot().lookupAll(selector).stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }
}
