package org.mtlsplayground.scenario;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.ca.FileSet;
import org.mtlsplayground.ca.NewFile;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.LoadException;

/**
 * What a scenario is played with: certificates made for it, and the settings of both sides. Immutable, but for what it
 * holds open, as an OCSP responder: close it when the scenario has been played.
 *
 * @param client its port does not count
 * @param server its port is that to listen on; 0 picks a free one
 * @param slots the files of each side's slots, as a user would have them
 * @param fromFiles whether the files are what matters: then identities and trust are not those of the settings, but what
 *     is read from the files
 * @param between what is waited for, or done, after the first connection and before the second; empty if there is but one
 * @param rules what happens to the bytes on their way, in each connection
 * @param middle who is in the middle; the port of the server is left open. Empty if nobody is
 * @param held what must stay open while it is played
 */
public record Setup(
        ClientSettings client,
        ServerSettings server,
        Map<Side, Map<Slot, SlotFile>> slots,
        boolean fromFiles,
        Optional<Between> between,
        List<WireRule> rules,
        Optional<Middle.Faces> middle,
        List<AutoCloseable> held)
        implements AutoCloseable {
    /** What happens between two connections. */
    @FunctionalInterface
    public interface Between {
        /** Blocks until the second connection may begin. */
        void run() throws InterruptedException;
    }

    public Setup {
        rules = List.copyOf(rules);
        held = List.copyOf(held);
        slots = Map.copyOf(slots);
    }

    /** How often the client connects, each time by the same settings. */
    public int connections() {
        return between.isPresent() ? 2 : 1;
    }

    /**
     * Writes the files of both cards. Blocks. Keys are readable for their owner alone, where the platform can do that.
     *
     * @param folder is made if it is not there
     * @return for each side what goes where
     * @throws FileAlreadyExistsException if one of them is there already; then none is written
     */
    public Map<Side, CardFiles> files(Path folder) throws IOException {
        // One file may stand in two slots.
        Map<String, NewFile> wanted = new LinkedHashMap<>();
        slots.values()
                .forEach(side ->
                        side.values().forEach(slot -> wanted.put(slot.file().name(), slot.file())));
        FileSet.Result result = FileSet.write(folder, List.copyOf(wanted.values()), false);
        if (!result.isWritten()) {
            throw new FileAlreadyExistsException(result.inTheWay().get(0).toString());
        }
        Map<Side, CardFiles> cards = new EnumMap<>(Side.class);
        for (Side side : Side.values()) {
            cards.put(side, card(folder, slots.getOrDefault(side, Map.of())));
        }
        return cards;
    }

    private static CardFiles card(Path folder, Map<Slot, SlotFile> side) {
        Map<Slot, Path> files = new EnumMap<>(Slot.class);
        Map<Slot, String> passwords = new EnumMap<>(Slot.class);
        side.forEach((slot, file) -> {
            files.put(slot, folder.resolve(file.file().name()));
            file.password().ifPresent(password -> passwords.put(slot, password));
        });
        return new CardFiles(files, passwords);
    }

    /** The same with what these files hold, in place of the settings' identities and trust. Blocks. */
    Setup reading(Map<Side, CardFiles> cards) throws LoadException {
        CardFiles ofClient = cards.get(Side.CLIENT);
        CardFiles ofServer = cards.get(Side.SERVER);
        return new Setup(
                client.toBuilder()
                        .identity(ofClient.identity().orElse(null))
                        .trust(ofClient.trust())
                        .build(),
                server.toBuilder()
                        .identity(ofServer.identity().orElse(null))
                        .trust(ofServer.trust())
                        .build(),
                slots,
                false,
                between,
                rules,
                middle,
                held);
    }

    /** Lets go of what was held. */
    @Override
    public void close() {
        close(held);
    }

    static void close(List<AutoCloseable> held) {
        for (AutoCloseable each : held) {
            try {
                each.close();
            } catch (Exception e) {
                // It was for this play alone; nothing depends on how it ends.
            }
        }
    }
}
