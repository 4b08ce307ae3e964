package org.mtlsplayground.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.client.ClientCard;
import org.mtlsplayground.ui.client.ClientViewModel;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FileKind;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.PlatformFilePicker;
import org.mtlsplayground.ui.common.SampleFiles;
import org.mtlsplayground.ui.common.Setting;
import org.mtlsplayground.ui.common.SettingsFolder;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.common.TypedPath;
import org.mtlsplayground.ui.files.FilesFeature;
import org.mtlsplayground.ui.scenarios.ScenariosFeature;
import org.mtlsplayground.ui.server.ServerCard;
import org.mtlsplayground.ui.server.ServerViewModel;

/** The program with a window: makes the rooms, joins them, shows them. */
public final class PlaygroundApp extends Application {
    /** System property: {@code true} prints one line to standard output when the first frame has been rendered. */
    public static final String REPORT_FIRST_FRAME = "mtlsplayground.report-first-frame";

    private static final double ROWS = 0.67;
    private static final double SIDE_EM = 24.5;

    private final Surroundings surroundings;
    private final Background background = new Background();
    private final FxUpdates updates = new FxUpdates();
    private final Connections connections = new Connections();
    private SettingsStore store;
    private SampleFiles samples;
    private ClientViewModel client;
    private ServerViewModel server;
    private Rooms rooms;
    private FilesFeature files;
    private WorkshopRoom workshop;
    private ScenariosFeature scenarios;

    /** The program on this machine. */
    public PlaygroundApp() {
        this(Surroundings.real());
    }

    PlaygroundApp(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void start(Stage stage) {
        store = new SettingsStore(SettingsFolder.settings());
        samples = SampleFiles.locate();
        Appearance appearance = new Appearance(store);
        appearance.themeProperty().get().applyControls();

        StringProperty lastFolder = new SimpleStringProperty();
        store.bind(Setting.text("files.last-folder", samples.folder().toString()), lastFolder);
        PlatformFilePicker picker = new PlatformFilePicker(lastFolder, FileKind.CERTIFICATES);
        rooms = new Rooms(connections, updates, background, store, picker);
        client = new ClientViewModel(connections, updates, background);
        server = new ServerViewModel(connections, updates, background);
        client.inputs().identity().expectTrust(server.inputs().trust());
        server.inputs().identity().expectTrust(client.inputs().trust());
        ClientCard clientCard = new ClientCard(client, store, samples, picker);
        ServerCard serverCard = new ServerCard(server, store, samples, picker);
        MainWindow window = new MainWindow(appearance, clientCard.root(), serverCard.root());

        WindowMemory memory = new WindowMemory(store);
        memory.restore(stage);
        // With its size from the beginning, so that the panes are divided once and rightly.
        Scene scene = new Scene(window.root(), stage.getWidth(), stage.getHeight());
        appearance.dress(scene);
        Keys.install(scene, window, client, server, this::showWorkshop, appearance.textScale());
        Dividers columns = new Dividers(window.columns(), "columns", store, updates, () -> sides(appearance, stage));
        Dividers rows = new Dividers(window.rows(), "rows", store, updates, () -> new double[] {ROWS});
        columns.restore();
        rows.restore();
        stage.setOnCloseRequest(event -> {
            memory.note(stage);
            columns.note();
            rows.note();
            if (workshop != null) {
                workshop.guard(stage, event);
            }
        });
        stage.setOnHidden(event -> {
            if (workshop != null) {
                workshop.hide();
            }
        });
        window.setOnCertificates(this::showWorkshop);
        stage.setTitle(Messages.get("app.title"));
        stage.setScene(scene);
        stage.show();
        serverCard.focus();
        FirstFrame.after(() -> {
            if (Boolean.getBoolean(REPORT_FIRST_FRAME)) {
                System.out.println("first-frame");
            }
            stage.getIcons().setAll(AppIcons.all());
            window.showIcon();
            columns.watch(
                    window.columns().widthProperty(), appearance.textScale().percentProperty());
            rows.watch(window.rows().heightProperty());
            Notices notices = window.notices();
            files = FilesRoom.of(
                    connections, rooms, notices, updates, store, surroundings, getHostServices()::showDocument);
            rooms.furnish(window, client, server, files);
            files.open(filesOnTheCommandLine());
            workshop = new WorkshopRoom(
                    client.inputs(),
                    server.inputs(),
                    background,
                    updates,
                    store,
                    surroundings.workshop().apply(lastFolder),
                    appearance);
            WireRoom wire = new WireRoom(connections, rooms.transcripts(), updates);
            rooms.joinVerdict(
                    new Remedies(client, server, samples, background, notices, this::showWorkshop, Rooms.draggedOut()));
            workshop.joinCards(clientCard.root(), serverCard.root());
            scenarios = ScenarioRoom.of(
                    window, scene, connections, wire::disturb, client, server, background, updates, store);
            rooms.join(wire, window);
            PasteRoom paste = new PasteRoom(window, background, scenarios::play);
            window.fileTools().getChildren().add(0, paste.button());
            scenarios.setOnExplain(paste::explain);
            scenarios.setOnBoth((tls12, tls13) -> rooms.comparing().show(tls12, tls13));
            store.reportTo(sentence -> updates.run(() -> notices.showSetting(sentence)));
            afterFirstFrame(clientCard, serverCard, scene);
        });
    }

    private void showWorkshop() {
        if (workshop != null) {
            workshop.show();
        }
    }

    private List<Path> filesOnTheCommandLine() {
        return Optional.ofNullable(getParameters()).stream()
                .flatMap(parameters -> parameters.getUnnamed().stream())
                .flatMap(name -> TypedPath.parse(name).stream())
                .toList();
    }

    /** For each card what its usual lines of text need, but no more than a quarter of a narrow window. */
    private static double[] sides(Appearance appearance, Stage stage) {
        double side = Math.min(0.25, SIDE_EM * appearance.textScale().em() / stage.getWidth());
        return new double[] {side, 1 - side};
    }

    private void afterFirstFrame(ClientCard clientCard, ServerCard serverCard, Scene scene) {
        background.run(
                "unpack-samples",
                () -> {
                    samples.unpack();
                    return samples;
                },
                done -> {
                    activate(clientCard, serverCard);
                    if (surroundings.rehearses()) {
                        Rehearsals.begin(samples, rooms.timeline(), scene, background);
                    }
                },
                failure -> activate(clientCard, serverCard));
    }

    private static void activate(ClientCard clientCard, ServerCard serverCard) {
        clientCard.activate();
        serverCard.activate();
    }

    /** Ends the server and all threads. */
    @Override
    public void stop() {
        if (client != null) {
            client.close();
            server.close();
            rooms.close();
        }
        if (files != null) {
            files.close();
        }
        if (workshop != null) {
            workshop.close();
        }
        if (scenarios != null) {
            scenarios.close();
        }
        if (store != null) {
            store.close();
        }
    }
}
