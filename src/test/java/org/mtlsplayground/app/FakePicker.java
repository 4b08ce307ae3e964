package org.mtlsplayground.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.mtlsplayground.ui.common.SavePicker;

/** Picks what a test says, where a person would use the platform's dialog. */
final class FakePicker implements SavePicker {
    /** The names that were proposed for new files. */
    final List<String> proposed = new ArrayList<>();

    /** How often a file to read was asked for. */
    int asked;

    private Path answer;

    /** What is picked from now on; null for nothing. */
    void answer(Path file) {
        answer = file;
    }

    @Override
    public Optional<Path> pick(Window owner, String title) {
        asked++;
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<Path> save(Window owner, String title, String name) {
        proposed.add(name);
        return Optional.ofNullable(answer);
    }
}
