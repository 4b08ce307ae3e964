package org.mtlsplayground.ui.certificates;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.LatestWork;

/** Searches all certificates of the tree, while one types; Enter goes on to the next one found, Escape ends it. */
public final class SearchBar extends HBox {
    private final TextField field = new TextField();
    private final Label count = new Label();
    private CertificatesModel model;
    private FieldList fields;
    private LatestWork searching;
    private List<ChainEntry.Present> found = List.of();

    public SearchBar() {
        getStyleClass().add("pg-cert-search");
        field.setPromptText(Messages.get("certificates.search.prompt"));
        field.setAccessibleText(Messages.get("certificates.search"));
        field.textProperty().addListener((property, before, now) -> search());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        count.getStyleClass().add("pg-cert-search-count");
        count.setMinWidth(USE_PREF_SIZE);
        IconButton close = new IconButton(Feather.X, Messages.get("certificates.search.close"));
        close.setOnAction(event -> close());
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().setAll(field, count, close);
        setVisible(false);
        setManaged(false);
    }

    /** Joins it to what is searched; to be called once. */
    void attach(CertificatesModel itsModel, FieldList itsFields, Background background) {
        model = itsModel;
        fields = itsFields;
        searching = new LatestWork(background, "search-certificates");
        model.chainsProperty().addListener((property, before, now) -> {
            if (isVisible()) {
                search();
            }
        });
        model.detailsProperty().addListener((property, before, now) -> {
            if (isVisible()) {
                fields.goToFound();
            }
        });
    }

    /** Opens it, with the keyboard in it. */
    void open() {
        setVisible(true);
        setManaged(true);
        field.requestFocus();
        field.selectAll();
        search();
    }

    /** Ends the search; what was found last stays selected. */
    void close() {
        setVisible(false);
        setManaged(false);
        found = List.of();
        fields.mark("");
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER, DOWN -> next(event.isShiftDown() ? -1 : 1);
            case UP -> next(-1);
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        if (event.getCode() != KeyCode.ENTER || !found.isEmpty()) {
            event.consume();
        }
    }

    private void search() {
        String text = field.getText();
        fields.mark(text.strip());
        List<ChainEntry.Present> all = model.certificates();
        searching.run(() -> Finder.find(text, all), this::take, failure -> take(List.of()));
    }

    private void take(List<ChainEntry.Present> hits) {
        found = hits;
        if (!found.isEmpty() && !found.contains(model.selectedProperty().get())) {
            model.selectedProperty().set(found.get(0));
        } else {
            fields.goToFound();
        }
        tell();
    }

    private void next(int step) {
        if (found.isEmpty()) {
            return;
        }
        int at = found.indexOf(model.selectedProperty().get());
        model.selectedProperty().set(found.get(Math.floorMod(at < 0 ? 0 : at + step, found.size())));
        tell();
    }

    private void tell() {
        int at = found.indexOf(model.selectedProperty().get());
        count.setText(
                field.getText().isBlank()
                        ? ""
                        : found.isEmpty()
                                ? Messages.get("certificates.search.none")
                                : Messages.get("certificates.search.count", at + 1, found.size()));
    }
}
