package org.mtlsplayground.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.SampleFiles;
import org.mtlsplayground.ui.timeline.DressRehearsal;
import org.mtlsplayground.ui.timeline.TimelineModel;

/**
 * Has refusals of the sample certificates rehearsed as soon as the window stands, so that the first real one is told without
 * delay. Nothing depends on it: where a sample is missing, the first one takes a little longer.
 */
public final class Rehearsals {
    private final TimelineModel timeline;
    private final Scene scene;

    private Rehearsals(TimelineModel timeline, Scene scene) {
        this.timeline = timeline;
        this.scene = scene;
    }

    /**
     * Begins; on the FX thread.
     *
     * @param samples which are there
     * @param timeline that rehearses until there is a real connection
     * @param scene in which it is shown
     */
    public static void begin(SampleFiles samples, TimelineModel timeline, Scene scene, Background background) {
        Rehearsals rehearsals = new Rehearsals(timeline, scene);
        background.run(
                "dress-rehearsal",
                () -> DressRehearsal.of(client(samples), server(samples)),
                rehearsals::show,
                failure -> System.getLogger(Rehearsals.class.getName())
                        .log(System.Logger.Level.DEBUG, "Nothing rehearsed", failure));
    }

    private static ClientSettings client(SampleFiles samples) throws LoadException {
        return ClientSettings.builder()
                .identity(identity(samples, "client"))
                .trust(PkiFiles.trustAnchors(samples.path("server_ca.crt"), null))
                .build();
    }

    private static ServerSettings server(SampleFiles samples) throws LoadException {
        return ServerSettings.builder()
                .identity(identity(samples, "server"))
                .trust(PkiFiles.trustAnchors(samples.path("client_ca.crt"), null))
                .build();
    }

    private static Identity identity(SampleFiles samples, String name) throws LoadException {
        return new Identity(
                PkiFiles.certificates(samples.path(name + ".crt"), null),
                PkiFiles.privateKey(samples.path(name + ".key"), null));
    }

    /** First the layout alone, which takes longest; then each is drawn as well, on paper, and once more. */
    private void show(List<DressRehearsal> all) {
        timeline.rehearse(all.get(0), this::layOut);
        draw(Stream.of(all, all).flatMap(List::stream).toList());
    }

    /** One after another, with time between them for what the user does. */
    private void draw(List<DressRehearsal> rest) {
        if (!rest.isEmpty()) {
            FirstFrame.after(() -> {
                timeline.rehearse(rest.get(0), () -> scene.snapshot(null));
                draw(rest.subList(1, rest.size()));
            });
        }
    }

    private void layOut() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }
}
