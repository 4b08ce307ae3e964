package org.mtlsplayground.ui.workshop;

import atlantafx.base.controls.ToggleSwitch;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mtlsplayground.ca.Fault;
import org.mtlsplayground.text.Messages;

/** A switch for each fault, by theme, of which one at most is on. Those that do not apply are left out. */
public final class FaultList extends VBox {
    private final Map<Fault, ToggleSwitch> switches = new EnumMap<>(Fault.class);
    private final Map<Fault, Node> rows = new EnumMap<>(Fault.class);
    private final Map<FaultGroup, Node> headings = new EnumMap<>(FaultGroup.class);
    private Supplier<Set<Fault>> possible = Set::of;
    private ObjectProperty<Optional<Fault>> chosen;
    private boolean showing;

    public FaultList() {
        getStyleClass().add("pg-faults");
    }

    /** Joins it to what is chosen; to be called once. */
    void attach(ObjectProperty<Optional<Fault>> itsChosen, Supplier<Set<Fault>> itsPossible) {
        chosen = itsChosen;
        possible = itsPossible;
        for (FaultGroup group : FaultGroup.values()) {
            Label heading = new Label(Messages.get("workshop.faults." + group.name()));
            heading.getStyleClass().addAll("pg-section", "pg-fault-heading");
            headings.put(group, heading);
            getChildren().add(heading);
            group.faults().forEach(fault -> getChildren().add(row(fault)));
        }
        chosen.addListener(changed -> show());
        show();
    }

    private Node row(Fault fault) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setId("fault-" + fault.name());
        toggle.setAccessibleText(FaultWords.title(fault));
        toggle.setAccessibleHelp(FaultWords.sentence(fault));
        toggle.selectedProperty().addListener((property, before, now) -> {
            if (!showing) {
                chosen.set(now ? Optional.of(fault) : Optional.empty());
            }
        });
        Label title = new Label(FaultWords.title(fault));
        title.getStyleClass().add("pg-fault-title");
        title.setOnMouseClicked(event -> toggle.setSelected(!toggle.isSelected()));
        Label sentence = new Label(FaultWords.sentence(fault));
        sentence.getStyleClass().add("pg-fault-sentence");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title, sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(toggle, words);
        row.getStyleClass().add("pg-fault");
        switches.put(fault, toggle);
        rows.put(fault, row);
        return row;
    }

    /** To be called when other faults may be possible. */
    void show() {
        showing = true;
        Set<Fault> now = possible.get();
        switches.forEach((fault, toggle) ->
                toggle.setSelected(chosen.get().filter(fault::equals).isPresent()));
        rows.forEach((fault, row) -> shown(row, now.contains(fault)));
        headings.forEach(
                (group, heading) -> shown(heading, group.faults().stream().anyMatch(now::contains)));
        showing = false;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
