package org.mtlsplayground.app;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Fxml;
import org.mtlsplayground.ui.common.Icon;
import org.mtlsplayground.ui.common.IconButton;
import org.mtlsplayground.ui.common.Sideways;
import org.mtlsplayground.ui.common.Theme;

/** The frame of the window: toolbar, and the places for client, centre, server and inspector. */
public final class MainWindow {
    private static final double ICON_PIXELS = 22;
    /**
     * Below so many widths of the letter m the toolbar has no room for the program's name, which the window's title says,
     * too, and a button for the workshop must do without words.
     */
    private static final double NARROW_EM = 66;

    private final Appearance appearance;
    private final Parent root;

    @FXML
    private ImageView icon;

    @FXML
    private Label appName;

    @FXML
    private HBox tools;

    @FXML
    private HBox fileTools;

    @FXML
    private Button certificates;

    @FXML
    private Button textSize;

    @FXML
    private Button theme;

    @FXML
    private Icon themeIcon;

    @FXML
    private Button help;

    @FXML
    private SplitPane rows;

    @FXML
    private StackPane upper;

    @FXML
    private Sideways columnsRoom;

    @FXML
    private SplitPane columns;

    @FXML
    private VBox bars;

    @FXML
    private StackPane middle;

    @FXML
    private VBox notices;

    @FXML
    private StackPane clientSlot;

    @FXML
    private StackPane centreSlot;

    @FXML
    private StackPane serverSlot;

    @FXML
    private StackPane inspectorSlot;

    /** Builds the frame with both cards in it. */
    public MainWindow(Appearance appearance, Node client, Node server) {
        this.appearance = appearance;
        root = Fxml.load(this, "main-window.fxml");
        icon.fitWidthProperty()
                .bind(appearance.textScale().percentProperty().map(percent -> percent.intValue() * ICON_PIXELS / 100));
        columnsRoom.visibleProperty().bind(columns.visibleProperty());
        clientSlot.getChildren().setAll(client);
        serverSlot.getChildren().setAll(server);
        certificates.setGraphic(new Icon(Feather.AWARD));
        certificates.setContentDisplay(ContentDisplay.TEXT_ONLY);
        certificates.setAccessibleText(certificates.getText());
        IconButton.name(textSize, Messages.get("app.text.name"));
        IconButton.name(help, Messages.get("app.help.name"));
        appearance.themeProperty().addListener((property, before, now) -> show(now));
        show(appearance.themeProperty().get());
        ((Region) root).widthProperty().addListener((property, before, now) -> fit());
        appearance.textScale().percentProperty().addListener((property, before, now) -> fit());
    }

    private void fit() {
        appName.setVisible(
                ((Region) root).getWidth() >= NARROW_EM * appearance.textScale().em());
        appName.setManaged(appName.isVisible());
        certificates.setContentDisplay(appName.isVisible() ? ContentDisplay.TEXT_ONLY : ContentDisplay.GRAPHIC_ONLY);
    }

    private void show(Theme now) {
        themeIcon.setFeather(now == Theme.LIGHT ? Feather.MOON : Feather.SUN);
        IconButton.name(theme, Messages.get("app.theme." + now.other()));
    }

    /** All of it. */
    public Parent root() {
        return root;
    }

    /** Shows the program's icon. Not in the first frame, which is there sooner without reading a picture. */
    void showIcon() {
        icon.setImage(AppIcons.of(48));
    }

    /** What stands between the cards. */
    public void setCentre(Node node) {
        centreSlot.getChildren().setAll(node);
    }

    /** What stands over the cards and all between them until {@link #uncover()}. */
    void cover(Node node) {
        columns.setVisible(false);
        upper.getChildren().setAll(columnsRoom, node);
    }

    /** Shows the cards again. */
    void uncover() {
        upper.getChildren().setAll(columnsRoom);
        columns.setVisible(true);
    }

    /** What stands below the cards. */
    public void setInspector(Node node) {
        inspectorSlot.getChildren().setAll(node);
    }

    /** The part of the toolbar between the name and the buttons at its right. */
    public HBox tools() {
        return tools;
    }

    /** The part of the toolbar before the buttons at its right. */
    HBox fileTools() {
        return fileTools;
    }

    /** Says what the button “Certificates…” does. */
    void setOnCertificates(Runnable action) {
        certificates.setOnAction(event -> action.run());
    }

    /** What stands between the toolbar and the rest. */
    Pane bars() {
        return bars;
    }

    /** All that is below the toolbar. */
    StackPane middle() {
        return middle;
    }

    /** News that belongs to no place in the window. */
    Notices notices() {
        return new Notices(notices);
    }

    SplitPane rows() {
        return rows;
    }

    SplitPane columns() {
        return columns;
    }

    @FXML
    void switchTheme() {
        appearance.themeProperty().set(appearance.themeProperty().get().other());
    }

    @FXML
    void showTextSize() {
        ToolPopOvers.textSize(textSize, appearance.textScale());
    }

    /** Opens the help beside its button. */
    @FXML
    public void showHelp() {
        ToolPopOvers.help(help);
    }
}
