package org.mtlsplayground.app;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.ui.common.Background;

/** The place between the two cards, where somebody may sit. For use on the FX thread. */
final class MiddleSeat {
    private final Connections connections;
    private final Background background;
    private Optional<Middle.Faces> faces = Optional.empty();
    private Middle seated;
    private int turn;

    MiddleSeat(Connections connections, Background background) {
        this.connections = connections;
        this.background = background;
    }

    /** Who is to sit there from the next start of the server on; whoever sits there now goes. */
    void give(Optional<Middle.Faces> next) {
        faces = next;
        clear();
    }

    /** Whether somebody sits there, or is about to. */
    boolean isTaken() {
        return faces.isPresent();
    }

    /**
     * Seats whom it was given to before a server.
     *
     * @param port of the server
     * @param then given the port to which the client is to be led: the server's own if nobody sits there
     * @param failed told why nobody can be seated
     */
    void before(int port, IntConsumer then, Consumer<Throwable> failed) {
        clear();
        if (faces.isEmpty()) {
            then.accept(port);
            return;
        }
        int mine = turn;
        Middle.Faces now = faces.get().before(port);
        background.run(
                "middle-begin",
                () -> Middle.start(now, connections),
                middle -> {
                    if (mine != turn) {
                        end(middle);
                        return;
                    }
                    seated = middle;
                    then.accept(middle.address().getPort());
                },
                failed);
    }

    private void clear() {
        turn++;
        if (seated != null) {
            end(seated);
            seated = null;
        }
    }

    private void end(Middle middle) {
        background.run(
                "middle-end",
                () -> {
                    middle.close();
                    return null;
                },
                done -> {},
                failure -> {});
    }
}
