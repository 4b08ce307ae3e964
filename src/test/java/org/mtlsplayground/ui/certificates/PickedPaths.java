package org.mtlsplayground.ui.certificates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.mtlsplayground.ui.common.SavePicker;

/** Picks what a test says, where a person would use the platform's dialog. */
final class PickedPaths implements SavePicker {
    final List<String> proposed = new ArrayList<>();
    Path answer;

    @Override
    public Optional<Path> pick(Window owner, String title) {
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<Path> save(Window owner, String title, String name) {
        proposed.add(name);
        return Optional.ofNullable(answer);
    }
}
