package org.mtlsplayground.ui.inspector;

import java.util.function.IntConsumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.ui.common.Empty;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.inspector.KeySchedule.Box;

/** How the secrets of a connection come about. Their values are hidden until the user asks for each one. */
public final class KeysView {
    private final Parent root;
    private final KeyDiagram diagram;
    private KeyFacts facts;
    private String chosen = "";

    @FXML
    private Empty nothing;

    @FXML
    private Node parts;

    @FXML
    private ScrollPane scroll;

    @FXML
    private VBox picture;

    @FXML
    private Label origins;

    @FXML
    private ExplanationPane explanation;

    /** @param onRecord goes to a record, which the user asked for by its number */
    public KeysView(IntConsumer onRecord) {
        root = Fxml.load(this, "keys.fxml");
        root.getStylesheets().add(KeysView.class.getResource("keys.css").toExternalForm());
        root.getStylesheets().add(KeysView.class.getResource("message.css").toExternalForm());
        diagram = new KeyDiagram(onRecord, this::choose);
        picture.getChildren().add(diagram);
        // The picture may be wider than there is room for; the words need not be.
        scroll.viewportBoundsProperty()
                .addListener((property, before, now) ->
                        origins.setMaxWidth(now.getWidth() - picture.snappedLeftInset() - picture.snappedRightInset()));
        show(KeyFacts.NONE);
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** Shows the secrets of a connection in place of what was there. For another connection all values are hidden again. */
    public void show(KeyFacts now) {
        if (now.equals(facts)) {
            return;
        }
        boolean another = facts == null || facts.connection() != now.connection();
        facts = now;
        KeyWords words = new KeyWords(now);
        KeySchedule schedule = KeySchedule.of(now);
        boolean any = !schedule.boxes().isEmpty();
        nothing.setVisible(!any);
        parts.setVisible(any);
        nothing.setText(words.nothing());
        if (another) {
            diagram.hideValues();
            scroll.setVvalue(0);
            chosen = "";
        }
        diagram.show(schedule, words);
        origins.setText(words.origins());
        origins.setVisible(!origins.getText().isEmpty());
        origins.setManaged(origins.isVisible());
        schedule.boxes().stream()
                .filter(box -> box.id().equals(chosen))
                .findFirst()
                .or(() -> schedule.boxes().stream()
                        .filter(box -> box.id().equals(DerivedSecret.MASTER))
                        .findFirst())
                .ifPresent(this::choose);
    }

    private void choose(Box box) {
        chosen = box.id();
        diagram.choose(chosen);
        explanation.show(new KeyWords(facts).explained(box));
    }
}
