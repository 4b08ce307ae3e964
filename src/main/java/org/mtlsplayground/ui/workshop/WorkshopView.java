package org.mtlsplayground.ui.workshop;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TreeView;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.mtlsplayground.ca.SigningRequest;
import org.mtlsplayground.ca.revocation.Issued;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FileDrops;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;

/** The window’s content: what can be made at once, the shelf, and four rooms for what is selected. */
final class WorkshopView implements Errands {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MAKE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final Duration PATIENCE = Duration.millis(300);

    private final WorkshopModel model;
    private final RequestModel requests;
    private final BooksModel books;
    private final Loading loading;
    private final Background background;
    private final Workshop.Pickers pickers;
    private final StringProperty lastFolder;
    private final FormModel form;
    private final FormView formView;
    private final Questions questions;
    private final Parent root;

    @FXML
    private Node all;

    @FXML
    private Button set;

    @FXML
    private TreeView<Made> tree;

    @FXML
    private Node empty;

    @FXML
    private TabPane tabs;

    @FXML
    private Tab certificateTab;

    @FXML
    private Tab formTab;

    @FXML
    private Tab requestTab;

    @FXML
    private Tab booksTab;

    @FXML
    private MenuItem saveAll;

    @FXML
    private Node busyLine;

    @FXML
    private Label busy;

    @FXML
    private HintLine note;

    @FXML
    private Label unsaved;

    @FXML
    private Sheets sheets;

    /** What it shows. */
    record Models(WorkshopModel workshop, RequestModel requests, BooksModel books, Loading loading) {}

    WorkshopView(
            Models models,
            Background background,
            Workshop.Pickers pickers,
            StringProperty lastFolder,
            DataFormat dragFormat) {
        model = models.workshop();
        requests = models.requests();
        books = models.books();
        loading = models.loading();
        this.background = background;
        this.pickers = pickers;
        this.lastFolder = lastFolder;
        form = new FormModel(model);
        root = Fxml.load(this, "workshop.fxml");
        root.getStylesheets().add(WorkshopView.class.getResource("workshop.css").toExternalForm());
        sheets.over(all);
        questions = new Questions(sheets);
        tree.setCellFactory(view -> new MadeCell(loading, dragFormat));
        ShelfTree shelf = new ShelfTree(tree, model);
        books.issued().addListener((Observable changed) -> shelf.refresh());
        formView = new FormView(form, model.shelf(), this::makeRequest);
        certificateTab.setContent(new CertificateView(model, books, loading, this).root());
        formTab.setContent(formView.root());
        requestTab.setContent(new RequestView(requests, pickers.files(), this, this::sign).root());
        booksTab.setContent(new BooksView(books, model.responders(), this, this::revoke, this::keep).root());
        note.hintProperty().bind(model.noteProperty());
        model.busyProperty().addListener((property, before, now) -> showBusy(now));
        model.shelf().all().addListener((Observable changed) -> count());
        requests.made().addListener((Observable changed) -> count());
        model.selectedProperty().addListener((property, before, now) -> showNew(now));
        tree.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        FileDrops.install(root, () -> !sheets.isVisible(), files -> bringIn(files, this::look));
        showBusy("");
        count();
    }

    Parent root() {
        return root;
    }

    void focus() {
        set.requestFocus();
    }

    /** What was made is looked at, wherever it was made. */
    private void showNew(Made made) {
        if (made != null && tabs.getSelectionModel().getSelectedItem() == formTab && !tree.isFocused()) {
            tabs.getSelectionModel().select(certificateTab);
        }
    }

    private void showBusy(String words) {
        busy.setText(words);
        shown(busyLine, false);
        if (!words.isEmpty()) {
            PauseTransition patience = new PauseTransition(PATIENCE);
            patience.setOnFinished(
                    event -> shown(busyLine, !model.busyProperty().get().isEmpty()));
            patience.play();
        }
    }

