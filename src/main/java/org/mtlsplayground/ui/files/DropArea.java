package org.mtlsplayground.ui.files;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.mtlsplayground.text.Messages;

/** Takes files that are dropped on what it surrounds, and has the progress of work with files at its lower edge. */
final class DropArea extends StackPane {
    private final Consumer<List<Path>> opener;
    private final Label sign = new Label(Messages.get("files.drop"));

    DropArea(Node content, JobBar jobs, Consumer<List<Path>> opener) {
        this.opener = opener;
        getStylesheets().add(FilesFeature.styleSheet());
        sign.getStyleClass().add("pg-drop-sign");
        sign.setVisible(false);
        sign.setMouseTransparent(true);
        sign.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        getChildren().setAll(content, jobs, sign);
        setAlignment(jobs, Pos.BOTTOM_CENTER);
        addEventHandler(DragEvent.DRAG_OVER, this::over);
        addEventHandler(DragEvent.DRAG_EXITED, event -> sign.setVisible(false));
        addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            sign.setVisible(true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        sign.setVisible(false);
        if (event.getDragboard().hasFiles()) {
            opener.accept(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
