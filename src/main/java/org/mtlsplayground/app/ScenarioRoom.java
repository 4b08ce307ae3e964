package org.mtlsplayground.app;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.ui.client.ClientViewModel;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.SettingsFolder;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.scenarios.ScenariosFeature;
import org.mtlsplayground.ui.server.ServerViewModel;

/** Joins the library of scenarios to the window. */
final class ScenarioRoom {
    private ScenarioRoom() {}

    /** Makes it, and puts its parts into the window. To be called when the first frame is there. */
    static ScenariosFeature of(
            MainWindow window,
            Scene scene,
            Connections connections,
            Consumer<List<WireRule>> wire,
            ClientViewModel client,
            ServerViewModel server,
            Background background,
            FxUpdates updates,
            SettingsStore store) {
        ScenariosFeature scenarios = new ScenariosFeature(
                connections,
                new ScenarioDesk(connections, wire, client, server, background),
                background,
                updates,
                store,
                SettingsFolder.data().resolve("scenarios"));
        scenarios.furnish(window.tools(), window.bars(), window.middle());
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F9), scenarios::toggle);
        return scenarios;
    }
}
