package org.mtlsplayground.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped on a part of a window. What was dragged out of that window is not dropped there again. */
public final class FileDrops {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private FileDrops() {}

    /** Hands what is dropped on a panel to an opener, on the FX thread. */
    public static void install(Node panel, Consumer<List<Path>> opener) {
        install(panel, () -> true, opener);
    }

    /**
     * The same, at certain times.
     *
     * @param ready whether files are taken now
     */
    public static void install(Node panel, BooleanSupplier ready, Consumer<List<Path>> opener) {
        panel.setOnDragOver(event -> {
            if (ready.getAsBoolean() && takes(event)) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                panel.pseudoClassStateChanged(DROPPING, true);
                event.consume();
            }
        });
        panel.setOnDragExited(event -> panel.pseudoClassStateChanged(DROPPING, false));
        panel.setOnDragDropped(event -> {
            boolean taken = ready.getAsBoolean() && takes(event);
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
