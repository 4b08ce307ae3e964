package org.mtlsplayground.ui.files;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Notice;
import org.mtlsplayground.ui.common.PopOvers;
import org.mtlsplayground.ui.common.SavePicker;

/** The menu that writes connections into files. While there are none it can't be opened, and its tool tip says why. */
final class ExportButton extends StackPane {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SAVE_ALL =
            new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final Exports exports;
    private final Desk desk;
    private final FilesFeature.Pickers pickers;
    private final MenuButton button = new MenuButton(Messages.get("files.export"));

    ExportButton(
            Exports exports,
            Desk desk,
            FilesFeature.Pickers pickers,
            BooleanExpression none,
            Optional<SecretsSwitch> secrets) {
        this.exports = exports;
        this.desk = desk;
        this.pickers = pickers;
        button.setId("export");
        button.getStyleClass().add("pg-tool-menu");
        button.setMnemonicParsing(false);
        button.getItems()
                .addAll(
                        item("files.export.one", new What(false, What.Format.CAPTURE), SAVE),
                        item("files.export.all", new What(true, What.Format.CAPTURE), SAVE_ALL),
                        new SeparatorMenuItem(),
                        item("files.export.keyLog.one", new What(false, What.Format.KEY_LOG), null),
                        item("files.export.keyLog.all", new What(true, What.Format.KEY_LOG), null),
                        new SeparatorMenuItem(),
                        item("files.export.report", new What(false, What.Format.REPORT), null),
                        item("files.export.report.secrets", new What(false, What.Format.REPORT_WITH_SECRETS), null),
                        item("files.export.svg", new What(false, What.Format.DIAGRAM_SVG), null),
                        item("files.export.png", new What(false, What.Format.DIAGRAM_PNG), null));
        secrets.ifPresent(this::addSwitch);
        button.disableProperty().bind(none);
        getChildren().add(button);
        tellWhyDisabled(none);
    }

    private void addSwitch(SecretsSwitch secrets) {
        CheckMenuItem append = new CheckMenuItem(Messages.get("files.export.append", secrets.file()));
        append.setMnemonicParsing(false);
        append.selectedProperty().bindBidirectional(secrets.onProperty());
        button.getItems().addAll(new SeparatorMenuItem(), append);
    }

    /** A tool tip of the frame, as what is disabled gets none. */
    private void tellWhyDisabled(BooleanExpression none) {
        Tooltip why = new Tooltip(Messages.get("files.export.nothing"));
        Runnable show = () -> {
            if (none.get()) {
                Tooltip.install(this, why);
            } else {
                Tooltip.uninstall(this, why);
            }
        };
        none.addListener((property, before, now) -> show.run());
        show.run();
    }

    private MenuItem item(String key, What what, KeyCombination keys) {
        MenuItem item = new MenuItem(Messages.get(key));
        item.setMnemonicParsing(false);
        item.setAccelerator(keys);
        item.setOnAction(event -> begin(what));
        return item;
    }

    private void begin(What what) {
        if (!exports.any(what)) {
            desk.tell(new Notice(
                    Hint.Kind.INFO,
                    Messages.get("files.failed.title"),
                    Messages.get("files.export.nothing"),
                    List.of()));
        } else if (exports.toldProperty().get() || !what.format().isRevealing()) {
            pick(what);
        } else {
            tellOnce(what);
        }
    }

    private void tellOnce(What what) {
        Label title = new Label(Messages.get("files.reveal.title"));
        title.getStyleClass().add("pg-title");
        Label text = new Label(Messages.get("files.reveal"));
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        Button export = new Button(Messages.get("files.reveal.export"));
        export.setDefaultButton(true);
        Button cancel = new Button(Messages.get("files.reveal.cancel"));
        cancel.setCancelButton(true);
        HBox buttons = new HBox(export, cancel);
        buttons.getStyleClass().add("pg-buttons");
        VBox content = new VBox(title, text, buttons);
        content.setId("reveal");
        content.getStyleClass().add("pg-question");
        content.getStylesheets().add(FilesFeature.styleSheet());
        PopOver popOver = PopOvers.show(button, content);
        export.setOnAction(event -> {
            popOver.hide();
            exports.toldProperty().set(true);
            pick(what);
        });
        cancel.setOnAction(event -> popOver.hide());
    }

    private void pick(What what) {
        What.Format format = what.format();
        SavePicker picker = format.isReport()
                ? pickers.reports()
                : format == What.Format.CAPTURE ? pickers.captures() : pickers.keyLogs();
        String title = format.isReport()
                ? "files.export.report.title"
                : format == What.Format.CAPTURE ? "files.export.title" : "files.export.keyLog.title";
        picker.save(getScene().getWindow(), Messages.get(title), exports.suggestedName(what))
                .ifPresent(file -> exports.write(what, file));
    }
}
