package org.mtlsplayground.ui.common;

import java.security.cert.X509CRL;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.peer.RevocationChecking;
import org.mtlsplayground.peer.RevocationChecking.Source;
import org.mtlsplayground.pki.status.RevocationList;
import org.mtlsplayground.text.Messages;

/** How a side finds out whether the other's certificate is revoked. For use on the FX thread. */
public final class RevocationInputs {
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(this, "source", Source.OFF);
    private final BooleanProperty softFail = new SimpleBooleanProperty(this, "softFail");
    private final FileSlot<List<X509CRL>> lists;
    /** Has the responder, and whether the whole chain is checked: there is no field for these. */
    private final ObjectProperty<RevocationChecking> unseen =
            new SimpleObjectProperty<>(this, "unseen", RevocationChecking.off());

    public RevocationInputs(Background background) {
        lists = new FileSlot<>((file, choice) -> file.revocationLists(), false, background);
        lists.contentProperty()
                .addListener((property, before, now) -> lists.hintProperty().set(hint()));
        lists.hintProperty().set(hint());
    }

    /** Where it looks. */
    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** Whether a certificate is accepted where its status can't be found out. */
    public BooleanProperty softFailProperty() {
        return softFail;
    }

    /** The file with CRLs at hand; of use only where CRLs are looked at. */
    public FileSlot<List<X509CRL>> lists() {
        return lists;
    }

    /** Whether CRLs are looked at. */
    boolean looksAtLists() {
        return source.get() == Source.CRL || source.get() == Source.ANY;
    }

    /** Puts in what there is a place for: where to look, and whether with mercy; the file of lists stays as it is. */
    public void show(RevocationChecking checking) {
        unseen.set(checking);
        source.set(checking.source());
        softFail.set(checking.softFail());
    }

    /** What {@link #show} and the user change, in the order in which it is to be put back. */
    public List<Property<?>> inputs() {
        return List.of(unseen, source, softFail, lists.pathProperty());
    }

    /** Everything that the settings depend on. */
    public List<Observable> all() {
        return List.of(unseen, source, softFail, lists.contentProperty());
    }

    /** The settings; empty if the file that is to be looked at can't be used. */
    public Optional<RevocationChecking> checking() {
        if (source.get() == Source.OFF) {
            return Optional.of(RevocationChecking.off());
        }
        RevocationChecking checking = RevocationChecking.by(source.get())
                .softFail(softFail.get())
                .at(unseen.get().responder().orElse(null))
                .wholeChain(unseen.get().wholeChain());
        if (!looksAtLists()) {
            return Optional.of(checking);
        }
        return switch (lists.content().status()) {
            case READY -> Optional.of(checking.with(lists.value()));
            case EMPTY -> Optional.of(checking);
            case LOADING, FAILED -> Optional.empty();
        };
    }

    private Hint hint() {
        return switch (lists.content().status()) {
            case READY -> line(lists.value(), Instant.now());
            case FAILED -> IdentityFiles.problem(lists);
            case LOADING -> lists.hintProperty().get();
            case EMPTY -> Hint.info(Messages.get("revocation.list.none"));
        };
    }

    /** Whose list it is, how long it is, and till when; a warning if it is over. */
    private static Hint line(List<X509CRL> all, Instant now) {
        RevocationList first = RevocationList.of(all.get(0));
        Optional<Instant> end = first.nextUpdate();
        String more = all.size() > 1 ? " · " + Messages.get("revocation.list.more", all.size() - 1) : "";
        String text = Messages.get("revocation.list", first.issuer(), first.size())
                + end.map(moment -> " · " + Messages.get("certificate.line.valid", day(moment)))
                        .orElse("")
                + more;
        return end.filter(now::isAfter).isPresent()
                ? Hint.warn(Messages.get("revocation.list.over", text))
                : Hint.info(text);
    }

    private static String day(Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }
}
