package org.mtlsplayground.ui.timeline;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * How much of the timeline's height is for what is said of the verdict below its headline: a share of it, and less where too
 * little would be left for the messages.
 */
final class VerdictRoom {
    private static final double SHARE = 0.3;
    private static final double DETAILED_SHARE = 0.45;

    /** What is left for the messages in any case, and what for the verdict, in em. */
    private static final double MESSAGES_EM = 11;

    private static final double MESSAGES_BESIDE_DETAILS_EM = 6;
    private static final double VERDICT_EM = 2.45;

    private final TimelinePane whole;
    private final VerdictBanner verdict;
    private final Label measure;
    private final List<Region> others;

    /**
     * @param measure has the size of the text
     * @param others what else stands above the messages
     */
    private VerdictRoom(TimelinePane whole, VerdictBanner verdict, Label measure, List<Region> others) {
        this.whole = whole;
        this.verdict = verdict;
        this.measure = measure;
        this.others = others;
    }

    /** Keeps the banner's limit at what there is room for. */
    static void limit(TimelinePane whole, VerdictBanner verdict, Label measure, List<Region> others) {
        VerdictRoom room = new VerdictRoom(whole, verdict, measure, others);
        whole.beforeLayout(() -> verdict.limitProperty().set(room.height()));
    }

    private double height() {
        double em = measure.getFont().getSize();
        boolean detailed = verdict.detailedProperty().get();
        double width = whole.getWidth() - whole.snappedLeftInset() - whole.snappedRightInset();
        double taken = verdict.head().prefHeight(width - 2 * em) + 2 * em;
        for (Region other : others) {
            taken += other.isManaged() ? other.prefHeight(width) + whole.getSpacing() : 0;
        }
        double left = whole.getHeight() - taken - em * (detailed ? MESSAGES_BESIDE_DETAILS_EM : MESSAGES_EM);
        double share = whole.getHeight() * (detailed ? DETAILED_SHARE : SHARE);
        return Math.max(VERDICT_EM * em, Math.min(share, left));
    }
}
