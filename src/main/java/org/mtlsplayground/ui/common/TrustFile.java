package org.mtlsplayground.ui.common;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.text.Messages;

/** Whom a side trusts: the certificates of a file, nobody, or the list that came with the JDK. */
public final class TrustFile {
    /** Where the trusted certificates come from. */
    public enum Source {
        /** The picked file; without one nobody is trusted. */
        FILE,
        /** The JDK's own list, only ever by choice. */
        JDK
    }

    private final FileSlot<TrustAnchors> slot;
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(this, "source", Source.FILE);
    private final String nobody;

    /** @param nobody what to say where nobody is trusted */
    public TrustFile(Background background, String nobody) {
        this.nobody = nobody;
        slot = new FileSlot<>((file, choice) -> file.trustAnchors(), false, background);
        slot.contentProperty().addListener((property, before, now) -> update());
        source.addListener((property, before, now) -> update());
    }

    /** The file. */
    public FileSlot<TrustAnchors> slot() {
        return slot;
    }

    /** Which of the sources is used. */
    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** Uses the source of these; a file stays as it is. */
    public void show(TrustAnchors trust) {
        source.set(trust.platform() ? Source.JDK : Source.FILE);
    }

    /** What the user changes. */
    public List<Property<?>> inputs() {
        return List.of(source, slot.pathProperty());
    }

    /** Whom to trust; empty if the file can't be used. */
    public Optional<TrustAnchors> anchors() {
        if (source.get() == Source.JDK) {
            return Optional.of(TrustAnchors.jdk());
        }
        return switch (slot.content().status()) {
            case READY -> Optional.of(slot.value());
            case EMPTY -> Optional.of(TrustAnchors.none());
            case LOADING, FAILED -> Optional.empty();
        };
    }

    private void update() {
        slot.hintProperty().set(hint());
    }

    private Hint hint() {
        if (source.get() == Source.JDK) {
            return Hint.info(Messages.get("trust.jdk.hint"));
        }
        return switch (slot.content().status()) {
            case READY -> CertificateLine.ofTrusted(slot.value().certificates());
            case FAILED -> IdentityFiles.problem(slot);
            case LOADING -> slot.hintProperty().get();
            case EMPTY -> Hint.warn(nobody);
        };
    }
}
