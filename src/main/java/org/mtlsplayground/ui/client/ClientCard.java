package org.mtlsplayground.ui.client;

import atlantafx.base.theme.Styles;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
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
import org.mtlsplayground.ui.common.SettingsStore;
import org.mtlsplayground.ui.common.StatePill;
import org.mtlsplayground.ui.common.TrustChoice;
import org.mtlsplayground.ui.common.TypedProtocols;

/** The client's card: joins the layout to the view-model. */
public final class ClientCard {
    private final ClientViewModel model;
    private final Parent root;

    @FXML
    private CopyAsButton copyAs;

    @FXML
    private StatePill pill;

    @FXML
    private TextField host;

    @FXML
    private TextField port;

    @FXML
    private HintLine hostHint;

    @FXML
    private HintLine portHint;

    @FXML
    private TextField serverName;

    @FXML
    private CheckBox verifyHostName;

    @FXML
    private HintLine serverNameHint;

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
    private TextField protocols;

    @FXML
    private HintLine protocolsHint;

    @FXML
    private RevocationPane revocation;

    @FXML
    private CheckBox askStatus;

    @FXML
    private CheckBox resume;

    @FXML
    private CheckBox jdkChooses;

    @FXML
    private TextField message;

    @FXML
    private TextField seconds;

    @FXML
    private HintLine secondsHint;

    @FXML
    private ScrollPane scroll;

    @FXML
    private Node footer;

    @FXML
    private HintLine note;

    @FXML
    private Button connect;

    public ClientCard(ClientViewModel model, SettingsStore store, SampleFiles samples, FilePicker picker) {
        this.model = model;
        ClientMemory.bind(model.inputs(), store, samples);
        root = Fxml.load(this, "client-card.fxml");
        bindInputs(model.inputs(), picker);
        model.stateProperty().addListener((property, before, now) -> show(now));
        note.hintProperty().bind(model.noteProperty());
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

    private void bindInputs(ClientInputs inputs, FilePicker picker) {
        bind(host, inputs.host, "client.host");
        bind(port, inputs.port, "client.port");
        bind(serverName, inputs.serverName, "client.name");
        bind(protocols, inputs.protocols, "client.protocols");
        bind(message, inputs.message, "client.message");
        bind(seconds, inputs.seconds, "client.timeout");
        verifyHostName.selectedProperty().bindBidirectional(inputs.verifyHostName);
        resume.selectedProperty().bindBidirectional(inputs.resume);
        jdkChooses.selectedProperty().bindBidirectional(inputs.jdkChooses);
        tls13.selectedProperty().bindBidirectional(inputs.versions.tls13Property());
        tls12.selectedProperty().bindBidirectional(inputs.versions.tls12Property());
        show(host, hostHint, inputs.hostHint);
        show(port, portHint, inputs.portHint);
        show(serverName, serverNameHint, inputs.serverNameHint);
        show(protocols, protocolsHint, inputs.protocolsHint);
        show(seconds, secondsHint, inputs.secondsHint);
        InputMarks.markCovered(scroll, footer);
        copyAs.attach(inputs.copyAs);
        chain.attach(inputs.identity.chain(), picker);
        key.attach(inputs.identity.key(), picker);
        trust.attach(inputs.trust.slot(), picker);
        algorithms.attach(inputs.algorithms);
        revocation.attach(inputs.revocation, picker);
        askStatus.selectedProperty().bindBidirectional(inputs.askStatus);
        var unused = new TrustChoice(inputs.trust, trust, trustChoice, trustFile, trustNobody, trustJdk);
        Stream.of(inputs.versions.textProperty(), inputs.protocols, inputs.resume, inputs.message)
                .forEach(value -> value.addListener(changed -> summarise(inputs)));
        inputs.algorithms.all().forEach(value -> value.addListener((Observable changed) -> summarise(inputs)));
        summarise(inputs);
    }

    private void summarise(ClientInputs inputs) {
        String offered = inputs.algorithms.added(
                TypedProtocols.added(inputs.versions.textProperty().get(), inputs.protocols.get()));
        String how = inputs.resume.get() ? Messages.get("client.more.resumes", offered) : offered;
        more.summaryProperty().set(Messages.get("client.more", how, inputs.message.get()));
    }

    private static void show(TextField field, HintLine line, ObjectProperty<Hint> hint) {
        line.hintProperty().bind(hint);
        InputMarks.markErrors(field, hint);
    }

    private static void bind(TextField field, StringProperty value, String label) {
        field.textProperty().bindBidirectional(value);
        field.setAccessibleText(Messages.get(label));
    }

    @FXML
    void connectOrCancel() {
        model.connectOrCancel();
    }

    private void show(ClientState state) {
        boolean busy = state == ClientState.CONNECTING;
        pill.show(
                switch (state) {
                    case IDLE, CANCELLED -> StatePill.Tone.NEUTRAL;
                    case CONNECTING -> StatePill.Tone.CONNECTING;
                    case CONNECTED -> StatePill.Tone.CONNECTED;
                    case REFUSED, FAILED -> StatePill.Tone.REFUSED;
                },
                Messages.get("client.state." + state));
        connect.setText(Messages.get(busy ? "client.cancel" : "client.connect"));
        connect.getStyleClass().remove(Styles.ACCENT);
        if (!busy) {
            connect.getStyleClass().add(Styles.ACCENT);
        }
    }
}
