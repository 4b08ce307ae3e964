package org.mtlsplayground.ui.certificates;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Empty;
import org.mtlsplayground.ui.common.FileDrops;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.LatestWork;

/**
 * The certificates of a connection, of the cards and of opened files: chains at the left, one certificate in full beside
 * them, and at the right whether it would work. For use on the FX thread.
 */
public final class CertificatesPanel {
    /** How wide the chains and the checks usually are. */
    private static final double CHAINS_EM = 22;

    private static final PseudoClass LOW = PseudoClass.getPseudoClass("low");
    private static final double OUTLOOK_EM = 22.5;
    private static final double LOW_EM = 20;
    private static final double MOST_OF_WIDTH = 0.25;

    private final Desk desk;
    private final InstantSource clock;
    private final CertificatesModel model;
    private final OpenFiles files;
    private final Outlooks outlooks = new Outlooks();
    private final LatestWork foretelling;
    private final LatestWork comparing;
    private final LatestWork stating;
    private final Parent root;
    private Cards cards = Cards.NONE;
    private ChainEntry.Present compared;
    private String sought;
    private ChainEntry noted;

    @FXML
    private Node chains;

    @FXML
    private Node nothing;

    @FXML
    private SearchBar search;

    @FXML
    private Region left;

    @FXML
    private Node foot;

    @FXML
    private Button openSmall;

    @FXML
    private TreeView<ChainEntry> tree;

    @FXML
    private ContextMenu treeMenu;

    @FXML
    private MenuItem closeFile;

    @FXML
    private CertificateView details;

    @FXML
    private StatusView status;

    @FXML
    private FilePane file;

    @FXML
    private Empty absent;

    @FXML
    private ComparePane comparison;

    @FXML
    private OutlookPane outlook;

    public CertificatesPanel(Desk desk) {
        this(desk, InstantSource.system());
    }

    /**
     * @param clock says what today is
     */
    CertificatesPanel(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        model = new CertificatesModel(clock, desk.background());
        files = new OpenFiles(model, desk.background());
        foretelling = new LatestWork(desk.background(), "foretell");
        stating = new LatestWork(desk.background(), "read-status");
        comparing = new LatestWork(desk.background(), "compare-certificates");
        root = Fxml.load(this, "certificates.fxml");
        root.getStylesheets()
                .add(CertificatesPanel.class.getResource("certificates.css").toExternalForm());
        tree.setCellFactory(
                cells -> new EntryCell(model, files::close, new Dragging(desk, model, details.noteProperty())));
        IconButton.name(openSmall, Messages.get("certificates.open"));
        left.heightProperty().addListener(changed -> fit());
        FileDrops.install(root, files::open);
        Clip.onCopy(tree, this::copyPem);
        treeMenu.setOnShowing(event -> prepareMenu());
        search.attach(model, details.fields(), desk.background());
        details.attach(desk, this::compare, search::open);
        comparison.attach(this::open, this::endComparison);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        TreeSelection.join(tree, model);
        model.chainsProperty().addListener((property, before, now) -> showNothingOrChains());
        model.selectedProperty().addListener((property, before, now) -> selected(now));
        model.detailsProperty().addListener((property, before, now) -> show(now));
        showNothingOrChains();
        selected(null);
    }

    /** Where it is low, each row of the tree counts. */
    private void fit() {
        boolean isLow = left.getHeight() < LOW_EM * details.em();
        openSmall.setVisible(isLow);
        tree.pseudoClassStateChanged(LOW, isLow);
        foot.setVisible(!isLow);
        foot.setManaged(!isLow);
    }

    /** All of it; fills what it is given. */
    public Parent root() {
        return root;
    }

    /** What is divided among chains, certificate and checks. */
    public SplitPane parts() {
        return (SplitPane) chains;
    }

    /** Where it is usually divided: the certificate has all that the others don’t need. */
    public double[] usualDividers() {
        double width = Math.max(1, parts().getWidth());
        if (parts().getWidth() == 0) {
            return parts().getDividerPositions();
        }
        return new double[] {
            Math.min(MOST_OF_WIDTH, CHAINS_EM * details.em() / width),
            1 - Math.min(MOST_OF_WIDTH, OUTLOOK_EM * details.em() / width)
        };
    }

    /** What the usual division depends on. */
    public Observable[] dividerCauses() {
        return new Observable[] {parts().widthProperty(), details.sizeOfText()};
    }

    /**
     * Shows these chains in place of those before; none says what will appear here. The selected certificate stays
     * selected if it is still among them.
     */
    public void show(List<CertificateGroup> groups) {
        model.show(groups);
    }

    /** Foretells anew, as the cards are now. */
    public void foretell(Cards now) {
        cards = now;
        foretell();
    }

    /** Opens files to look at. */
    public void open(List<Path> paths) {
        files.open(paths);
    }

    /**
     * Looks at a certificate, at once or as soon as it is among those shown.
     *
     * @param field which of its fields, by {@link org.mtlsplayground.pki.detail.CertificateField#id()}; empty for the whole
     */
    public void select(X509Certificate certificate, Optional<String> field) {
        sought = field.orElse(null);
        model.select(certificate);
        goToField(model.detailsProperty().get());
    }

