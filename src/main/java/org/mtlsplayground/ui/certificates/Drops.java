package org.mtlsplayground.ui.certificates;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped on the panel. What was dragged out of the panel itself is not dropped there again. */
final class Drops {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private Drops() {}

    static void install(Node panel, Consumer<List<Path>> opener) {
        panel.setOnDragOver(event -> {
            if (takes(event)) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                panel.pseudoClassStateChanged(DROPPING, true);
                event.consume();
            }
        });
        panel.setOnDragExited(event -> panel.pseudoClassStateChanged(DROPPING, false));
        panel.setOnDragDropped(event -> {
            boolean taken = takes(event);
            event.setDropCompleted(taken);
            event.consume();
            if (taken) {
                opener.accept(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
            }
        });
    }

    private static boolean takes(DragEvent event) {
        return event.getDragboard().hasFiles() && event.getGestureSource() == null;
    }
}
