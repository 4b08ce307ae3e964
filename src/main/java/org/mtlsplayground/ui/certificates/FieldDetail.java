package org.mtlsplayground.ui.certificates;

import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.text.Explanations;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.ui.common.Emphasis;

/** What unfolds below a field: what it means, what the standard calls it, where it lies, and its parts. */
final class FieldDetail extends VBox {
    /** So many parts are shown; all of them are among the ASN.1. */
    private static final int MOST_PARTS = 120;

    private static final int LONGEST = 4000;
    private static final double INDENT = 0.9;

    private int parts;

    FieldDetail(FieldRow row, FieldActions actions) {
        getStyleClass().add("pg-cert-more");
        if (!row.fields().isEmpty()) {
            explain(row.fields().get(0).topic());
        }
        for (CertificateField field : row.fields()) {
            getChildren().add(origin(field, actions));
            boolean isShownAlready =
                    field.value().equals(row.value()) || !field.parts().isEmpty();
            if (!isShownAlready && !field.value().isEmpty()) {
                part("", field.value(), 0);
            }
            field.parts().forEach(part -> addPart(part, 0));
        }
        if (parts > MOST_PARTS) {
            getChildren()
                    .add(label(Messages.get("certificates.detail.cut", parts - MOST_PARTS), "pg-cert-more-origin"));
        }
    }

    private void explain(String topic) {
        Optional<Explanations.Explanation> explanation = Explanations.of(topic);
        explanation.ifPresent(each -> {
            TextFlow text = new TextFlow();
            text.getStyleClass().add("pg-cert-more-text");
            for (Emphasis.Run run : Emphasis.runs(each.text())) {
                Text piece = new Text(run.text());
                piece.getStyleClass().add(run.isEmphasised() ? "pg-cert-more-emphasis" : "pg-cert-more-run");
                text.getChildren().add(piece);
            }
            getChildren().addAll(text, label(each.see(), "pg-cert-more-see"));
        });
    }

    private static FlowPane origin(CertificateField field, FieldActions actions) {
        FlowPane line = new FlowPane();
        line.getStyleClass().add("pg-cert-more-line");
        String name = field.oid().isEmpty() || field.oid().equals(field.name())
                ? field.name()
                : Messages.get("certificates.detail.oid", field.name(), field.oid());
        line.getChildren().add(label(name, "pg-cert-more-origin"));
        field.range().ifPresent(range -> {
            Hyperlink link = new Hyperlink(Messages.get(
                    "certificates.detail.bytes", Sizes.grouped(range.length()), String.format("%04x", range.offset())));
            link.getStyleClass().add("pg-cert-more-link");
            link.setOnAction(event -> actions.locate().accept(range));
            line.getChildren().add(link);
        });
        return line;
    }

    private void addPart(CertificateField part, int depth) {
        if (part(part.name(), part.parts().isEmpty() ? part.value() : "", depth)) {
            part.parts().forEach(each -> addPart(each, depth + 1));
        }
    }

    /** Whether it was still shown. */
    private boolean part(String name, String value, int depth) {
        if (++parts > MOST_PARTS) {
            return false;
        }
        Label words =
                label(value.length() > LONGEST ? value.substring(0, LONGEST) + FieldRow.MORE : value, "pg-cert-value");
        HBox line = new HBox(words);
        if (!name.isEmpty()) {
            Label title = new Label(name);
            title.getStyleClass().add("pg-cert-more-name");
            title.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(0, title);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        line.getStyleClass().add("pg-cert-more-part");
        line.setStyle("-fx-padding: 0 0 0 " + depth * INDENT + "em;");
        getChildren().add(line);
        return true;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }
}
