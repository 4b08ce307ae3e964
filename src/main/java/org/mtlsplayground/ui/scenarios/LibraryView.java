package org.mtlsplayground.ui.scenarios;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.scenario.ScenarioText;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Fold;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.LazyTip;

/** The library: shelves at the left, what is said of the selected scenario at the right. */
final class LibraryView {
    /** Whoever only passes by with the arrow keys need not have certificates made. */
    private static final Duration SETTLED = Duration.millis(350);

    private final Library library;
    private final Runnable onClose;
    private final Consumer<String> onExplain;
    private final Parent root;
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final Slowness slowness;
    private boolean listing;

    @FXML
    private TextField search;

    @FXML
    private ListView<Entry> list;

    @FXML
    private Label nothing;

    @FXML
    private Label seriesWords;

    @FXML
    private Button beginSeries;

    @FXML
    private Button endSeries;

    @FXML
    private Node empty;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Label name;

    @FXML
    private Label about;

    @FXML
    private Label where;

    @FXML
    private PredictPane predict;

    @FXML
    private Button run;

    @FXML
    private Button both;

    @FXML
    private Button fill;

    @FXML
    private StackPane work;

    @FXML
    private Fold tell;

    @FXML
    private Label tellWords;

    @FXML
    private Fold mend;

    @FXML
    private Label mendWords;

    @FXML
    private Label score;

    @FXML
    private Button reset;

    @FXML
    private Button close;

    /**
     * @param onClose takes it out of sight
     * @param onExplain told what was looked for in vain, for it may be an error text; else nothing
     */
    LibraryView(Library library, Runnable onClose, Consumer<String> onExplain) {
        this.onExplain = onExplain;
        this.library = library;
        this.onClose = onClose;
        slowness = new Slowness(library.player());
        root = Fxml.load(this, "library.fxml");
        root.getStylesheets().add(ScenariosFeature.styleSheet());
        // Before the list, which takes Enter for itself.
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        settled.setOnFinished(event -> library.fill());
        initList();
        initDetails();
        initSeries();
    }

