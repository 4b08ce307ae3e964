package org.mtlsplayground.ui.certificates;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.pki.CertificateDescription.Validity;

/** What the panel shows, without its controls. For the FX thread alone. */
final class CertificatesModel {
    private final InstantSource clock;
    private ChainEntry suggested;
    private final ReadOnlyObjectWrapper<List<ChainNode>> chains =
            new ReadOnlyObjectWrapper<>(this, "chains", List.of());
    private final ObjectProperty<ChainEntry> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<CertificateDetails> details = new ReadOnlyObjectWrapper<>(this, "details");

    /**
     * @param clock says what today is
     */
    CertificatesModel(InstantSource clock) {
        this.clock = clock;
        selected.addListener((property, before, now) -> details.set(
                now instanceof ChainEntry.Present entry ? CertificateDetails.of(entry, clock.instant()) : null));
    }

    /**
     * Replaces all chains. What the user has selected stays selected if it is still there: the same certificate in a group
     * of the same title. Else the first leaf is.
     */
    void show(List<CertificateGroup> groups) {
        List<ChainNode> shown = groups.stream().map(ChainNode::of).toList();
        ChainEntry before = selected.get() == null || selected.get().equals(suggested) ? null : selected.get();
        chains.set(shown);
        ChainEntry again = shown.stream()
                .map(node -> find(node, before))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> shown.isEmpty() ? null : shown.get(0).deepest().entry());
        suggested = before == null ? again : suggested;
        selected.set(null);
        selected.set(again);
    }

    /** One heading for each group. */
    ReadOnlyObjectProperty<List<ChainNode>> chainsProperty() {
        return chains.getReadOnlyProperty();
    }

    /** The line that is looked at; null if there is none. */
    ObjectProperty<ChainEntry> selectedProperty() {
        return selected;
    }

    /** The selected certificate; null if none is. */
    ReadOnlyObjectProperty<CertificateDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** Where now lies in a certificate's validity period. */
    Validity validityNow(ChainEntry.Present entry) {
        return entry.description().validityAt(clock.instant());
    }

    private static Optional<ChainEntry> find(ChainNode node, ChainEntry wanted) {
        if (wanted instanceof ChainEntry.Present before
                && node.entry() instanceof ChainEntry.Present here
                && here.group().equals(before.group())
                && here.certificate().equals(before.certificate())) {
            return Optional.of(here);
        }
        return node.children().stream()
                .map(child -> find(child, wanted))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
