package org.mtlsplayground.ui.certificates;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.mtlsplayground.pki.Pem;
import org.mtlsplayground.pki.detail.CertificateText;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.Segments;

/** One certificate in full: who it is, until when, and its fields, its ASN.1 or its PEM. */
public final class CertificateView extends StackPane {
    /** What is shown below the head. */
    private enum View {
        FIELDS,
        ASN1,
        PEM
    }

    /** From this width on, words stand where there are icons else. */
    private static final double WIDE_EM = 47;

    /** From this width on there is room for the days beside the bar. */
    private static final double MIDDLE_EM = 36;

    /** A name of so many characters is shown whole, whatever else has to give way. */
    private static final int SHORT = 20;

    /** More text would keep the window waiting. */
    private static final int LONGEST_PEM = 65 * 1000;

    private static final double SMALL_BUTTON_EM = 0.88;

    private final ObjectProperty<View> view = new SimpleObjectProperty<>(this, "view", View.FIELDS);
    private Saving saving;
    private CertificateDetails shown;
    private Runnable comparer = () -> {};
    private Runnable finder = () -> {};

    @FXML
    private Label name;

    @FXML
    private Label badge;

    @FXML
    private Label issuedBy;

    @FXML
    private Button copyPem;

    @FXML
    private MenuButton save;

    @FXML
    private Button compareButton;

    @FXML
    private Button find;

    @FXML
    private Label from;

    @FXML
    private ValidityBar bar;

    @FXML
    private Label until;

    @FXML
    private Label remaining;

    @FXML
    private HintLine note;

    @FXML
    private ToggleButton viewFields;

    @FXML
    private ToggleButton viewAsn1;

    @FXML
    private ToggleButton viewPem;

    @FXML
    private FieldList fields;

    @FXML
    private Asn1View asn1;

    @FXML
    private TextArea pem;

    public CertificateView() {
        getStyleClass().add("pg-cert-view");
        getChildren().setAll(Fxml.load(this, "certificate.fxml"));
        IconButton.name(copyPem, Messages.get("certificates.copyPem"));
        IconButton.name(save, Messages.get("certificates.save"));
        IconButton.name(compareButton, Messages.get("certificates.compare"));
        IconButton.name(find, Messages.get("certificates.search"));
        Clip.onCopy(fields, this::copyValue);
        bindViews();
        widthProperty().addListener(changed -> fit());
        copyPem.fontProperty().addListener(changed -> fit());
    }

    private void bindViews() {
        Map<ToggleButton, View> buttons = new LinkedHashMap<>();
        buttons.put(viewFields, View.FIELDS);
        buttons.put(viewAsn1, View.ASN1);
        buttons.put(viewPem, View.PEM);
        Segments.bind(buttons, view);
        view.addListener((property, before, now) -> showView());
        showView();
    }

    /** Where it is narrow the bar tells, to those who point at it, what does not fit beside it. */
    private void fit() {
        boolean isWide = getWidth() > em() * WIDE_EM;
        boolean isMiddling = getWidth() > em() * MIDDLE_EM;
        show(remaining, isWide);
        show(from, isMiddling);
        show(until, isMiddling);
        for (Labeled button : List.of(copyPem, save, compareButton)) {
            button.setContentDisplay(isWide ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
        }
    }

    private static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    /** The size of the text. */
    double em() {
        return copyPem.getFont().getSize() / SMALL_BUTTON_EM;
    }

    /** Changes with the size of the text. */
    Observable sizeOfText() {
        return copyPem.fontProperty();
    }

    /** What its buttons do beyond itself. */
    void attach(Desk desk, Runnable itsComparer, Runnable itsFinder) {
        saving = new Saving(desk, copyPem, note.hintProperty());
        comparer = itsComparer;
        finder = itsFinder;
    }

    FieldList fields() {
        return fields;
    }

    Saving saving() {
        return saving;
    }

    /** What there is to say about it for a while: that it was saved, or not. */
    ObjectProperty<Hint> noteProperty() {
        return note.hintProperty();
    }

    private void showView() {
        fields.setVisible(view.get() == View.FIELDS);
        asn1.setVisible(view.get() == View.ASN1);
        pem.setVisible(view.get() == View.PEM);
        showPem();
    }

    /** Only where it is looked at: laying out text takes time. */
    private void showPem() {
        if (shown != null && view.get() == View.PEM) {
            String all = Pem.encode(shown.certificate());
            pem.setText(
                    all.length() <= LONGEST_PEM
                            ? all
                            : all.substring(0, LONGEST_PEM)
                                    + FieldRow.MORE
                                    + "\n"
                                    + Messages.get("certificates.pem.cut", all.length()));
        }
    }

    /** Shows a certificate in place of the one before. */
    void show(CertificateDetails now) {
        shown = now;
        name.setText(shown.name());
        name.setMinWidth(shown.name().length() <= SHORT ? Region.USE_PREF_SIZE : em() * SHORT / 3);
        showValidity();
        issuedBy.setText(shown.issuedBy());
        fields.show(shown.rows(), new FieldActions(row -> Clip.put(row.whole()), range -> {
            view.set(View.ASN1);
            asn1.select(range);
        }));
        asn1.show(shown.der());
        showPem();
    }

    private void showValidity() {
        badge.setText(shown.badge());
        badge.getStyleClass().removeIf(style -> style.startsWith("pg-cert-badge-"));
        badge.getStyleClass()
                .add(
                        switch (shown.validity()) {
                            case VALID -> "pg-cert-badge-valid";
                            case EXPIRED -> "pg-cert-badge-expired";
                            case NOT_YET -> "pg-cert-badge-not-yet";
                        });
        from.setText(shown.from());
        until.setText(shown.until());
        remaining.setText(shown.remaining());
        bar.show(
                shown.elapsed(),
                shown.validity(),
                Messages.get("certificates.bar", shown.from(), shown.until(), shown.remaining()));
    }

    @FXML
    void find() {
        finder.run();
    }

    @FXML
    void compare() {
        comparer.run();
    }

    @FXML
    void copyPem() {
        saving.copyPem(shown.entry());
    }

    @FXML
    void savePem() {
        saving.savePem(shown.entry());
    }

    @FXML
    void saveDer() {
        saving.saveDer(shown.entry());
    }

    @FXML
    void saveChain() {
        saving.saveChain(shown.entry());
    }

    @FXML
    void copyValue() {
        fields.selectedRow().ifPresent(row -> Clip.put(row.whole()));
    }

    @FXML
    void copyLine() {
        fields.selectedRow().ifPresent(row -> Clip.put(row.line()));
    }

    @FXML
    void copyParts() {
        fields.selectedRow()
                .ifPresent(row -> Clip.put(row.fields().stream()
                        .map(CertificateText::of)
                        .collect(Collectors.joining())
                        .strip()));
    }

    @FXML
    void copyAll() {
        Clip.put(fields.rows().stream().map(FieldRow::line).collect(Collectors.joining("\n")));
    }
}
