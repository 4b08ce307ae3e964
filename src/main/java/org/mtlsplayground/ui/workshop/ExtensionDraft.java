package org.mtlsplayground.ui.workshop;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.mtlsplayground.ca.OtherExtension;

/** An extension by its OID, as it stands in the form. */
final class ExtensionDraft {
    final StringProperty oid = new SimpleStringProperty(this, "oid", "");
    final BooleanProperty critical = new SimpleBooleanProperty(this, "critical");
    final StringProperty hex = new SimpleStringProperty(this, "hex", "");

    ExtensionDraft() {}

    ExtensionDraft(OtherExtension extension) {
        oid.set(extension.oid());
        critical.set(extension.critical());
        hex.set(extension.hex());
    }

    OtherExtension value() {
        return new OtherExtension(oid.get().strip(), critical.get(), hex.get());
    }
}
