package org.mtlsplayground.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.diagnosis.Action;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.scenario.Catalogue;
import org.mtlsplayground.scenario.Play;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.scenario.Setup;

/** What a verdict can do in the cards by itself mends what it is offered for: each of it is done, and played again. */
class RemediesMendTest {
    /** Most of the time is waiting. */
    private static final int AT_ONCE = 6;

    private static final int LONGEST_SECONDS = 60;

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void eachDoesWhatItIsFor() throws Exception {
        List<String> inVain = new ArrayList<>();
        ExecutorService players = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<List<String>>> plays = Catalogue.all().stream()
                    .map(scenario -> players.submit(() -> inVain(scenario)))
                    .toList();
            for (Future<List<String>> play : plays) {
                inVain.addAll(play.get(LONGEST_SECONDS, TimeUnit.SECONDS));
            }
        } finally {
            players.shutdownNow();
        }
        assertEquals("", String.join("\n", inVain));
        assertTrue(done.get() >= 30, () -> "only " + done);
    }

    /** With its newest version. */
    private List<String> inVain(Scenario scenario) throws Exception {
        List<String> inVain = new ArrayList<>();
        TlsVersion version = new TreeSet<>(scenario.versions()).first();
        try (Setup setup = scenario.recipe().prepare(version)) {
            if (setup.fromFiles()) {
                return List.of();
            }
            Verdict before =
                    Play.of(scenario, version, setup, new Connections()).verdict();
            for (Action action : actions(before)) {
                done.incrementAndGet();
                Verdict after = Play.of(scenario, version, changed(setup, action), new Connections())
                        .verdict();
                // What a success is warned of may be refused then; that is what the warning is for.
                boolean failed = before.kind() == Verdict.Kind.REFUSED || before.kind() == Verdict.Kind.FAILED;
                boolean mended = failed
                        ? after.kind() == Verdict.Kind.MUTUAL || after.kind() == Verdict.Kind.SERVER_ONLY
                        : after.why().cause() != before.why().cause();
                if (!mended) {
                    inVain.add(scenario.id() + " " + action + ": " + after.kind() + " " + after.why());
                }
            }
        }
        return inVain;
    }

    private static List<Action> actions(Verdict verdict) {
        return Stream.concat(
                        verdict.explanation().remedies().stream(),
                        verdict.explanation().warnings().stream().flatMap(warning -> warning.tighten().stream()))
                .flatMap(remedy -> remedy.action().stream())
                .filter(RemediesMendTest::isOfSettings)
                .distinct()
                .toList();
    }

    private static boolean isOfSettings(Action action) {
        return !(action instanceof Action.Reissue
                || action instanceof Action.LoadIdentity
                || action instanceof Action.LoadTrust
                || action instanceof Action.TryAgain
                || action instanceof Action.StartServer);
    }

    private static Setup changed(Setup setup, Action action) {
        ClientSettings client = setup.client();
        ServerSettings server = setup.server();
        if (action instanceof Action.TrustIssuer trust && trust.side() == Side.CLIENT) {
            client = client.toBuilder()
                    .trust(more(client.trust(), trust.certificate()))
                    .build();
        } else if (action instanceof Action.TrustIssuer trust) {
            server = server.toBuilder()
                    .trust(more(server.trust(), trust.certificate()))
                    .build();
        } else if (action instanceof Action.SendChain chain && chain.side() == Side.CLIENT) {
            client = client.toBuilder()
                    .identity(longer(client.identity().orElseThrow(), chain))
                    .build();
        } else if (action instanceof Action.SendChain chain) {
            server = server.toBuilder()
                    .identity(longer(server.identity().orElseThrow(), chain))
                    .build();
        } else if (action.side() == Side.CLIENT) {
            client = ChangedSettings.of(client, action);
        } else {
            server = ChangedSettings.of(server, action);
        }
        return new Setup(
                client, server, setup.slots(), false, setup.between(), setup.rules(), setup.middle(), List.of());
    }

    private static TrustAnchors more(TrustAnchors trust, X509Certificate another) {
        return TrustAnchors.of(
                Stream.concat(trust.certificates().stream(), Stream.of(another)).toList());
    }

    private static Identity longer(Identity identity, Action.SendChain chain) {
        return new Identity(chain.chain(), identity.key());
    }
}
