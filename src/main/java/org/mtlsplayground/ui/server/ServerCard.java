package org.mtlsplayground.ui.server;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.Where;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.AlgorithmsPane;
import org.mtlsplayground.ui.common.CopyAsButton;
import org.mtlsplayground.ui.common.FileField;
import org.mtlsplayground.ui.common.FilePicker;
import org.mtlsplayground.ui.common.Fold;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.HintLine;
import org.mtlsplayground.ui.common.InputMarks;
import org.mtlsplayground.ui.common.RevocationPane;
import org.mtlsplayground.ui.common.SampleFiles;
import org.mtlsplayground.ui.common.Segments;
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.common.StatePill;
import org.mtlsplayground.ui.common.TrustChoice;
import org.mtlsplayground.ui.common.TypedProtocols;

/** The server's card: joins the layout to the view-model. */
public final class ServerCard {
    private final ServerViewModel model;
    private final Parent root;

    @FXML
    private CopyAsButton copyAs;

    @FXML
    private StatePill pill;

    @FXML
    private TextField address;

    @FXML
    private TextField port;

    @FXML
    private HintLine addressHint;

    @FXML
    private HintLine portHint;

    @FXML
    private ToggleButton required;

    @FXML
    private ToggleButton optional;

    @FXML
    private ToggleButton none;

    @FXML
    private FileField chain;

    @FXML
    private FileField key;

    @FXML
    private FileField trust;

    @FXML
    private MenuButton trustChoice;

    @FXML
    private RadioMenuItem trustFile;

    @FXML
    private RadioMenuItem trustNobody;

    @FXML
    private RadioMenuItem trustJdk;

    @FXML
    private Fold more;

    @FXML
    private CheckBox tls13;

    @FXML
    private CheckBox tls12;

    @FXML
    private AlgorithmsPane algorithms;

    @FXML
    private TextField serverNames;

    @FXML
    private HintLine serverNamesHint;

    @FXML
    private TextField subjects;

    @FXML
    private HintLine subjectsHint;

    @FXML
    private TextField protocols;

    @FXML
    private HintLine protocolsHint;

    @FXML
    private RevocationPane revocation;

    @FXML
    private CheckBox staple;

    @FXML
    private HintLine stapleHint;

    @FXML
    private TextField reply;

    @FXML
    private TextField seconds;

    @FXML
    private HintLine secondsHint;

    @FXML
    private HBox restartLine;

    @FXML
    private VBox question;

    @FXML
    private HintLine questionText;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Node footer;

    @FXML
    private HintLine note;

    @FXML
    private Label count;

    @FXML
    private Button start;

    public ServerCard(ServerViewModel model, SettingsStore store, SampleFiles samples, FilePicker picker) {
        this.model = model;
        ServerMemory.bind(model.inputs(), store, samples);
        root = Fxml.load(this, "server-card.fxml");
        bindInputs(model.inputs(), picker);
        note.hintProperty().bind(model.noteProperty());
        showWhen(restartLine, model.outdatedProperty());
        showWhen(question, model.stateProperty().map(state -> state == ServerState.ASKING));
        model.stateProperty().addListener((property, before, now) -> show(now));
        model.countsProperty().addListener((property, before, now) -> showCounts(now));
        showCounts(model.countsProperty().get());
        show(model.stateProperty().get());
    }

    /** The card. */
    public Parent root() {
        return root;
    }

    /** Begins to read the picked files. To be called when the window is there. */
    public void activate() {
        model.inputs().identity.activate();
        model.inputs().trust.slot().activate();
        model.inputs().revocation.lists().activate();
    }

    /** Gives the focus to the button with which everything begins. */
    public void focus() {
        start.requestFocus();
    }

