package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.pki.CertificateDescription.Validity;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.LatestWork;

/** What the panel shows, without its controls. For the FX thread alone; what takes time is done on others. */
final class CertificatesModel {
    private record Wanted(CertificateGroup group, Optional<OpenFile> file) {}

    private final InstantSource clock;
    private final LatestWork building;
    private final LatestWork reading;
    private List<CertificateGroup> groups = List.of();
    private List<OpenFile> files = List.of();
    private Map<Wanted, ChainNode> built = Map.of();
    private OpenFile toSelect;
    private ChainEntry suggested;
    private X509Certificate sought;
    private final ReadOnlyObjectWrapper<List<ChainNode>> chains =
            new ReadOnlyObjectWrapper<>(this, "chains", List.of());
    private final ObjectProperty<ChainEntry> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<CertificateDetails> details = new ReadOnlyObjectWrapper<>(this, "details");

    /**
     * @param clock says what today is
     */
    CertificatesModel(InstantSource clock, Background background) {
        this.clock = clock;
        building = new LatestWork(background, "order-certificates");
        reading = new LatestWork(background, "read-certificate");
        selected.addListener((property, before, now) -> read(now));
    }

    private void read(ChainEntry entry) {
        CertificateDetails now = details.get();
        if (!(entry instanceof ChainEntry.Present present)) {
            reading.forget();
        } else if (now == null || !now.entry().equals(present)) {
            reading.run(
                    () -> CertificateDetails.of(present, clock.instant()), details::set, failure -> details.set(null));
        }
    }

    /**
     * Replaces all chains, soon. What the user has selected stays selected if it is still there: the same certificate in a
     * group of the same title. Else the first leaf is.
     */
    void show(List<CertificateGroup> wanted) {
        groups = List.copyOf(wanted);
        build();
    }

    /**
     * Replaces the opened files, which stand before the chains.
     *
     * @param select the one to look at as soon as it is read; null for none
     */
    void show(List<OpenFile> opened, OpenFile select) {
        files = List.copyOf(opened);
        toSelect = select == null ? toSelect : select;
        build();
    }

    private void build() {
        List<OpenFile> shown = files;
        List<Wanted> wanted = Stream.concat(
                        shown.stream().flatMap(file -> wanted(file).stream()),
                        groups.stream().map(group -> new Wanted(group, Optional.empty())))
                .toList();
        Map<Wanted, ChainNode> before = built;
        building.run(
                () -> {
                    Map<Wanted, ChainNode> nodes = new HashMap<>();
                    wanted.forEach(each -> nodes.computeIfAbsent(
                            each,
                            fresh -> before.containsKey(each)
                                    ? before.get(each)
                                    : ChainNode.of(each.group(), each.file())));
                    return nodes;
                },
                nodes -> take(nodes, wanted, shown),
                failure -> {});
    }

    private static Optional<Wanted> wanted(OpenFile file) {
        CertificateGroup group = file.certificates().isEmpty()
                        && file.statuses().isEmpty()
                ? null
                : new CertificateGroup(
                        file.name(), file.certificates(), file.note(), List.of(), "", Origin.FILE, file.statuses());
        return Optional.ofNullable(group).map(found -> new Wanted(found, Optional.of(file)));
    }

    private void take(Map<Wanted, ChainNode> nodes, List<Wanted> wanted, List<OpenFile> opened) {
        built = nodes;
        List<ChainNode> shown = new ArrayList<>();
        for (OpenFile file : opened) {
            shown.add(wanted.stream()
                    .filter(each -> each.file().equals(Optional.of(file)))
                    .findFirst()
                    .map(nodes::get)
                    .orElseGet(() -> new ChainNode(
                            new ChainEntry.Heading(file.name(), file.note(), Optional.of(file)), List.of())));
        }
        wanted.stream().filter(each -> each.file().isEmpty()).map(nodes::get).forEach(shown::add);
        replace(shown);
    }

    private void replace(List<ChainNode> shown) {
        ChainEntry before = selected.get() == null || selected.get().equals(suggested) ? null : selected.get();
        chains.set(shown);
        Optional<ChainNode> fresh = shown.stream()
                .filter(node -> node.entry() instanceof ChainEntry.Heading heading
                        && toSelect != null
                        && heading.file().equals(Optional.of(toSelect)))
                .findFirst();
        ChainEntry again = fresh.map(node -> node.deepest().entry())
                .or(() -> shown.stream()
                        .flatMap(ChainNode::entries)
                        .filter(entry -> isSame(entry, before))
                        .findFirst())
                .orElseGet(() -> shown.isEmpty() ? null : shown.get(0).deepest().entry());
        if (fresh.isPresent() && !toSelect.slot().isLoading()) {
            toSelect = null;
        }
        suggested = before == null && fresh.isEmpty() ? again : suggested;
        selected.set(null);
        selected.set(again);
        find();
    }

    /** Looks at a certificate, at once or as soon as it is among those shown. */
    void select(X509Certificate certificate) {
        sought = certificate;
        find();
    }

    private void find() {
        certificates().stream()
                .filter(entry -> entry.certificate().equals(sought))
                .findFirst()
                .ifPresent(entry -> {
                    sought = null;
                    selected.set(entry);
                });
    }

    private static boolean isSame(ChainEntry entry, ChainEntry before) {
        if (before instanceof ChainEntry.Present old && entry instanceof ChainEntry.Present here) {
            return here.group().equals(old.group()) && here.certificate().equals(old.certificate());
        }
        if (before instanceof ChainEntry.Status) {
            return before.equals(entry);
        }
        return before instanceof ChainEntry.Heading old
                && entry instanceof ChainEntry.Heading here
                && old.file().isPresent()
                && here.file().equals(old.file());
    }

    /** One heading for each group. */
    ReadOnlyObjectProperty<List<ChainNode>> chainsProperty() {
        return chains.getReadOnlyProperty();
    }

    /** All certificates of the tree, from top to bottom. */
    List<ChainEntry.Present> certificates() {
        return chains.get().stream()
                .flatMap(ChainNode::entries)
                .filter(ChainEntry.Present.class::isInstance)
                .map(ChainEntry.Present.class::cast)
                .toList();
    }

    /** The opened file that a certificate of the tree came from; empty for what the program shows by itself. */
    Optional<OpenFile> fileOf(ChainEntry.Present entry) {
        return chains.get().stream()
                .filter(node -> node.entries().anyMatch(each -> each == entry))
                .findFirst()
                .flatMap(
                        node -> node.entry() instanceof ChainEntry.Heading heading ? heading.file() : Optional.empty());
    }

    /** The line that is looked at; null if there is none. */
    ObjectProperty<ChainEntry> selectedProperty() {
        return selected;
    }

    /** The certificate that was selected last, as soon as it is read; null before the first. */
    ReadOnlyObjectProperty<CertificateDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** Where now lies in a certificate's validity period. */
    Validity validityNow(ChainEntry.Present entry) {
        return entry.description().validityAt(clock.instant());
    }
}
