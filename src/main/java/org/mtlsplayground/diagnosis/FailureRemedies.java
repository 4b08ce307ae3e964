package org.mtlsplayground.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mtlsplayground.peer.ClientAuthentication;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.Moment;
import org.mtlsplayground.peer.Outcome;
import org.mtlsplayground.peer.ServerNames;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.peer.Side;

/** How to mend what failed without anybody's refusal, the likeliest way first. */
final class FailureRemedies {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MUCH_LONGER = 3;
    private static final int SOME_SECONDS = 3;

    private final Facts facts;
    private final List<Remedy> all = new ArrayList<>();

    private FailureRemedies(Facts facts) {
        this.facts = facts;
    }

    static List<Remedy> of(Facts facts, Finding finding) {
        FailureRemedies remedies = new FailureRemedies(facts);
        remedies.find(finding);
        return remedies.all.stream().map(remedy -> remedy.doableBy(facts)).toList();
    }

    private void find(Finding finding) {
        if (hasSomebodyEndedIt()) {
            add(Phrase.of("remedy.between"), new Action.TryAgain());
            return;
        }
        switch (finding.cause()) {
            case NOBODY_LISTENS -> nobodyListens();
            case UNKNOWN_HOST -> unknownHost();
            case PEER_VANISHED -> vanished();
            case PEER_STALLED -> stalled();
            case INJECTED, OUT_OF_ORDER, MESSAGE_ALTERED, HELLO_ALTERED, RECORD_ALTERED ->
                add(Phrase.of("remedy.between"), new Action.TryAgain());
            case SETTINGS_UNUSABLE -> settings();
            case NOT_TLS -> notTls();
            case WRONG_HOST, NO_IP_NAME ->
                add(
                        new CauseWords(facts, Side.CLIENT, finding).remedy(CauseWords.reissue(finding.cause())),
                        new Action.Reissue(Side.SERVER, finding.cause()));
            default -> {
                // There is nothing to mend, or nothing is known.
            }
        }
    }

    private void add(Phrase words, Action action) {
        all.add(new Remedy(words, Optional.of(action)));
    }

    private void add(Phrase words) {
        all.add(new Remedy(words, Optional.empty()));
    }

    /** By a rule of the user's own, as a scenario has them. */
    private boolean hasSomebodyEndedIt() {
        return facts.connection().isCutOff();
    }

    private void nobodyListens() {
        facts.client().ifPresent(client -> {
            String port = String.valueOf(client.port());
            if (HERE.contains(client.host())) {
                add(Phrase.of("remedy.startServer", port), new Action.StartServer());
            }
            add(Phrase.of("remedy.checkPlace", client.host(), port));
        });
    }

    private void unknownHost() {
        facts.client().map(ClientSettings::host).ifPresent(host -> {
            add(Phrase.of("remedy.checkHost", host));
            if (isName(host)) {
                add(Phrase.of("remedy.nameByAddress", LOOPBACK, host), new Action.ConnectByName(LOOPBACK, host));
            }
        });
    }

    private static boolean isName(String name) {
        return ServerNames.parse(name)
                .filter(names -> names.equals(List.of(name)))
                .isPresent();
    }

    private void vanished() {
        if (Habits.leftWhenAsked(facts)) {
            add(Phrase.of("remedy.browserCertificate"));
            add(Phrase.of("remedy.serverOnlyAsks"), new Action.SetClientAuthentication(ClientAuthentication.OPTIONAL));
            return;
        }
        Side other = facts.failure(Side.CLIENT).isPresent() ? Side.SERVER : Side.CLIENT;
        if (facts.negotiation().version().isEmpty()) {
            add(Phrase.of("remedy.speaksTls", side(other)));
        }
        add(Phrase.of("remedy.readLog", side(other)));
        if (facts.isOurs(Side.CLIENT)) {
            add(Phrase.of("remedy.tryAgain"), new Action.TryAgain());
        }
    }

    private void stalled() {
        Side waiting = facts.failure(Side.CLIENT).isPresent() ? Side.CLIENT : Side.SERVER;
        boolean connecting = facts.failure(waiting)
                .map(Outcome.Failure::moment)
                .filter(moment -> moment == Moment.CONNECTING)
                .isPresent();
        if (connecting) {
            facts.client()
                    .ifPresent(
                            client -> add(Phrase.of("remedy.reachable", client.host(), String.valueOf(client.port()))));
        } else if (facts.negotiation().version().isEmpty()) {
            add(Phrase.of("remedy.speaksTls", side(waiting.other())));
        } else {
            add(Phrase.of("remedy.readLog", side(waiting.other())));
        }
        Optional<Duration> time = waiting == Side.CLIENT
                ? facts.client().map(ClientSettings::timeout)
                : facts.server().map(ServerSettings::handshakeTimeout);
        time.map(FailureRemedies::longer)
                .ifPresent(longer -> add(
                        Phrase.of("remedy.waitLonger", side(waiting), String.valueOf(longer.toSeconds())),
                        new Action.SetTimeout(waiting, longer)));
    }

    /** In whole seconds, and some. */
    private static Duration longer(Duration now) {
        return Duration.ofSeconds(
                Math.max(SOME_SECONDS, now.multipliedBy(MUCH_LONGER).toSeconds()));
    }

    private void settings() {
        Optional<ClientSettings> unnamed = facts.client()
                .filter(client -> facts.failure(Side.CLIENT).isPresent())
                .filter(client -> !client.serverName().isEmpty() && !isName(client.serverName()));
        unnamed.ifPresent(client -> add(
                Phrase.of("remedy.noServerName", client.serverName()), new Action.ConnectByName(client.host(), "")));
        for (Side side : Side.values()) {
            Stream.of(Action.Choice.values())
                    .filter(choice -> facts.failure(side).isPresent() && Choices.isMade(facts, side, choice))
                    .forEach(choice ->
                            add(Phrase.of("remedy.leave." + choice, side(side)), new Action.LeaveToJdk(side, choice)));
        }
        if (all.isEmpty()) {
            add(Phrase.of("remedy.checkIdentity"));
        }
    }

    private void notTls() {
        Side judge = facts.failure(Side.CLIENT).isPresent() ? Side.CLIENT : Side.SERVER;
        add(new CauseWords(facts, judge, Finding.certain(Cause.NOT_TLS)).remedy("mend.NOT_TLS"));
        if (judge == Side.CLIENT) {
            facts.client()
                    .ifPresent(client ->
                            add(Phrase.of("remedy.checkPlace", client.host(), String.valueOf(client.port()))));
        }
    }

    private static Object side(Side side) {
        return Phrase.unmarked(CauseWords.noun(side));
    }
}
