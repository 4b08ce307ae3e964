package org.mtlsplayground.ui.files;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.mtlsplayground.text.Messages;

/** Shows work with files that takes longer than a moment: what it is, how far it is, and a way to call it off. */
final class JobBar extends HBox {
    private static final Duration MOMENT = Duration.millis(500);

    private final Jobs jobs;
    private final Label title = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final PauseTransition moment = new PauseTransition(MOMENT);

    JobBar(Jobs jobs) {
        this.jobs = jobs;
        setId("job");
        getStyleClass().add("pg-job");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        progress.setAccessibleText(Messages.get("files.job.progress"));
        Button cancel = new Button(Messages.get("files.job.cancel"));
        cancel.getStyleClass().add("pg-small-button");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> jobs.all().forEach(Job::cancel));
        getChildren().setAll(title, progress, cancel);
        setVisible(false);
        moment.setOnFinished(event -> setVisible(!jobs.all().isEmpty()));
        jobs.all().addListener((ListChangeListener<Job>) change -> follow());
    }

    private void follow() {
        if (jobs.all().isEmpty()) {
            moment.stop();
            setVisible(false);
            progress.progressProperty().unbind();
            return;
        }
        Job first = jobs.all().get(0);
        title.setText(
                jobs.all().size() == 1
                        ? first.title()
                        : Messages.get(
                                "files.job.more", first.title(), jobs.all().size() - 1));
        progress.progressProperty().bind(first.progressProperty());
        if (!isVisible()) {
            moment.play();
        }
    }
}
