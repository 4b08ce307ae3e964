package org.mtlsplayground.ui.certificates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.ui.common.Background;

/** The files that were opened in the panel, the newest first. On the FX thread. */
final class OpenFiles {
    /** Whoever drops a whole folder of files looks at some of them. */
    static final int MOST = 50;

    private final CertificatesModel model;
    private final Background background;
    private final List<OpenFile> files = new ArrayList<>();

    OpenFiles(CertificatesModel model, Background background) {
        this.model = model;
        this.background = background;
    }

    /** Opens files, and looks at the first of them. One that is open already is read again. */
    void open(List<Path> paths) {
        List<OpenFile> fresh = new ArrayList<>();
        for (Path path : paths.subList(0, Math.min(MOST, paths.size()))) {
            files.removeIf(file -> file.path().equals(path));
            fresh.add(new OpenFile(path, background, () -> changed(path)));
        }
        files.addAll(0, fresh);
        while (files.size() > MOST) {
            remove(files.get(files.size() - 1));
        }
        if (!fresh.isEmpty()) {
            model.show(files, fresh.get(0));
            fresh.forEach(OpenFile::read);
        }
    }

    /** Takes a file out of the panel. */
    void close(OpenFile file) {
        remove(file);
        model.show(files, null);
    }

    private void remove(OpenFile file) {
        file.slot().forgetPassword();
        files.remove(file);
    }

    /** Forgets passwords. */
    void close() {
        files.forEach(file -> file.slot().forgetPassword());
    }

    private void changed(Path path) {
        Optional<OpenFile> file =
                files.stream().filter(each -> each.path().equals(path)).findFirst();
        file.ifPresent(each -> model.show(files, null));
    }
}
