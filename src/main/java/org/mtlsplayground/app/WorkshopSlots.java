package org.mtlsplayground.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.StringProperty;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.ui.client.ClientInputs;
import org.mtlsplayground.ui.common.IdentityFiles;
import org.mtlsplayground.ui.common.TrustFile;
import org.mtlsplayground.ui.common.TypedPath;
import org.mtlsplayground.ui.server.ServerInputs;
import org.mtlsplayground.ui.workshop.Slots;

/** The file fields of both cards, for what the workshop loads into them. For use on the FX thread. */
final class WorkshopSlots implements Slots {
    private final ClientInputs client;
    private final ServerInputs server;
    /** What stood in a field before it was loaded into for the first time. */
    private final Map<StringProperty, String> before = new LinkedHashMap<>();

    WorkshopSlots(ClientInputs client, ServerInputs server) {
        this.client = client;
        this.server = server;
    }

    @Override
    public void load(Side side, Path chain, Path key) {
        IdentityFiles identity = side == Side.CLIENT ? client.identity() : server.identity();
        put(identity.chain().pathProperty(), chain);
        put(identity.key().pathProperty(), key);
    }

    @Override
    public void trust(Side side, Path authorities) {
        TrustFile trust = side == Side.CLIENT ? client.trust() : server.trust();
        trust.sourceProperty().set(TrustFile.Source.FILE);
        put(trust.slot().pathProperty(), authorities);
    }

    private void put(StringProperty field, Path file) {
        before.putIfAbsent(field, field.get());
        field.set(file.toString());
    }

    /** Puts back what stood in the fields before, where their files will be gone: they are remembered for the next start. */
    void restore(Predicate<Path> isGone) {
        before.forEach((field, path) -> {
            if (TypedPath.parse(field.get()).filter(isGone).isPresent()) {
                field.set(path);
            }
        });
    }
}
