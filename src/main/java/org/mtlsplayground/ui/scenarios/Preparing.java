package org.mtlsplayground.ui.scenarios;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.CardFiles;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.scenario.Setup;
import org.mtlsplayground.ui.common.Background;

/** Issues the certificates of scenarios in the background, and clears them away again. For use on the FX thread. */
final class Preparing {
    private final Background background;
    private final Folders folders;
    private int newest;

    Preparing(Background background, Folders folders) {
        this.background = background;
        this.folders = folders;
    }

    /** Prepares one in place of what is being prepared: of that nothing is heard any more. */
    void begin(Scenario scenario, TlsVersion version, Consumer<Prepared> done, Consumer<Throwable> failed) {
        int mine = ++newest;
        background.run(
                "prepare-scenario",
                () -> prepare(scenario, version),
                prepared -> {
                    if (mine == newest) {
                        done.accept(prepared);
                    } else {
                        clear(prepared, true);
                    }
                },
                failure -> {
                    if (mine == newest) {
                        failed.accept(failure);
                    }
                });
    }

    /** Waits no more for what is being prepared. A key in the making can’t be stopped. */
    void forget() {
        newest++;
    }

    private Prepared prepare(Scenario scenario, TlsVersion version) throws Exception {
        Setup setup = scenario.recipe().prepare(version);
        Path folder = null;
        boolean done = false;
        try {
            folder = folders.fresh(scenario.id());
            Map<Side, CardFiles> files = setup.files(folder);
            boolean unseen = setup.fromFiles() && files.values().stream().anyMatch(CardFiles::javaSeesNoAnchors);
            Prepared prepared = new Prepared(scenario, version, setup, folder, files, unseen);
            done = true;
            return prepared;
        } finally {
            if (!done) {
                setup.close();
                if (folder != null) {
                    folders.delete(folder);
                }
            }
        }
    }

    /** Lets go of what a scenario held, and deletes its files if nothing refers to them. */
    void clear(Prepared prepared, boolean files) {
        background.run(
                "clear-scenario",
                () -> {
                    prepared.setup().close();
                    if (files) {
                        folders.delete(prepared.folder());
                    }
                    return prepared;
                },
                done -> {},
                failure -> {});
    }
}
