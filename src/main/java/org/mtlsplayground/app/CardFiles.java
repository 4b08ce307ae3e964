package org.mtlsplayground.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import org.mtlsplayground.ui.client.ClientInputs;
import org.mtlsplayground.ui.common.FileSlot;
import org.mtlsplayground.ui.common.TypedPath;
import org.mtlsplayground.ui.server.ServerInputs;

/** The certificates, keys and CAs that both cards refer to. For use on the FX thread. */
final class CardFiles {
    private static final System.Logger LOG = System.getLogger(CardFiles.class.getName());

    private final List<FileSlot<?>> slots;

    CardFiles(ClientInputs client, ServerInputs server) {
        slots = List.of(
                client.identity().chain(),
                client.identity().key(),
                client.trust().slot(),
                server.identity().chain(),
                server.identity().key(),
                server.trust().slot());
    }

    /** What stands in their fields. */
    List<StringProperty> paths() {
        return slots.stream().map(FileSlot::pathProperty).toList();
    }

    /** Deletes what lies in a folder of the program’s own and is in no field any more. Blocks, shortly. */
    void tidy(Path folder) {
        Set<Path> kept = paths().stream()
                .flatMap(field -> TypedPath.parse(field.get()).stream())
                .collect(Collectors.toSet());
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                if (!kept.contains(file.toAbsolutePath().normalize()) && Files.isRegularFile(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Some certificates are left in " + folder, e);
        }
    }
}
