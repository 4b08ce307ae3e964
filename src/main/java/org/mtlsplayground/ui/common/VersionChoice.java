package org.mtlsplayground.ui.common;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.mtlsplayground.peer.TlsVersion;

/** Which TLS versions a side may use; one at least always remains. */
public final class VersionChoice {
    private final BooleanProperty tls13 = new SimpleBooleanProperty(this, "tls13", true);
    private final BooleanProperty tls12 = new SimpleBooleanProperty(this, "tls12", true);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text");

    public VersionChoice() {
        keepOne(tls13, tls12);
        keepOne(tls12, tls13);
        tls13.addListener((property, before, now) -> text.set(words()));
        tls12.addListener((property, before, now) -> text.set(words()));
        text.set(words());
    }

    /** Taking away the last version brings the other one back: a side without a version could do nothing. */
    private static void keepOne(BooleanProperty changed, BooleanProperty other) {
        changed.addListener((property, before, now) -> {
            if (!now && !other.get()) {
                other.set(true);
            }
        });
    }

    /** Whether TLS 1.3 may be used. */
    public BooleanProperty tls13Property() {
        return tls13;
    }

    /** Whether TLS 1.2 may be used. */
    public BooleanProperty tls12Property() {
        return tls12;
    }

    /** The chosen versions, never empty. */
    public Set<TlsVersion> versions() {
        Set<TlsVersion> versions = EnumSet.noneOf(TlsVersion.class);
        if (tls13.get()) {
            versions.add(TlsVersion.TLS_1_3);
        }
        if (tls12.get()) {
            versions.add(TlsVersion.TLS_1_2);
        }
        return versions;
    }

    /** Chooses these, of which there must be one. */
    public void show(Set<TlsVersion> versions) {
        tls13.set(true);
        tls12.set(versions.contains(TlsVersion.TLS_1_2));
        tls13.set(versions.contains(TlsVersion.TLS_1_3));
    }

    /** In words: {@code TLS 1.3, 1.2}. */
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    private String words() {
        String all = versions().stream().map(TlsVersion::displayName).collect(Collectors.joining(", "));
        return all.replace(", TLS ", ", ");
    }
}
