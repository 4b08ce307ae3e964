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
    private final CardFiles files;
    /** The last file of each field that lasts longer than the program runs. */
    private final Map<StringProperty, String> lasting = new LinkedHashMap<>();

    WorkshopSlots(ClientInputs client, ServerInputs server) {
        this.client = client;
        this.server = server;
        files = new CardFiles(client, server);
    }

    /**
     * Remembers from now on what stood in the fields before a file came that will be gone, whether it was loaded or
     * dropped there.
     */
    void watch(Predicate<Path> isTemporary) {
        files.paths().forEach(field -> {
            lasting.put(field, field.get());
            field.addListener((property, before, now) -> {
                if (!isOneOf(now, isTemporary)) {
                    lasting.put(field, now);
                }
            });
        });
    }

    private static boolean isOneOf(String typed, Predicate<Path> isTemporary) {
        return TypedPath.parse(typed).filter(isTemporary).isPresent();
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

    private static void put(StringProperty field, Path file) {
        field.set(file.toString());
    }

    /** Puts back what stood in the fields before, where their files will be gone: they are remembered for the next start. */
    void restore(Predicate<Path> isTemporary) {
        lasting.forEach((field, path) -> {
            if (isOneOf(field.get(), isTemporary)) {
                field.set(path);
            }
        });
    }

    /** Deletes what lies in a folder of the program’s own and is in no field. */
    void tidy(Path folder) {
        files.tidy(folder);
    }
}
