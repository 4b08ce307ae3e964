package org.mtlsplayground.ui.common;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The colours and fonts of the style sheets, for what draws itself: lists with many rows that change quickly, where the
 * style sheets' own work would be most of what a row costs. One unseen node a list, somewhere above its rows.
 *
 * <p>For use on the FX thread.
 */
public final class Ink extends Label {
    /** The colours; each is given in a style sheet as {@code -pg-ink-…}. */
    public enum Tint {
        TEXT,
        MUTED,
        SUBTLE,
        PAPER,
        LINE,
        LIFELINE,
        HOVER,
        SELECTED,
        CLEAR,
        ENCRYPTED,
        MUTUAL,
        REFUSED,
        WAITING,
        TRUSTED,
        ON_TRUSTED;

        private String property() {
            return "-pg-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The kinds of fonts. */
    public enum Face {
        PLAIN,
        BOLD,
        MONO,
        ICON
    }

    private record Cut(Face face, double em) {}

    private static final StyleablePropertyFactory<Ink> STYLES =
            new StyleablePropertyFactory<>(Label.getClassCssMetaData());

    private static final Map<Tint, CssMetaData<Ink, Color>> METADATA = metadata();

    private final Map<Tint, StyleableProperty<Color>> tints = new EnumMap<>(Tint.class);
    private final Map<Cut, Font> fonts = new HashMap<>();
    private final Map<Cut, Double> heights = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public Ink() {
        getStyleClass().setAll("pg-ink");
        setVisible(false);
        setManaged(false);
        InvalidationListener changed = property -> tell();
        for (Tint tint : Tint.values()) {
            var property = new SimpleStyleableObjectProperty<>(METADATA.get(tint), this, tint.name());
            property.addListener(changed);
            tints.put(tint, property);
        }
        fontProperty().addListener(property -> {
            fonts.clear();
            heights.clear();
            tell();
        });
    }

    private static Map<Tint, CssMetaData<Ink, Color>> metadata() {
        Map<Tint, CssMetaData<Ink, Color>> all = new EnumMap<>(Tint.class);
        for (Tint tint : Tint.values()) {
            all.put(
                    tint,
                    STYLES.createColorCssMetaData(tint.property(), ink -> ink.tints.get(tint), Color.GRAY, false));
        }
        return all;
    }

    /** A colour, as the style sheets have it now. */
    public Color of(Tint tint) {
        return tints.get(tint).getValue();
    }

    /**
     * A font, as the style sheets have it now.
     *
     * @param em its size, as a multiple of the text's around it
     */
    public Font font(Face face, double em) {
        return fonts.computeIfAbsent(new Cut(face, em), cut -> {
            double size = getFont().getSize() * em;
            return switch (face) {
                case PLAIN -> Font.font(getFont().getFamily(), size);
                case BOLD -> Font.font(getFont().getFamily(), FontWeight.BOLD, size);
                case MONO -> Font.font("monospace", size);
                case ICON -> Font.font("feather", size);
            };
        });
    }

    /** How high a line of text in this font is, in pixels. */
    public double lineHeight(Face face, double em) {
        return heights.computeIfAbsent(new Cut(face, em), cut -> {
            Text measured = new Text("Xg");
            measured.setFont(font(face, em));
            return measured.getLayoutBounds().getHeight();
        });
    }

    /** Has this called whenever a colour or a font has changed, for as long as this node is used. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
