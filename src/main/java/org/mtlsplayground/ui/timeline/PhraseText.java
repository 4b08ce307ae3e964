package org.mtlsplayground.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.mtlsplayground.diagnosis.Phrase;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.LazyTip;
import org.mtlsplayground.ui.common.LongWords;

/**
 * The sentences of a verdict, their names set off. A name may be of any length: of a very long one beginning and end are shown,
 * its tool tip says all of it, and its menu copies that. Where a line is too short for a name, it breaks behind one of its
 * parts.
 */
final class PhraseText {
    private PhraseText() {}

    static List<Text> of(Phrase words) {
        List<Text> all = new ArrayList<>();
        for (Phrase.Piece piece : words.pieces()) {
            if (piece.strong()) {
                addName(piece.text(), all);
            } else {
                all.add(text(piece.text(), "pg-verdict-plain"));
            }
        }
        return all;
    }

    private static void addName(String name, List<Text> all) {
        String shown = LongWords.shortenName(name);
        for (String part : LongWords.parts(shown)) {
            if (!all.isEmpty() && all.get(all.size() - 1).getStyleClass().contains("pg-verdict-strong")) {
                // Lines break at blanks alone; this one is too small to be seen.
                all.add(text(" ", "pg-verdict-break"));
            }
            Text text = text(part, "pg-verdict-strong");
            if (!shown.equals(name)) {
                Tooltip.install(text, LazyTip.tip(name));
                text.setOnContextMenuRequested(event -> {
                    MenuItem copy = new MenuItem(Messages.get("timeline.copy"));
                    copy.setOnAction(chosen -> Clip.put(name));
                    new ContextMenu(copy).show(text, event.getScreenX(), event.getScreenY());
                    event.consume();
                });
            }
            all.add(text);
        }
    }

    private static Text text(String words, String styleClass) {
        Text text = new Text(words);
        text.getStyleClass().add(styleClass);
        return text;
    }
}
