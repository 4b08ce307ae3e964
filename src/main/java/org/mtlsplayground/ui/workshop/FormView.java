package org.mtlsplayground.ui.workshop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.mtlsplayground.ca.AlternativeName;
import org.mtlsplayground.ca.KeyKind;
import org.mtlsplayground.ca.KeyUse;
import org.mtlsplayground.ca.Purpose;
import org.mtlsplayground.ca.SignatureAlgorithm;
import org.mtlsplayground.ca.WrongInput.Field;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Fold;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.InputMarks;
import org.mtlsplayground.ui.common.Segments;

/** The form in which all of a certificate can be set: joins the layout to the view-model. */
final class FormView {
    private static final long DAY = 1;
    private static final long QUARTER = 90;

    private final FormModel model;
    private final FormInputs inputs;
    private final Runnable onRequest;
    private final FormChoices choices;
    private final FormExtras more;
    private final Parent root;

    @FXML
    private ScrollPane scroll;

    @FXML
    private HBox basisLine;

    @FXML
    private Label basis;

    @FXML
    private ToggleButton client;

    @FXML
    private ToggleButton server;

    @FXML
    private ToggleButton intermediate;

    @FXML
    private ToggleButton rootKind;

    @FXML
    private ToggleButton other;

    @FXML
    private TextField commonName;

    @FXML
    private ComboBox<Issuer> issuer;

    @FXML
    private HintLine subjectHint;

    @FXML
    private HintLine issuerHint;

    @FXML
    private Fold namesFold;

    @FXML
    private ChipField names;

    @FXML
    private HintLine namesHint;

    @FXML
    private TextField attributes;

    @FXML
    private Fold keyFold;

    @FXML
    private ComboBox<Optional<KeyKind>> key;

    @FXML
    private ComboBox<Optional<SignatureAlgorithm>> signature;

    @FXML
    private HintLine signatureHint;

    @FXML
    private Fold datesFold;

    @FXML
    private TextField from;

    @FXML
    private TextField until;

    @FXML
    private HintLine datesHint;

    @FXML
    private Fold usesFold;

    @FXML
    private FlowPane purposes;

    @FXML
    private ChipField otherPurposes;

    @FXML
    private HintLine purposesHint;

    @FXML
    private CheckBox usualUses;

    @FXML
    private FlowPane uses;

    @FXML
    private VBox extras;

    @FXML
    private Fold faultFold;

    @FXML
    private HintLine faultHint;

    @FXML
    private FaultList faults;

    @FXML
    private Node footer;

    @FXML
    private Label preview;

    @FXML
    private Button make;

    @FXML
    private Button makeRequest;

    /** @param onRequest makes a request of what stands in the form */
    FormView(FormModel model, Shelf shelf, Runnable onRequest) {
        this.model = model;
        this.inputs = model.inputs;
        this.onRequest = onRequest;
        root = Fxml.load(this, "form.fxml");
        more = new FormExtras(model);
        extras.getChildren().setAll(more.root());
        choices = new FormChoices(model, shelf, issuer, key, signature);
        bindTexts();
        bindChips();
        bindChecks();
        bindHints();
        Segments.bind(
                Map.of(
                        client, Kind.CLIENT,
                        server, Kind.SERVER,
                        intermediate, Kind.INTERMEDIATE,
                        rootKind, Kind.ROOT,
                        other, Kind.OTHER),
                model.kindProperty());
        faults.attach(model.faultProperty(), model::faults);
        preview.textProperty().bind(model.previewProperty());
        make.disableProperty().bind(model.soundProperty().not());
        makeRequest.disableProperty().bind(model.soundProperty().not());
        model.revisionProperty().addListener((property, before, now) -> show());
        InputMarks.markCovered(scroll, footer);
        show();
    }

    Parent root() {
        return root;
    }

    /** Opens the part with the faults, and brings it into sight. */
    void openFaults() {
        faultFold.openProperty().set(true);
        root.applyCss();
        root.layout();
        double hidden = scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(
                hidden <= 0 ? 0 : Math.min(1, faultFold.getBoundsInParent().getMinY() / hidden));
    }

    /** Brings the beginning into sight. */
    void top() {
        scroll.setVvalue(0);
        commonName.requestFocus();
    }

    /** Makes it as it stands, with what is still being typed. */
    void makeNow() {
        make.requestFocus();
        make.fire();
    }

    private void bindTexts() {
        bind(commonName, inputs.commonName, "workshop.form.name", model.hint(Field.SUBJECT));
        bind(attributes, inputs.attributes, "workshop.form.attributes", model.hint(Field.SUBJECT));
        bind(from, inputs.from, "workshop.form.from", model.fromMark);
        bind(until, inputs.until, "workshop.form.until", model.untilMark);
    }

