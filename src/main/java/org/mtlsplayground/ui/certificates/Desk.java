package org.mtlsplayground.ui.certificates;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.SavePicker;

/**
 * What the panel needs of the program around it.
 *
 * @param background for work off the FX thread
 * @param picker lets the user pick files with certificates, and say where to save one
 * @param outbox a folder for files that are dragged out of the panel; it need not exist
 * @param loader loads a file into a card, on the FX thread
 */
public record Desk(Background background, SavePicker picker, Path outbox, BiConsumer<Slot, LoadedFile> loader) {}
