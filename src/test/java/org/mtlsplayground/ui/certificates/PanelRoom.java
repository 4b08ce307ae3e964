package org.mtlsplayground.ui.certificates;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The panel alone in a window, with its work on threads of its own. */
@ExtendWith(ApplicationExtension.class)
abstract class PanelRoom {
    private static final int SECONDS = 30;

    final PickedPaths picker = new PickedPaths();
    final Map<Slot, LoadedFile> loaded = new EnumMap<>(Slot.class);
    final FxRobot robot = new FxRobot();

    @TempDir
    Path folder;

    CertificatesPanel panel;
    private StackPane frame;
    private Stage stage;

    /** To be called at the start of a test by its class: TestFX does not look further up. */
    void build(Stage itsStage) {
        stage = itsStage;
        panel = new CertificatesPanel(
                new Desk(new Background(), picker, folder.resolve("out"), loaded::put), InstantSource.system());
        frame = new StackPane(panel.root());
        frame.setStyle("-fx-font-size: 13px;");
        StackPane.setAlignment(panel.root(), Pos.TOP_LEFT);
        Scene scene = new Scene(frame, 1440, 500);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Not within " + SECONDS + " s: " + what, e);
        }
    }

    static void onFx(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, action);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static <T> T fromFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, question);
    }

    static List<X509Certificate> sample(String name) throws Exception {
        return PkiFiles.certificates(Path.of("sample-certs", name), null);
    }

    static CertificateGroup group(String title, Origin origin, String... samples) throws Exception {
        List<X509Certificate> all = Stream.of(samples)
                .flatMap(name -> {
                    try {
                        return sample(name).stream();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        return new CertificateGroup(title, all, "", origin);
    }

    /** Shows chains, and waits until the first leaf is there in full. */
    void show(CertificateGroup... groups) {
        onFx(() -> panel.show(List.of(groups)));
        await(
                "the first leaf",
                () -> node(".pg-cert-view") != null && node(".pg-cert-view").isVisible());
    }

    void open(Path... files) {
        onFx(() -> panel.open(List.of(files)));
    }

    Node node(String selector) {
        return frame.lookup(selector);
    }

    /** What a label says; empty while it is not there. */
    String text(String selector) {
        return fromFx(() -> node(selector) instanceof Labeled label ? label.getText() : "");
    }

    @SuppressWarnings("unchecked")
    TreeView<ChainEntry> tree() {
        return (TreeView<ChainEntry>) node(".pg-cert-tree");
    }

    FieldList fields() {
        return (FieldList) node(".pg-cert-fields");
    }

    /** All texts of this style that are there, from top to bottom. */
    List<String> texts(String selector) {
        return fromFx(() -> frame.lookupAll(selector).stream()
                .map(label -> ((Labeled) label).getText())
                .toList());
    }

    /** From the menu of the tree; the screen in memory knows no click that opens it. */
    void choose(String item) {
        onFx(() -> tree().getContextMenu().getItems().stream()
                .filter(offered -> item.equals(offered.getText()))
                .findFirst()
                .orElseThrow()
                .fire());
    }

    static String clipboard() {
        return fromFx(() -> Clipboard.getSystemClipboard().getString());
    }

    /** In both themes, small and large. */
    void picture(String name) {
        for (Theme theme : Theme.values()) {
            for (int[] size : new int[][] {{1024, 260}, {1440, 420}}) {
                onFx(() -> {
                    theme.apply(stage.getScene());
                    ((Region) panel.root()).setMaxSize(size[0], size[1]);
                    frame.applyCss();
                    frame.layout();
                    panel.parts().setDividerPositions(panel.usualDividers());
                });
                onFx(() -> Screenshot.take(
                        panel.root(), name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + size[0]));
            }
        }
        onFx(() -> {
            Theme.LIGHT.apply(stage.getScene());
            ((Region) panel.root()).setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        });
    }
}