    private void bind(TextField field, StringProperty value, String label, ObservableValue<Hint> about) {
        field.textProperty().bindBidirectional(value);
        field.setAccessibleText(Messages.get(label));
        InputMarks.markErrors(field, about);
    }

    private void bindChips() {
        UnaryOperator<String> named = text -> AlternativeName.of(text).toString();
        names.attach(
                inputs.names,
                named,
                text -> AlternativeName.of(text)
                        .problem()
                        .map(why -> WrongWords.sentence(
                                why, AlternativeName.of(text).value())));
        otherPurposes.attach(inputs.otherPurposes, UnaryOperator.identity(), text -> Optional.empty());
    }

    private void bindChecks() {
        usualUses.selectedProperty().bindBidirectional(inputs.usualUses);
        uses.visibleProperty().bind(inputs.usualUses.not());
        uses.managedProperty().bind(inputs.usualUses.not());
        boxes(uses, List.of(KeyUse.values()), KeyUse::term, inputs.uses);
        boxes(purposes, List.of(Purpose.values()), Purpose::term, inputs.purposes);
    }

    private static <T> void boxes(FlowPane pane, List<T> all, Function<T, String> term, ObservableSet<T> chosen) {
        for (T each : all) {
            CheckBox box = new CheckBox(term.apply(each));
            box.setMnemonicParsing(false);
            box.setSelected(chosen.contains(each));
            box.selectedProperty().addListener((property, before, now) -> {
                if (now) {
                    chosen.add(each);
                } else {
                    chosen.remove(each);
                }
            });
            chosen.addListener((SetChangeListener<T>) change -> box.setSelected(chosen.contains(each)));
            pane.getChildren().add(box);
        }
    }

    private void bindHints() {
        Map<HintLine, Field> lines = Map.ofEntries(
                Map.entry(subjectHint, Field.SUBJECT),
                Map.entry(issuerHint, Field.ISSUER),
                Map.entry(namesHint, Field.ALTERNATIVE_NAME),
                Map.entry(signatureHint, Field.SIGNATURE),
                Map.entry(datesHint, Field.VALIDITY),
                Map.entry(purposesHint, Field.EXTENDED_KEY_USAGE));
        lines.forEach((line, field) -> line.hintProperty().bind(model.hint(field)));
    }

    private void show() {
        boolean based = model.basisProperty().get() != FormModel.Basis.RECIPE;
        basisLine.setVisible(based);
        basisLine.setManaged(based);
        basis.setText(model.aboutProperty().get());
        choices.update();
        FoldLines lines = new FoldLines(model);
        namesFold.summaryProperty().set(lines.names());
        keyFold.summaryProperty().set(lines.key());
        datesFold.summaryProperty().set(lines.dates());
        usesFold.summaryProperty().set(lines.uses());
        more.show(lines);
        faultFold.summaryProperty().set(lines.fault());
        faults.show();
        faultHint.hintProperty().set(Hint.info(lines.aboutFaults()));
    }

    @FXML
    void beginAnew() {
        model.start(model.kindProperty().get());
    }

    @FXML
    void oneDay() {
        span(DAY);
    }

    @FXML
    void ninetyDays() {
        span(QUARTER);
    }

    @FXML
    void oneYear() {
        years(1);
    }

    @FXML
    void tenYears() {
        years(10);
    }

    private void span(long days) {
        Instant now = Instant.now();
        valid(now, now.atOffset(ZoneOffset.UTC).plusDays(days).toInstant());
    }

    private void years(long years) {
        Instant now = Instant.now();
        valid(now, now.atOffset(ZoneOffset.UTC).plusYears(years).toInstant());
    }

    @FXML
    void expiredYesterday() {
        Instant yesterday = Instant.now().atOffset(ZoneOffset.UTC).minusDays(1).toInstant();
        valid(yesterday.atOffset(ZoneOffset.UTC).minusYears(1).toInstant(), yesterday);
    }

    @FXML
    void fromTomorrow() {
        Instant tomorrow = Instant.now().atOffset(ZoneOffset.UTC).plusDays(1).toInstant();
        valid(tomorrow, tomorrow.atOffset(ZoneOffset.UTC).plusYears(1).toInstant());
    }

    private void valid(Instant first, Instant last) {
        inputs.from.set(Moments.text(first));
        inputs.until.set(Moments.text(last));
    }

    @FXML
    void make() {
        model.make();
    }

    @FXML
    void makeRequest() {
        onRequest.run();
    }
}
