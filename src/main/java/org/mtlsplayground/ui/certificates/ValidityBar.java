package org.mtlsplayground.ui.certificates;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.mtlsplayground.pki.CertificateDescription.Validity;

/** A validity period as a line, filled as far as it has passed, with a mark where today lies. */
public final class ValidityBar extends Region {
    private static final PseudoClass EXPIRED = PseudoClass.getPseudoClass("expired");
    private static final PseudoClass NOT_YET = PseudoClass.getPseudoClass("not-yet");
    private static final double MARK_WIDTH = 2;

    private final Region track = new Region();
    private final Region passed = new Region();
    private final Region mark = new Region();
    private double elapsed;

    public ValidityBar() {
        getStyleClass().add("pg-cert-bar");
        track.getStyleClass().add("pg-cert-bar-track");
        passed.getStyleClass().add("pg-cert-bar-passed");
        mark.getStyleClass().add("pg-cert-bar-mark");
        getChildren().addAll(track, passed, mark);
    }

    /**
     * Shows where today lies.
     *
     * @param elapsed from 0 to 1
     * @param words the same for those who don't see it
     */
    void show(double elapsed, Validity validity, String words) {
        this.elapsed = elapsed;
        pseudoClassStateChanged(EXPIRED, validity == Validity.EXPIRED);
        pseudoClassStateChanged(NOT_YET, validity == Validity.NOT_YET);
        setAccessibleText(words);
        requestLayout();
    }

    /** As wide as there is room, and not as wide as it once was. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double thickness = snapSizeY(height * 0.5);
        double top = snapPositionY((height - thickness) / 2);
        double today = snapPositionX(elapsed * (width - MARK_WIDTH));
        track.resizeRelocate(0, top, width, thickness);
        // A filling that is shorter than its rounded ends would look broken.
        passed.setVisible(today >= thickness);
        passed.resizeRelocate(0, top, today, thickness);
        mark.resizeRelocate(today, 0, MARK_WIDTH, height);
    }
}
