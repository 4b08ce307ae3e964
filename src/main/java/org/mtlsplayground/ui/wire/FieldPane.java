package org.mtlsplayground.ui.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.mtlsplayground.dissect.FieldChange;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.ui.common.Segments;
import org.mtlsplayground.wire.Splice;

/** Where the user writes what a field is to say. For use on the FX thread. */
final class FieldPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    /** As many bytes as one line has room for in hex. */
    private static final int LINE = 24;

    /**
     * What is changed.
     *
     * @param at where the message begins in the record
     * @param record as it was sent
     * @param others what else is done to fields of it
     */
    record Job(FieldChange field, int at, byte[] record, List<Splice> others) {}

    private final Job job;
    private final BiConsumer<String, Splice> take;
    private final TextInputControl input;
    private final Label state = new Label();
    private final Button done = new Button(Messages.get("alter.change.done"));
    private final ObjectProperty<FieldWriting> writing = new SimpleObjectProperty<>(this, "writing");
    private final VBox root = new VBox();

    /**
     * @param now what the field says, or already is to say
     * @param take what is done with it, and how the user wrote it
     */
    FieldPane(Job job, byte[] now, BiConsumer<String, Splice> take) {
        this.job = job;
        this.take = take;
        List<FieldWriting> ways = FieldWriting.of(job.field().name());
        writing.set(ways.stream().filter(way -> way.suits(now)).findFirst().orElse(FieldWriting.HEX));
        boolean isLong = job.field().content().length > LINE && writing.get() != FieldWriting.TEXT;
        input = isLong ? area() : line();
        input.setId("alter-field-input");
        input.setText(writing.get().write(now));
        input.textProperty().addListener((property, before, text) -> judge());
        writing.addListener((property, before, way) -> rewrite(before, way));
        done.setId("alter-field-done");
        done.getStyleClass().addAll("accent", "pg-primary");
        done.setDefaultButton(true);
        done.setOnAction(event -> change());
        done.setMinWidth(Button.USE_PREF_SIZE);
        state.getStyleClass().add("pg-alter-state");
        state.setWrapText(true);
        Label hint = new Label(hint());
        hint.getStyleClass().add("pg-wire-hint");
        hint.setWrapText(true);
        Label title = new Label(Messages.get("alter.field.title", job.field().name()));
        title.getStyleClass().add("pg-wire-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox top = new HBox(title);
        top.setAlignment(Pos.CENTER_LEFT);
        if (ways.size() > 1) {
            top.getChildren().add(segments(ways));
        }
        HBox bottom = new HBox(state, done);
        bottom.setAlignment(Pos.CENTER_LEFT);
        bottom.getStyleClass().add("pg-alter-change");
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        root.getStylesheets().add(StepBar.styleSheet());
        root.getStyleClass().addAll("pg-alter-change", "pg-alter-field");
        root.getChildren().setAll(top, input, bottom, hint);
        judge();
    }

    /** All of it. */
    Node root() {
        return root;
    }

    /** The user may write at once, over what is there; a list is more often altered at one place. */
    void begin() {
        input.requestFocus();
        if (input instanceof TextField) {
            input.selectAll();
        } else {
            input.positionCaret(0);
        }
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(8);
        return area;
    }

    private TextField line() {
        TextField line = new TextField();
        line.setOnAction(event -> change());
        return line;
    }

    private HBox segments(List<FieldWriting> ways) {
        Map<ToggleButton, FieldWriting> buttons = new LinkedHashMap<>();
        for (FieldWriting way : ways) {
            ToggleButton button = new ToggleButton(way.words());
            button.getStyleClass().addAll("pg-segment", buttons.isEmpty() ? "left-pill" : "right-pill");
            button.setMnemonicParsing(false);
            buttons.put(button, way);
        }
        Segments.bind(buttons, writing);
        HBox both = new HBox();
        both.getChildren().setAll(buttons.keySet());
        both.getStyleClass().add("pg-wire-mode");
        return both;
    }

    private String hint() {
        FieldChange field = job.field();
        String first = field.isFixed()
                ? Messages.get("alter.field.hint.fixed", Sizes.words(field.content().length))
                : Messages.get("alter.field.hint");
        return field.isEntry() ? first + " " + Messages.get("alter.field.hint.entry") : first;
    }

    private void rewrite(FieldWriting before, FieldWriting way) {
        byte[] content = content(before).orElseGet(job.field()::content);
        input.setText(
                way.suits(content) ? way.write(content) : way.write(job.field().content()));
        judge();
    }

    private Optional<byte[]> content(FieldWriting way) {
        try {
            return Optional.of(way.read(input.getText()));
        } catch (FieldWriting.Unreadable e) {
            return Optional.empty();
        }
    }

    /** What would be done; empty while what is written is no content for the field. */
    private Optional<Splice> splice() {
        return content(writing.get())
                .map(content -> job.field().to(job.at(), content))
                .filter(splice -> job.field()
                        .objection(splice, job.record(), job.others())
                        .isEmpty());
    }

    private void judge() {
        Optional<String> problem = problem();
        done.setDisable(problem.isPresent());
        state.pseudoClassStateChanged(WRONG, problem.isPresent());
        state.setText(problem.orElseGet(() -> count(splice().orElseThrow())));
    }

    private String count(Splice splice) {
        int count = splice.bytes().length;
        int more = count - job.field().content().length;
        String key = more == 0 ? "alter.field.same" : more > 0 ? "alter.field.more" : "alter.field.fewer";
        return Messages.get(key, Sizes.words(count), Sizes.grouped(Math.abs(more)));
    }

    private Optional<String> problem() {
        byte[] content;
        try {
            content = writing.get().read(input.getText());
        } catch (FieldWriting.Unreadable e) {
            return Optional.of(e.getMessage());
        }
        Splice splice = job.field().to(job.at(), content);
        return job.field()
                .objection(splice, job.record(), job.others())
                .map(no ->
                        Messages.get("alter.field.no." + no.objection(), no.of(), Sizes.words(no.number()), no.rfc()));
    }

    private void change() {
        splice().ifPresent(splice -> take.accept(input.getText(), splice));
    }
}
