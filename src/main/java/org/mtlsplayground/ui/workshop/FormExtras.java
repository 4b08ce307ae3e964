package org.mtlsplayground.ui.workshop;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.mtlsplayground.ca.AlternativeName;
import org.mtlsplayground.ca.WrongInput.Field;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Fold;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.InputMarks;

/** The parts of the form that are seldom changed: CA, addresses, other extensions. */
final class FormExtras {
    private final FormModel model;
    private final FormInputs inputs;
    private final Parent root;

    @FXML
    private Fold authorityFold;

    @FXML
    private CheckBox authority;

    @FXML
    private VBox constraints;

    @FXML
    private TextField pathLength;

    @FXML
    private HintLine pathHint;

    @FXML
    private ChipField permitted;

    @FXML
    private ChipField excluded;

    @FXML
    private HintLine constraintsHint;

    @FXML
    private Fold addressesFold;

    @FXML
    private ChipField ocsp;

    @FXML
    private HintLine ocspHint;

    @FXML
    private ChipField crl;

    @FXML
    private HintLine crlHint;

    @FXML
    private ChipField caIssuers;

    @FXML
    private HintLine caIssuersHint;

    @FXML
    private CheckBox mustStaple;

    @FXML
    private Fold writingFold;

    @FXML
    private WritingRows writing;

    @FXML
    private Fold extensionsFold;

    @FXML
    private ExtensionRows extensions;

    @FXML
    private HintLine extensionsHint;

    @FXML
    private ChipField policies;

    @FXML
    private HintLine policiesHint;

    @FXML
    private TextField serial;

    @FXML
    private HintLine serialHint;

    @FXML
    private TextField comment;

    @FXML
    private HintLine commentHint;

    FormExtras(FormModel model) {
        this.model = model;
        inputs = model.inputs;
        root = Fxml.load(this, "form-extras.fxml");
        bind(pathLength, inputs.pathLength, "workshop.form.pathLength", Field.PATH_LENGTH);
        bind(serial, inputs.serial, "workshop.form.serial", Field.SERIAL);
        bind(comment, inputs.comment, "workshop.form.comment", Field.COMMENT);
        bindChips();
        authority.selectedProperty().bindBidirectional(inputs.authority);
        constraints.visibleProperty().bind(inputs.authority);
        constraints.managedProperty().bind(inputs.authority);
        mustStaple.selectedProperty().bindBidirectional(inputs.mustStaple);
        writing.attach(inputs);
        extensions.attach(inputs.extensions);
        bindHints();
    }

    Parent root() {
        return root;
    }

    private void bind(TextField field, StringProperty value, String label, Field about) {
        field.textProperty().bindBidirectional(value);
        field.setAccessibleText(Messages.get(label));
        InputMarks.markErrors(field, model.hint(about));
    }

    private void bindChips() {
        UnaryOperator<String> named = text -> AlternativeName.of(text).toString();
        Function<String, Optional<String>> constraint = text -> AlternativeName.of(text)
                .problemAsConstraint()
                .map(why -> WrongWords.sentence(why, AlternativeName.of(text).value()));
        permitted.attach(inputs.permitted, named, constraint);
        excluded.attach(inputs.excluded, named, constraint);
        plain(policies, inputs.policies);
        plain(ocsp, inputs.ocsp);
        plain(crl, inputs.crl);
        plain(caIssuers, inputs.caIssuers);
    }

    private static void plain(ChipField field, ObservableList<String> texts) {
        field.attach(texts, UnaryOperator.identity(), text -> Optional.empty());
    }

    private void bindHints() {
        Map<HintLine, Field> lines = Map.of(
                pathHint, Field.PATH_LENGTH,
                constraintsHint, Field.NAME_CONSTRAINT,
                ocspHint, Field.OCSP,
                crlHint, Field.CRL_POINT,
                caIssuersHint, Field.CA_ISSUERS,
                extensionsHint, Field.EXTENSION,
                policiesHint, Field.POLICY,
                serialHint, Field.SERIAL,
                commentHint, Field.COMMENT);
        lines.forEach((line, field) -> line.hintProperty().bind(model.hint(field)));
    }

    /** Shows on the folds what is in them. */
    void show(FoldLines lines) {
        authorityFold.summaryProperty().set(lines.authority());
        addressesFold.summaryProperty().set(lines.addresses());
        extensionsFold.summaryProperty().set(lines.extensions());
        writingFold.summaryProperty().set(lines.writing());
        writing.show();
    }
}
