package org.mtlsplayground.ui.timeline;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.LazyTip;

/** A connection as a chip. */
final class ConnectionCell extends ListCell<ConnectionItem> {
    private static final double EMPTY_WIDTH = 24;

    /** How the style sheet knows each kind. */
    private static final Map<Verdict.Kind, PseudoClass> LOOKS = looks();

    /** In em: a file's name can be long. */
    private static final double WIDEST = 24;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Icon icon = new Icon();
    private final ChangeListener<ConnectionItem.Chip> onChip = (property, before, now) -> show();
    private ConnectionItem shown;

    private static Map<Verdict.Kind, PseudoClass> looks() {
        Map<Verdict.Kind, PseudoClass> looks = new EnumMap<>(Verdict.Kind.class);
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            looks.put(kind, PseudoClass.getPseudoClass(name));
        }
        return looks;
    }

    ConnectionCell() {
        getStyleClass().add("pg-chip");
    }

    @Override
    protected void updateItem(ConnectionItem item, boolean empty) {
        super.updateItem(item, empty);
        if (shown != null) {
            shown.chipProperty().removeListener(onChip);
        }
        shown = empty ? null : item;
        if (shown == null) {
            setText(null);
            setGraphic(null);
            setAccessibleText(null);
        } else {
            shown.chipProperty().addListener(onChip);
            setGraphic(icon);
            show();
        }
    }

    /** A list fills its width with empty cells, so one without width would never do; nor one that fills it all. */
    @Override
    protected double computePrefWidth(double height) {
        return Math.max(EMPTY_WIDTH, Math.min(WIDEST * getFont().getSize(), super.computePrefWidth(height)));
    }

    /** A connection in one line: number, time, who it was, how it ended. */
    static String line(ConnectionItem item) {
        return Messages.get(
                "compare.item",
                caption(item),
                Messages.get("kind." + item.chipProperty().get().kind()));
    }

    private static String caption(ConnectionItem item) {
        String time = TIME.format(item.connection().startedAt());
        int number = item.connection().number();
        String caption = item.chipProperty().get().caption();
        return caption.isEmpty()
                ? Messages.get("chip.own", number, time)
                : Messages.get("chip.outside", number, time, caption);
    }

    private void show() {
        ConnectionItem.Chip chip = shown.chipProperty().get();
        for (Map.Entry<Verdict.Kind, PseudoClass> look : LOOKS.entrySet()) {
            pseudoClassStateChanged(look.getValue(), look.getKey() == chip.kind());
        }
        icon.setFeather(VerdictBanner.icon(chip.kind()));
        String time = TIME.format(shown.connection().startedAt());
        int number = shown.connection().number();
        setText(caption(shown));
        setAccessibleText(
                Messages.get("chip.spoken", number, time, chip.caption(), Messages.get("kind." + chip.kind())));
        LazyTip.on(this).set(shown.connection().origin().orElse(""));
    }
}