    private void bindInputs(ServerInputs inputs, FilePicker picker) {
        bind(address, inputs.address, "server.address");
        bind(port, inputs.port, "server.port");
        bind(protocols, inputs.protocols, "server.protocols");
        bind(serverNames, inputs.serverNames, "server.names");
        bind(subjects, inputs.subjects, "server.subjects");
        bind(reply, inputs.reply, "server.reply");
        bind(seconds, inputs.seconds, "server.timeout");
        Segments.bind(
                Map.of(
                        required, ClientAuthentication.REQUIRED,
                        optional, ClientAuthentication.OPTIONAL,
                        none, ClientAuthentication.NONE),
                inputs.authentication);
        tls13.selectedProperty().bindBidirectional(inputs.versions.tls13Property());
        tls12.selectedProperty().bindBidirectional(inputs.versions.tls12Property());
        show(address, addressHint, inputs.addressHint);
        show(port, portHint, inputs.portHint);
        show(protocols, protocolsHint, inputs.protocolsHint);
        show(serverNames, serverNamesHint, inputs.serverNamesHint);
        show(subjects, subjectsHint, inputs.subjectsHint);
        show(seconds, secondsHint, inputs.secondsHint);
        InputMarks.markCovered(scroll, footer);
        copyAs.attach(inputs.copyAs);
        chain.attach(inputs.identity.chain(), picker);
        key.attach(inputs.identity.key(), picker);
        trust.attach(inputs.trust.slot(), picker);
        algorithms.attach(inputs.algorithms);
        revocation.attach(inputs.revocation, picker);
        staple.selectedProperty().bindBidirectional(inputs.staple);
        stapleHint.hintProperty().bind(inputs.stapleHint);
        var unused = new TrustChoice(inputs.trust, trust, trustChoice, trustFile, trustNobody, trustJdk);
        Stream.of(inputs.versions.textProperty(), inputs.protocols, inputs.serverNames, inputs.subjects, inputs.reply)
                .forEach(value -> value.addListener(changed -> summarise(inputs)));
        inputs.algorithms.all().forEach(value -> value.addListener((Observable changed) -> summarise(inputs)));
        summarise(inputs);
    }

    private void summarise(ServerInputs inputs) {
        String accepted = inputs.algorithms.added(
                TypedProtocols.added(inputs.versions.textProperty().get(), inputs.protocols.get()));
        accepted = added(accepted, "server.names.more", inputs.serverNames.get());
        accepted = added(accepted, "server.subjects.more", inputs.subjects.get());
        more.summaryProperty().set(Messages.get("server.more", accepted, inputs.reply.get()));
    }

    private static String added(String others, String key, String typed) {
        return typed.isBlank() ? others : Messages.get(key, others, typed.strip());
    }

    private static void show(TextField field, HintLine line, ObjectProperty<Hint> hint) {
        line.hintProperty().bind(hint);
        InputMarks.markErrors(field, hint);
    }

    private static void bind(TextField field, StringProperty value, String label) {
        field.textProperty().bindBidirectional(value);
        field.setAccessibleText(Messages.get(label));
    }

    /** Its parts are taken out while it is hidden: what is not there need not be styled, which counts at the start. */
    private static void showWhen(Pane pane, ObservableValue<Boolean> shown) {
        List<Node> parts = List.copyOf(pane.getChildren());
        pane.visibleProperty().bind(shown);
        pane.managedProperty().bind(shown);
        pane.getChildren().setAll(shown.getValue() ? parts : List.of());
        pane.visibleProperty()
                .addListener((property, before, now) -> pane.getChildren().setAll(now ? parts : List.of()));
    }

    @FXML
    void startOrStop() {
        model.startOrStop();
    }

    @FXML
    void restart() {
        model.restart();
    }

    @FXML
    void allow() {
        model.allow();
    }

    @FXML
    void decline() {
        model.decline();
    }

    private void show(ServerState state) {
        boolean running = state == ServerState.LISTENING || state == ServerState.STOPPING;
        pill.show(
                switch (state) {
                    case STOPPED, ASKING, STOPPING -> StatePill.Tone.NEUTRAL;
                    case STARTING -> StatePill.Tone.CONNECTING;
                    case LISTENING -> StatePill.Tone.LISTENING;
                },
                state == ServerState.LISTENING
                        ? Messages.get(
                                "server.state.LISTENING",
                                Where.of(model.addressProperty().get()))
                        : Messages.get("server.state." + state),
                state == ServerState.LISTENING
                        ? Messages.get(
                                "server.listening.brief",
                                model.addressProperty().get().getPort())
                        : "");
        questionText
                .hintProperty()
                .set(Hint.warn(Messages.get("server.ask", model.inputs().address.get())));
        start.setText(Messages.get(running ? "server.stop" : "server.start"));
        start.setDisable(state == ServerState.STARTING || state == ServerState.STOPPING);
        start.getStyleClass().removeAll(Styles.ACCENT, "pg-stop");
        start.getStyleClass().add(running ? "pg-stop" : Styles.ACCENT);
    }

    private void showCounts(ServerTally.Counts counts) {
        count.setText(Messages.get(
                counts.connections() == 1 ? "server.counts.one" : "server.counts",
                counts.connections(),
                counts.accepted(),
                counts.refused()));
        count.setVisible(counts.connections() > 0);
        count.setManaged(counts.connections() > 0);
    }
}