    private void count() {
        shown(empty, model.shelf().all().isEmpty());
        int keys = UnsavedKeys.count(model.shelf(), requests);
        unsaved.setText(keys == 0 ? "" : Messages.get(keys == 1 ? "workshop.unsaved.one" : "workshop.unsaved", keys));
        saveAll.setDisable(model.shelf().all().stream().noneMatch(Made::isUnsaved));
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void shortcut(KeyEvent event) {
        if (sheets.isVisible()) {
            return;
        }
        if (SAVE.match(event)) {
            saveShown();
            event.consume();
        } else if (MAKE.match(event) && tabs.getSelectionModel().getSelectedItem() == formTab) {
            formView.makeNow();
            event.consume();
        }
    }

    /** A request where one is looked at, else the selected certificate. */
    private void saveShown() {
        boolean atRequests = tabs.getSelectionModel().getSelectedItem() == requestTab;
        Optional<MadeRequest> request = atRequests ? requests.ownShown() : Optional.empty();
        if (request.isPresent()) {
            save(new RequestSaving(request.get()));
        } else if (model.selectedProperty().get() != null) {
            save(List.of(model.selectedProperty().get()));
        } else {
            model.noteProperty().set(Hint.info(Messages.get("workshop.save.nothing")));
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DELETE && model.selectedProperty().get() != null) {
            remove(model.selectedProperty().get());
            event.consume();
        }
    }

    @FXML
    void makeSet() {
        model.completeSet();
    }

    @FXML
    void makeClient() {
        model.quick(Kind.CLIENT);
    }

    @FXML
    void makeServer() {
        model.quick(Kind.SERVER);
    }

    @FXML
    void makeIntermediate() {
        model.quick(Kind.INTERMEDIATE);
    }

    @FXML
    void makeRoot() {
        model.quick(Kind.ROOT);
    }

    @FXML
    void cancel() {
        model.cancel();
    }

    @FXML
    void openCertificate() {
        pickers.files()
                .pick(root.getScene().getWindow(), Messages.get("workshop.open.certificate"))
                .ifPresent(file -> bringIn(List.of(file), this::reissue));
    }

    /** Puts on the shelf, or looks at, what is in files of any kind. */
    private void bringIn(List<Path> files, Consumer<Made> then) {
        Arrivals.open(
                model, questions, new Arrivals.Hosts(then, this::look, folder -> open(folder, new char[0])), files);
    }

    private void look(Made made) {
        model.selectedProperty().set(made);
        tabs.getSelectionModel().select(certificateTab);
    }

    private void look(RequestModel.Read request) {
        requests.show(request);
        tabs.getSelectionModel().select(requestTab);
    }

    @FXML
    void openRequest() {
        tabs.getSelectionModel().select(requestTab);
        pickers.files()
                .pick(root.getScene().getWindow(), Messages.get("workshop.requests.open.title"))
                .ifPresent(requests::read);
    }

    @FXML
    void openFolder() {
        pickFolder("workshop.open.folder").ifPresent(folder -> open(folder, new char[0]));
    }

    private void open(Path folder, char[] password) {
        books.open(folder, password, () -> questions.password(folder.toString(), typed -> open(folder, typed)));
    }

    private Optional<Path> pickFolder(String title) {
        return pickers.folders()
                .pickFolder(root.getScene().getWindow(), Messages.get(title), Optional.of(Path.of(lastFolder.get())));
    }

    @FXML
    void saveAll() {
        List<Made> never = model.shelf().all().stream().filter(Made::isUnsaved).toList();
        if (!never.isEmpty()) {
            save(never);
        }
    }

    @Override
    public void save(List<Made> made) {
        save(new CertificateSaving(made, loading));
    }

    @Override
    public void save(Saving saving) {
        var unused =
                new SaveSheet(saving, background, sheets, pickers.folders(), lastFolder, model.noteProperty()::set);
    }

    @Override
    public void reissue(Made made) {
        form.startLike(made);
        tabs.getSelectionModel().select(formTab);
        formView.top();
    }

    @Override
    public void breakIt(Made made) {
        reissue(made);
        formView.openFaults();
    }

    private void sign(SigningRequest request) {
        form.startWith(request, requests.pairOf(request));
        tabs.getSelectionModel().select(formTab);
        formView.top();
    }

    private void makeRequest() {
        requests.make(form.order().wanted());
        tabs.getSelectionModel().select(requestTab);
    }

    @Override
    public void revoke(Made made) {
        BooksModel.entry(made)
                .ifPresent(entry -> revokeAs(made.name(), () -> made.issuer().orElseThrow(), entry));
    }

    private void revoke(Issued entry) {
        revokeAs(Facts.name(entry), () -> books.authorityProperty().get(), entry);
    }

    private void revokeAs(String name, java.util.function.Supplier<Made> ca, Issued entry) {
        questions.revoke(name, reason -> books.revoke(ca.get(), entry.serial(), reason));
    }

    private void keep() {
        String name = books.authorityProperty().get().name();
        pickFolder("workshop.keep.folder").ifPresent(folder -> questions.keep(name, folder, books::keep));
    }

    @Override
    public void remove(Made made) {
        int below = below(made);
        if (made.isUnsaved() || below > 0) {
            questions.remove(
                    below == 0
                            ? Messages.get("workshop.remove.unsaved", made.name())
                            : Messages.get("workshop.remove.below", made.name(), below),
                    () -> model.remove(made));
        } else {
            model.remove(made);
        }
    }

    private int below(Made made) {
        return model.shelf().issuedBy(made).stream()
                .mapToInt(each -> 1 + below(each))
                .sum();
    }
}
