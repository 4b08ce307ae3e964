package org.mtlsplayground.ui.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.scenario.Catalogue;
import org.mtlsplayground.scenario.Expectation;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.scenario.Setup;
import org.mtlsplayground.ui.common.Background;
import org.mtlsplayground.ui.common.FxUpdates;
import org.mtlsplayground.ui.common.SettingsStore;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The library without its window: scenarios chosen, predicted, played on real sockets, mended. */
class LibraryTest {
    private static final int SECONDS = 20;
    private static final Scenario UNKNOWN_CA = Catalogue.of("client-unknown-ca").orElseThrow();
    private static final Scenario MUTUAL = Catalogue.of("mutual").orElseThrow();

    @TempDir
    Path folder;

    private final Loopback desk = new Loopback();
    private SettingsStore store;
    private Folders folders;
    private Player player;
    private Library library;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        store = new SettingsStore(folder.resolve("settings"));
        folders = new Folders(folder.resolve("scenarios"));
        Background background = new Background();
        Verdicts verdicts = new Verdicts(desk.connections, background, new FxUpdates());
        player = new Player(desk, background, verdicts, folders);
        library = new Library(List.of(MUTUAL, UNKNOWN_CA), player, verdicts, desk, new Score(store), new Random(5));
    }

    @AfterEach
    void close() {
        run(player::close);
        desk.close();
        store.close();
    }

    @Test
    void eachWordThatIsLookedForMustBeThere() {
        assertEquals(List.of("mutual", "client-unknown-ca"), listed(""));
        assertEquals(List.of("client-unknown-ca"), listed("Unknown CERTIFICATE"));
        assertEquals(List.of("client-unknown-ca"), listed("certificate_unknown"));
        assertEquals(List.of("mutual"), listed(" sound "));
        assertTrue(
                Entry.matches(Catalogue.of("no-client-certificate").orElseThrow(), "the client's certificate is not"));
        assertEquals(
                List.of(true, false),
                fx(() -> List.of(
                        Entry.of(UNKNOWN_CA, true).isCalled("client certificate FROM"),
                        Entry.of(UNKNOWN_CA, true).isCalled("client from"))));
        assertEquals(List.of(), listed("unknown zebra"));
    }

    private List<String> listed(String words) {
        return fx(() -> {
            library.searchProperty().set(words);
            return library.entries().stream()
                    .map(entry -> entry.scenario().id())
                    .toList();
        });
    }

    @Test
    void choosingFillsBothCardsAndRunningPlaysThem() throws Exception {
        choose(MUTUAL);
        Path first = player.shownProperty().get().folder();
        choose(UNKNOWN_CA);
        Path second = player.shownProperty().get().folder();
        assertTrue(desk.refersTo(second));
        assertTrue(Files.exists(second.resolve("client.crt")), "the files are there");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(second)));
        await("the first one's files are gone", () -> !Files.exists(first));
        play();
        assertEquals(second, player.shownProperty().get().folder(), "what was chosen is what is played");
        Expectation result = library.playedProperty().get().result();
        assertEquals(Optional.of(Side.SERVER), result.refusedBy());
        assertEquals(Optional.of("Certificate"), result.message());
        assertEquals(Optional.of("certificate_unknown"), result.alert());
        assertEquals(Player.State.OVER, player.stateProperty().get());
        assertEquals(Optional.empty(), library.gradeProperty().get(), "nothing was predicted");

        play();
        assertFalse(second.equals(player.shownProperty().get().folder()), "issued fresh for another run");
    }

    @Test
    void predictionsAreGradedByTheBytesAndCounted() {
        choose(UNKNOWN_CA);
        predict(Who.SERVER, "Certificate", "unknown_ca");
        play();
        Grade first = library.gradeProperty().get().orElseThrow();
        assertEquals(
                List.of(Grade.Mark.RIGHT, Grade.Mark.RIGHT, Grade.Mark.WRONG),
                List.of(first.who(), first.message(), first.alert()));
        assertEquals(
                List.of(
                        "Not as predicted:",
                        "the server refuses",
                        "the client’s Certificate",
                        "certificate_unknown (46), not unknown_ca (48)"),
                GradeWords.of(first).stream().map(GradeWords.Line::words).toList());
        assertEquals(new Score.Count(0, 1), count());

        predict(Who.SERVER, "Certificate", "certificate_unknown");
        play();
        assertTrue(library.gradeProperty().get().orElseThrow().isRight());
        assertEquals(new Score.Count(1, 2), count());

        play();
        assertEquals(new Score.Count(1, 2), count(), "an answer counts once");
        assertEquals(new Score.Count(1, 2), new Score(store).countProperty().get(), "it is remembered");
        run(library.score()::reset);
        assertEquals(new Score.Count(0, 0), new Score(store).countProperty().get());
    }

    @Test
    void itSaysWhenItIsMendedAndAfterHowManyTries() throws Exception {
        choose(UNKNOWN_CA);
        play();
        assertEquals(new Mending.Progress(Mending.State.TRYING, 0, ""), mending());
        Setup broken = desk.shown;
        run(() -> desk.connect(broken));
        await("a try", () -> mending().tries() == 1);
        assertEquals(Mending.State.TRYING, mending().state());
        assertEquals("The server refused the client’s certificate", mending().last());

        ServerSettings mended = broken.server().toBuilder()
                .trust(TrustAnchors.of(
                        List.of(broken.client().identity().orElseThrow().chain().get(1))))
                .build();
        run(() -> {
            desk.shown = new Setup(
                    broken.client(),
                    mended,
                    broken.slots(),
                    false,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of());
            desk.serve(listening -> desk.connect(desk.shown));
        });
        await("another try", () -> mending().tries() == 2);
        assertEquals(Mending.State.MENDED, mending().state());
        run(() -> desk.connect(desk.shown));
        run(library::restoreOwn);
        assertEquals(Mending.Progress.OFF, mending());
    }

    @Test
    void bothVersionsAreRunOneAfterTheOther() {
        List<Connection> pair = new ArrayList<>();
        run(() -> {
            library.setOnBoth((first, second) -> pair.addAll(List.of(first, second)));
            library.selectedProperty().set(MUTUAL);
            library.runBoth();
        });
        await("both are over", () -> pair.size() == 2);
        assertEquals(
                List.of(Set.of(TlsVersion.TLS_1_2), Set.of(TlsVersion.TLS_1_3)),
                pair.stream()
                        .map(connection ->
                                connection.clientSettings().orElseThrow().versions())
                        .toList());
        assertEquals(Mending.Progress.OFF, mending(), "what is sound needs no mending");
    }

    @Test
    void theUsersOwnSettingsComeBack() {
        choose(UNKNOWN_CA);
        choose(MUTUAL);
        Path last = player.shownProperty().get().folder();
        run(library::restoreOwn);
        assertEquals(1, desk.restored);
        assertNull(desk.shown);
        assertNull(player.shownProperty().get());
        assertEquals(Player.State.IDLE, player.stateProperty().get());
        await("its files are gone", () -> !Files.exists(last));
    }

    @Test
    void atTheEndCardsThatReferToAScenarioGetBackTheUsersOwn() {
        choose(MUTUAL);
        Path last = player.shownProperty().get().folder();
        run(player::close);
        assertEquals(1, desk.restored);
        folders.deleteAll(desk::refersTo);
        assertFalse(Files.exists(last));
    }

    @Test
    void filesThatACardStillRefersToAreLeft() {
        choose(MUTUAL);
        Path last = player.shownProperty().get().folder();
        folders.deleteAll(desk::refersTo);
        assertTrue(Files.exists(last.resolve("server.key")));
    }

    @Test
    void whatIsBeingPreparedCanBeCalledOff() {
        run(() -> {
            library.selectedProperty().set(MUTUAL);
            library.fill();
            assertEquals(Player.State.PREPARING, player.stateProperty().get());
            player.cancel();
        });
        assertEquals(Player.State.IDLE, player.stateProperty().get());
        choose(UNKNOWN_CA);
        await("the files of what was called off are gone", () -> folders.left().size() == 1);
        assertEquals(UNKNOWN_CA, player.shownProperty().get().scenario());
    }

    @Test
    void aSeriesAsksForEachAndIsScored() {
        run(library::beginSeries);
        assertEquals(1, library.entries().size(), "what comes later is not told");
        assertEquals(
                List.of(Entry.Tone.OPEN),
                library.entries().stream().map(Entry::tone).toList());
        for (int i = 0; i < 2; i++) {
            int played = i;
            assertFalse(fx(library::mayRun), "predict first");
            run(library::run);
            run(() -> library.prediction().whoProperty().set(Who.SERVER));
            run(library::run);
            await("played", () -> series().marks().size() == played + 1);
            run(library::next);
        }
        assertTrue(series().isOver());
        assertEquals(1, series().right(), "the server refuses in one of the two");
        assertEquals(new Score.Count(1, 2), count());
        run(library::endSeries);
        assertEquals(2, library.entries().size());
    }

    private Series series() {
        return library.seriesProperty().get().orElseThrow();
    }

    private Score.Count count() {
        return library.score().countProperty().get();
    }

    private Mending.Progress mending() {
        return library.mending().progressProperty().get();
    }

    private void choose(Scenario scenario) {
        run(() -> {
            library.selectedProperty().set(scenario);
            library.fill();
        });
        await("the cards are filled", () -> player.stateProperty().get() == Player.State.SHOWN);
    }

    private void predict(Who who, String message, String alert) {
        run(() -> {
            Prediction prediction = library.prediction();
            prediction.whoProperty().set(who);
            prediction.messageProperty().set(answer(prediction.messages(), message));
            prediction.alertProperty().set(answer(Prediction.alerts(), alert));
        });
    }

    private static Prediction.Answer answer(List<Prediction.Answer> answers, String value) {
        return answers.stream()
                .filter(answer -> answer.value().filter(value::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void play() {
        Played before = library.playedProperty().get();
        run(library::run);
        await(
                "played",
                () -> library.playedProperty().get() != null
                        && !library.playedProperty().get().equals(before));
    }

    private static <T> T fx(Callable<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(SECONDS * 1000L, action);
    }

    private static void run(Runnable action) {
        fx(() -> {
            action.run();
            return true;
        });
    }

    private static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> fx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Not within " + SECONDS + " s: " + what, e);
        }
    }
}
