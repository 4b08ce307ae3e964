package org.mtlsplayground.app;

import java.util.List;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.scenario.Play;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.Hint;
import org.mtlsplayground.ui.common.Notice;
import org.mtlsplayground.ui.timeline.ConnectionList;

/** Plays a scenario beside what stands in the cards, and shows its connection. For use on the FX thread. */
final class ScenarioPlayer {
    private final Connections connections;
    private final Background background;
    private final ConnectionList list;
    private final Notices notices;

    ScenarioPlayer(Connections connections, Background background, ConnectionList list, Notices notices) {
        this.connections = connections;
        this.background = background;
        this.list = list;
        this.notices = notices;
    }

    /** Plays it with the newest version of TLS in which it exists. */
    void play(Scenario scenario) {
        TlsVersion version = scenario.versions().contains(TlsVersion.TLS_1_3) ? TlsVersion.TLS_1_3 : TlsVersion.TLS_1_2;
        background.run("mtls-scenario", () -> Play.of(scenario, version, connections), this::show, this::tell);
    }

    private void show(Play play) {
        List<Connection> played = play.connections();
        if (!played.isEmpty()) {
            list.select(played.get(played.size() - 1));
        }
    }

    private void tell(Throwable failure) {
        notices.show(new Notice(
                Hint.Kind.ERROR,
                Messages.get("app.notice.scenario"),
                Messages.get("paste.played.failed", failure.getMessage()),
                List.of()));
    }
}