    private void goToField(CertificateDetails shown) {
        if (sought != null && shown != null && selectedCertificate().equals(Optional.of(shown.entry()))) {
            details.fields().goTo(sought);
            sought = null;
        }
    }

    private void foretell() {
        Cards now = cards;
        Optional<ChainEntry.Present> entry = selectedCertificate();
        foretelling.run(() -> outlooks.of(now, entry), outlook::show, failure -> {});
    }

    private Optional<ChainEntry.Present> selectedCertificate() {
        return model.selectedProperty().get() instanceof ChainEntry.Present present
                ? Optional.of(present)
                : Optional.empty();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            search.open();
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.O) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && compared != null) {
            endComparison();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE
                && tree.isFocused()
                && selectedFile().isPresent()) {
            closeFile();
            event.consume();
        }
    }

    @FXML
    void open() {
        desk.picker()
                .pick(root.getScene().getWindow(), Messages.get("certificates.open.title"))
                .ifPresent(path -> files.open(List.of(path)));
    }

    @FXML
    void closeFile() {
        selectedFile().ifPresent(files::close);
    }

    private Optional<OpenFile> selectedFile() {
        return model.selectedProperty().get() instanceof ChainEntry.Heading heading ? heading.file() : Optional.empty();
    }

    private void prepareMenu() {
        boolean isCertificate = selectedCertificate().isPresent();
        treeMenu.getItems().forEach(item -> item.setDisable(!isCertificate));
        closeFile.setDisable(selectedFile().isEmpty());
    }

    @FXML
    void copyPem() {
        selectedCertificate().ifPresent(details.saving()::copyPem);
    }

    @FXML
    void savePem() {
        selectedCertificate().ifPresent(details.saving()::savePem);
    }

    @FXML
    void saveDer() {
        selectedCertificate().ifPresent(details.saving()::saveDer);
    }

    @FXML
    void useForClient() {
        use(Slot.CLIENT_CHAIN);
    }

    @FXML
    void useForServer() {
        use(Slot.SERVER_CHAIN);
    }

    @FXML
    void trustByClient() {
        use(Slot.CLIENT_TRUST);
    }

    @FXML
    void trustByServer() {
        use(Slot.SERVER_TRUST);
    }

    private void use(Slot slot) {
        selectedCertificate()
                .ifPresent(
                        entry -> details.saving().use(entry, slot, slot.hasKey() ? withKey(entry) : Optional.empty()));
    }

    private Optional<LoadedFile> withKey(ChainEntry.Present entry) {
        return model.fileOf(entry).flatMap(opened -> opened.withKey(entry.certificate()));
    }

    @FXML
    void compare() {
        selectedCertificate().ifPresent(entry -> {
            compared = entry;
            comparison.ask(entry.description().name());
            selected(entry);
        });
    }

    private void endComparison() {
        compared = null;
        comparing.forget();
        selected(model.selectedProperty().get());
    }

    private void compareWith(ChainEntry.Present other) {
        ChainEntry.Present first = compared;
        comparing.run(() -> Differences.of(first, other), comparison::show, failure -> {});
    }

    private void showNothingOrChains() {
        boolean empty = model.chainsProperty().get().isEmpty();
        nothing.setVisible(empty);
        chains.setVisible(!empty);
    }

    private void selected(ChainEntry entry) {
        // What was said of it stays while the chains around it change.
        if (entry != null && !entry.equals(noted)) {
            noted = entry;
            details.noteProperty().set(Hint.NONE);
        }
        comparison.setVisible(compared != null);
        details.setVisible(compared == null
                && entry instanceof ChainEntry.Present
                && model.detailsProperty().get() != null);
        status.setVisible(false);
        if (compared == null && entry instanceof ChainEntry.Status chosen) {
            showStatus(chosen);
        } else {
            stating.forget();
        }
        absent.setVisible(compared == null && entry instanceof ChainEntry.Missing);
        file.setVisible(compared == null && entry instanceof ChainEntry.Heading);
        if (entry instanceof ChainEntry.Missing missing) {
            absent.setTitle(missing.name());
        } else if (entry instanceof ChainEntry.Heading heading) {
            heading.file().ifPresent(file::show);
        } else if (entry instanceof ChainEntry.Present present) {
            if (compared != null && !present.equals(compared)) {
                compareWith(present);
            }
        }
        foretell();
    }

    private void showStatus(ChainEntry.Status entry) {
        List<ChainEntry.Present> known = model.certificates();
        stating.run(
                () -> StatusDetails.of(entry, known, clock.instant()),
                told -> {
                    status.show(told);
                    status.setVisible(true);
                },
                failure -> {});
    }

    private void show(CertificateDetails shown) {
        if (shown != null) {
            details.show(shown);
            details.setVisible(compared == null && selectedCertificate().isPresent());
            goToField(shown);
        }
    }

    /** Forgets passwords. */
    public void close() {
        files.close();
    }
}
