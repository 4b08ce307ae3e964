package org.mtlsplayground.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.ui.common.Clip;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.Ink;
import org.mtlsplayground.ui.common.Sight;
import org.mtlsplayground.ui.common.hex.ByteRange;
import org.mtlsplayground.ui.common.hex.HexLayout;
import org.mtlsplayground.ui.common.hex.HexMarks;
import org.mtlsplayground.ui.common.hex.HexText;
import org.mtlsplayground.ui.common.hex.HexView;

/** The records of a connection as a table, and the bytes of the selected one beside it. */
public final class RecordsView {
    /** How many times as wide as sixteen bytes in a row the table is at least beside them. */
    private static final double LEAST_REST = 1.6;

    private final RecordsModel model;
    private final Consumer<Event> open;
    private final Parent root;
    private final RecordLine titles;

    @FXML
    private Node nothing;

    @FXML
    private SplitPane parts;

    @FXML
    private Ink ink;

    @FXML
    private Pane titlesSlot;

    @FXML
    private ListView<RecordRow> list;

    @FXML
    private HintLine remark;

    @FXML
    private HexView hex;

    /**
     * Builds it.
     *
     * @param chosen the message that is looked at: the record in which it ends is selected; null where there is none
     * @param open shows a message, which the user asked for by its record
     */
    public RecordsView(RecordsModel model, ObservableValue<Event> chosen, Consumer<Event> open) {
        this.model = model;
        this.open = open;
        root = Fxml.load(this, "records.fxml");
        root.getStylesheets().add(RecordsView.class.getResource("records.css").toExternalForm());
        root.getStylesheets().add(RecordsView.class.getResource("message.css").toExternalForm());
        titles = new RecordLine(ink);
        titlesSlot.getChildren().setAll(titles);
        titles.showTitles();
        ink.onChange(titles::showTitles);
        titles.roomProperty().bind(list.widthProperty());
        // With thousands of records, heights that are known are what makes scrolling smooth.
        list.fixedCellSizeProperty().bind(titles.lineHeight());
        list.setItems(model.rows());
        list.setCellFactory(view -> new RecordCell(ink, titles.insideProperty()));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show(now));
        Clip.onCopy(list, this::copyLines);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openMessage();
                event.consume();
            }
        });
        list.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openMessage();
            }
        });
        hex.onSelect(range -> hex.mark(new HexMarks(ByteRange.NONE, range, ByteRange.NONE)));
        model.rows().addListener((ListChangeListener<RecordRow>) this::follow);
        titles.insideProperty().set(model.rows().stream().anyMatch(RecordRow::isInside));
        chosen.addListener((property, before, now) -> reveal(now));
        showNothingOrRows();
        show(null);
        reveal(chosen.getValue());
    }

    /** What is divided among the table and the bytes. */
    public SplitPane parts() {
        return parts;
    }

    /** Where it is usually divided: the bytes have what eight in a row need, or sixteen where the table can spare it. */
    public double[] usualDividers() {
        double width = parts.getWidth();
        double wide = hex.widthFor(HexLayout.WIDE);
        double bytes = width - wide < wide * LEAST_REST ? hex.widthFor(HexLayout.NARROW) : wide;
        return width == 0 ? parts.getDividerPositions() : new double[] {1 - bytes / width};
    }

    /** What the usual division depends on. */
    public Observable[] dividerCauses() {
        return new Observable[] {parts.widthProperty(), hex.sizeOfText()};
    }

    private void reveal(Event event) {
        int record = event == null || event.records().isEmpty()
                ? Integer.MAX_VALUE
                : event.records().get(event.records().size() - 1);
        if (record < model.rows().size() && !list.getSelectionModel().isSelected(record)) {
            list.getSelectionModel().clearAndSelect(record);
            Sight.bring(list, record, list::scrollTo);
        }
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** Once there is a type that takes more words, its column stays wide as long as the connection is the same. */
    private void follow(ListChangeListener.Change<? extends RecordRow> change) {
        boolean inside = !model.rows().isEmpty() && titles.insideProperty().get();
        while (change.next()) {
            inside |= change.getAddedSubList().stream().anyMatch(RecordRow::isInside);
        }
        titles.insideProperty().set(inside);
        showNothingOrRows();
    }

    private void showNothingOrRows() {
        nothing.setVisible(model.rows().isEmpty());
        parts.setVisible(!model.rows().isEmpty());
    }

    private void show(RecordRow row) {
        byte[] bytes = row == null ? new byte[0] : row.entry().bytes();
        if (bytes != hex.bytes()) {
            hex.show(bytes);
        }
        remark.hintProperty().set(row == null ? Hint.info(Messages.get("records.pick")) : row.remark());
    }

    @FXML
    void openMessage() {
        RecordRow row = list.getSelectionModel().getSelectedItem();
        if (row != null && !row.messages().isEmpty()) {
            open.accept(row.messages().get(0));
        }
    }

    @FXML
    void copyLines() {
        copy(RecordRow::line);
    }

    @FXML
    void copyHex() {
        copy(row -> HexText.digits(row.entry().bytes(), all(row)));
    }

    @FXML
    void copyDump() {
        copy(row -> HexText.dump(
                row.entry().bytes(), all(row), new HexLayout(row.entry().bytes().length, 16)));
    }

    private static ByteRange all(RecordRow row) {
        return new ByteRange(0, row.entry().bytes().length);
    }

    /** Of the selected records, or of all where none is selected. */
    private void copy(Function<RecordRow, String> text) {
        List<RecordRow> selected = list.getSelectionModel().getSelectedItems();
        Clip.put((selected.isEmpty() ? list.getItems() : selected)
                .stream().map(text).collect(Collectors.joining("\n")));
    }
}