    private void initList() {
        search.setPromptText(Messages.get("scenarios.search", library.all().size()));
        search.setAccessibleText(search.getPromptText());
        search.textProperty().bindBidirectional(library.searchProperty());
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                enterList();
                event.consume();
            }
        });
        list.setAccessibleText(Messages.get("scenarios.list"));
        list.setCellFactory(view -> new ScenarioCell());
        list.setItems(library.entries());
        nothing.visibleProperty().bind(Bindings.isEmpty(library.entries()));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !now.scenario().equals(library.selectedProperty().get())) {
                library.selectedProperty().set(now.scenario());
            }
        });
        library.entries().addListener((Observable changed) -> selectInList());
        library.selectedProperty().addListener((property, before, now) -> selected(now));
    }

    /** To the one that is called so, else to the first. */
    private void enterList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            Entry wanted = list.getItems().stream()
                    .filter(entry -> entry.isCalled(search.getText()))
                    .findFirst()
                    .orElse(list.getItems().get(0));
            list.getSelectionModel().select(wanted);
        }
    }

    private void initDetails() {
        IconButton.name(close, Messages.get("scenarios.close"));
        LazyTip.on(run).set(Messages.get("scenarios.run.tip"));
        LazyTip.on(both).set(Messages.get("scenarios.both.tip"));
        LazyTip.on(fill).set(Messages.get("scenarios.fill.tip"));
        tell.summaryProperty().set(Messages.get("scenarios.tell"));
        mend.summaryProperty().set(Messages.get("scenarios.mend"));
        predict.ask(library.prediction());
        library.prediction().whoProperty().addListener((property, before, now) -> allow());
        slowness.slowProperty().addListener((property, before, now) -> showWork(now));
        library.score().countProperty().addListener((property, before, now) -> score());
        score();
        selected(library.selectedProperty().get());
    }

    private void showWork(boolean slow) {
        work.setManaged(slow);
        work.getChildren().clear();
        if (slow) {
            work.getChildren().add(new WorkLine(library.player()));
        }
    }

    private void initSeries() {
        library.seriesProperty().addListener((property, before, now) -> series());
        series();
    }

    private void selected(Scenario now) {
        empty.setVisible(now == null);
        scroll.setVisible(now != null);
        settled.stop();
        if (now == null) {
            return;
        }
        ScenarioText text = now.text();
        name.setText(text.name());
        about.setText(text.about());
        where.setText(text.where());
        tellWords.setText(text.tell());
        mendWords.setText(text.mend());
        tell.openProperty().set(false);
        mend.openProperty().set(false);
        scroll.setVvalue(0);
        run.setText(Messages.get("scenarios.run", Library.version(now).displayName()));
        boolean inBoth = now.versions().size() > 1;
        both.setVisible(inBoth);
        both.setManaged(inBoth);
        allow();
        selectInList();
        settled.playFromStart();
    }

    private void selectInList() {
        if (listing) {
            return;
        }
        listing = true;
        int place = -1;
        for (int i = 0; i < list.getItems().size(); i++) {
            if (list.getItems()
                    .get(i)
                    .scenario()
                    .equals(library.selectedProperty().get())) {
                place = i;
            }
        }
        if (place < 0) {
            list.getSelectionModel().clearSelection();
        } else if (list.getSelectionModel().getSelectedIndex() != place) {
            list.getSelectionModel().select(place);
            list.scrollTo(place);
        }
        listing = false;
    }

    private void allow() {
        run.setDisable(!library.mayRun());
        both.setDisable(!library.mayRun());
    }

    private void score() {
        Score.Count count = library.score().countProperty().get();
        score.setText(Messages.get("scenarios.score", count.right(), count.all()));
        score.setVisible(count.all() > 0);
        reset.setVisible(count.all() > 0);
    }

    private void series() {
        Series now = library.seriesProperty().get().orElse(null);
        search.setDisable(now != null);
        endSeries.setVisible(now != null);
        endSeries.setManaged(now != null);
        boolean next = now == null || now.isOver();
        beginSeries.setVisible(next);
        beginSeries.setManaged(next);
        beginSeries.setText(Messages.get(
                now == null ? "scenarios.series.begin" : "scenarios.series.again",
                Math.min(Series.LENGTH, library.all().size())));
        seriesWords.setText(now == null ? "" : words(now));
        seriesWords.setVisible(now != null);
        seriesWords.setManaged(now != null);
        allow();
    }

    private static String words(Series series) {
        return series.isOver()
                ? Messages.get("scenarios.series.over", series.right(), series.size())
                : Messages.get("scenarios.series.at", series.number(), series.size(), series.right());
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            if (event.getTarget() instanceof Button button) {
                button.fire();
            } else {
                run();
            }
            event.consume();
        }
    }

    /** The library. */
    Parent root() {
        return root;
    }

    /** Gives the focus to where everything begins. */
    void focus() {
        if (library.seriesProperty().get().isPresent()) {
            list.requestFocus();
        } else {
            search.requestFocus();
            search.selectAll();
        }
    }

    @FXML
    void run() {
        if (library.mayRun()) {
            leave();
            library.run();
        }
    }

    @FXML
    void runBoth() {
        leave();
        library.runBoth();
    }

    @FXML
    void fillOnly() {
        leave();
        library.fill();
    }

    private void leave() {
        settled.stop();
        onClose.run();
    }

    @FXML
    void explain() {
        String vain = nothing.isVisible() ? search.getText() : "";
        leave();
        onExplain.accept(vain);
    }

    @FXML
    void beginSeries() {
        library.beginSeries();
        list.requestFocus();
    }

    @FXML
    void endSeries() {
        library.endSeries();
        search.requestFocus();
    }

    @FXML
    void resetScore() {
        library.score().reset();
    }

    @FXML
    void close() {
        onClose.run();
    }
}
