package org.mtlsplayground.ui.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.scenario.Category;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.LazyTip;

/** The bar below the toolbar: what is in the cards, how the prediction compares, how far the mending is. */
final class ScenarioBar extends HBox {
    private final Library library;
    private final Runnable openLibrary;
    private final Slowness slowness;
    private final VBox words = new VBox();
    private final Button hint = button("hint", "scenarios.bar.hint");
    private boolean hinted;
    private boolean hidden;
    private boolean libraryOpen;

    ScenarioBar(Library library, Runnable openLibrary) {
        this.library = library;
        this.openLibrary = openLibrary;
        setId("scenario-bar");
        getStyleClass().add("pg-scenario-bar");
        getStylesheets().add(ScenariosFeature.styleSheet());
        words.getStyleClass().add("pg-scenario-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        hint.setOnAction(event -> {
            hinted = true;
            update();
        });
        slowness = new Slowness(library.player());
        slowness.slowProperty().addListener((property, before, now) -> update());
        Player player = library.player();
        player.stateProperty().addListener((property, before, now) -> {
            hidden &= !slowness.isBusy();
            update();
        });
        player.shownProperty().addListener((property, before, now) -> {
            hinted = false;
            hidden = false;
            update();
        });
        player.problemProperty().addListener((property, before, now) -> update());
        library.playedProperty().addListener((property, before, now) -> {
            hidden = false;
            update();
        });
        player.disturbingProperty().addListener((property, before, now) -> update());
        library.mending().progressProperty().addListener((property, before, now) -> update());
        library.seriesProperty().addListener((property, before, now) -> update());
        update();
    }

    /** It keeps out of the way while the library is open. */
    void setLibraryOpen(boolean open) {
        libraryOpen = open;
        update();
    }

    private void update() {
        Player player = library.player();
        boolean slow = slowness.slowProperty().get();
        if (slowness.isBusy() && !slow && !libraryOpen) {
            // What it says holds a moment longer.
            return;
        }
        Hint problem = player.problemProperty().get();
        Prepared shown = player.shownProperty().get();
        boolean there = slow || !problem.isEmpty() || shown != null;
        setVisible(there && !hidden && !libraryOpen);
        setManaged(isVisible());
        if (!isVisible()) {
            getChildren().clear();
        } else if (slow) {
            getChildren().setAll(new WorkLine(player));
        } else {
            showScenario(shown, problem);
        }
    }

    private void showScenario(Prepared shown, Hint problem) {
        List<Node> lines = new ArrayList<>();
        List<Node> buttons = new ArrayList<>();
        if (!problem.isEmpty()) {
            HintLine line = new HintLine();
            line.hintProperty().set(problem);
            lines.add(line);
        }
        Played played = library.playedProperty().get();
        if (shown != null && played == null) {
            lines.add(label(
                    Messages.get("scenarios.bar.shown", shown.scenario().text().name())));
            Button run = button("run-scenario", "scenarios.bar.run");
            run.setOnAction(event -> {
                library.selectedProperty().set(shown.scenario());
                if (library.mayRun()) {
                    library.run();
                } else {
                    openLibrary.run();
                }
            });
            buttons.add(run);
        } else if (shown != null) {
            library.gradeProperty().get().ifPresent(grade -> lines.add(new GradeLine(grade)));
            mending(played, lines, buttons);
        }
        series(buttons);
        if (shown != null) {
            Button own = button("own-settings", "scenarios.bar.own");
            own.setOnAction(event -> library.restoreOwn());
            LazyTip.on(own).set(Messages.get("scenarios.bar.own.tip"));
            buttons.add(own);
        }
        IconButton close = new IconButton(Feather.X, Messages.get("scenarios.bar.close"));
        close.setOnAction(event -> {
            hidden = true;
            update();
        });
        buttons.add(close);
        words.getChildren().setAll(lines);
        getChildren().setAll(words);
        getChildren().addAll(buttons);
    }

    private void mending(Played played, List<Node> lines, List<Node> buttons) {
        Mending.Progress progress = library.mending().progressProperty().get();
        boolean trying = progress.state() == Mending.State.TRYING || progress.state() == Mending.State.WARNED;
        HintLine line = new HintLine();
        boolean disturbed = library.player().disturbingProperty().get();
        line.hintProperty().set(mendHint(played, progress, disturbed));
        line.setId("mending");
        lines.add(line);
        if (disturbed) {
            Button leave = button("leave-wire", "scenarios.bar.wire");
            leave.setOnAction(event -> library.player().leaveWireAlone());
            LazyTip.on(leave).set(Messages.get("scenarios.bar.wire.tip"));
            buttons.add(leave);
        }
        if (trying && hinted) {
            lines.add(label(Messages.get(
                    "scenarios.bar.hinted", played.scenario().text().mend())));
        } else if (trying) {
            buttons.add(hint);
        }
    }

    private static Hint mendHint(Played played, Mending.Progress progress, boolean disturbed) {
        String name = played.scenario().text().name();
        int tries = progress.tries();
        return switch (progress.state()) {
            case OFF ->
                Hint.info(Messages.get(
                        played.scenario().category() == Category.SOUND ? "scenarios.bar.sound" : "scenarios.bar.played",
                        name));
            case TRYING ->
                Hint.info(
                        tries == 0
                                ? Messages.get(begin(played, disturbed))
                                : Messages.get(
                                        tries == 1 ? "scenarios.mend.notyet.one" : "scenarios.mend.notyet",
                                        tries,
                                        progress.last()));
            case WARNED -> Hint.warn(Messages.get("scenarios.mend.warned"));
            case MENDED -> Hint.ok(Messages.get(tries == 1 ? "scenarios.mend.done.one" : "scenarios.mend.done", tries));
        };
    }

    /** Where the bytes were disturbed on their way, nothing in the cards mends it. */
    private static String begin(Played played, boolean disturbed) {
        if (disturbed) {
            return "scenarios.mend.begin.wire";
        }
        return played.scenario().category() == Category.ON_THE_WIRE
                ? "scenarios.mend.begin.left"
                : "scenarios.mend.begin";
    }

    private void series(List<Node> buttons) {
        Optional<Series> series = library.seriesProperty().get();
        if (series.isEmpty()) {
            return;
        }
        Series now = series.get();
        Button next = button("next-scenario", "scenarios.bar.next");
        next.setText(
                now.isOver()
                        ? Messages.get("scenarios.series.over", now.right(), now.size())
                        : Messages.get("scenarios.bar.next", now.number(), now.size()));
        next.getStyleClass().add("accent");
        next.setOnAction(event -> {
            library.next();
            openLibrary.run();
        });
        buttons.add(next);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button button(String id, String key) {
        Button button = new Button(Messages.get(key));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("pg-small-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /** What was predicted, each answer with its mark. */
    private static final class GradeLine extends FlowPane {
        GradeLine(Grade grade) {
            setId("grade");
            getStyleClass().add("pg-scenario-answers");
            getChildren()
                    .setAll(GradeWords.of(grade).stream().map(GradeLine::answer).toList());
        }

        private static HBox answer(GradeWords.Line line) {
            Label words = label(line.words());
            if (line.tone().isEmpty()) {
                words.getStyleClass().add("pg-scenario-verdict");
                return new HBox(words);
            }
            HBox box = new HBox(Mark.of(line.tone().get()), words);
            box.getStyleClass().add("pg-scenario-answer");
            return box;
        }
    }
}
