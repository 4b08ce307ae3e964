package org.mtlsplayground.ui.certificates;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlsplayground.diagnosis.Forecast;
import org.mtlsplayground.diagnosis.StepText;
import org.mtlsplayground.diagnosis.Unlooked;
import org.mtlsplayground.diagnosis.Verdict;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.pki.detail.Abilities;
import org.mtlsplayground.pki.detail.Ability;
import org.mtlsplayground.pki.path.PathCheck;
import org.mtlsplayground.pki.path.PathQuestion;
import org.mtlsplayground.pki.path.Role;
import org.mtlsplayground.pki.path.Step.Status;
import org.mtlsplayground.text.Messages;

/** Foretells what the cards would come to, and whether a selected chain would be accepted. For one thread at a time. */
final class Outlooks {
    private Cards before = Cards.NONE;
    private Optional<Forecast> forecast = Optional.empty();
    private List<Unlooked> unlooked = List.of();

    /**
     * Foretells; some tens of milliseconds of work: not for the FX thread.
     *
     * @param selected the certificate that is looked at; empty for none
     */
    Outlook of(Cards cards, Optional<ChainEntry.Present> selected) {
        if (!cards.equals(before)) {
            before = cards;
            forecast = cards.client().flatMap(client -> cards.server().map(server -> Forecast.of(client, server)));
            unlooked = cards.client()
                    .flatMap(client -> cards.server().map(server -> Unlooked.of(client, server)))
                    .orElse(List.of());
        }
        List<Outlook.Section> sections = sections(cards, selected);
        return forecast.map(whole -> new Outlook(
                        whole.isSuccess() ? Status.OK : Status.FAILS,
                        whole.headline(),
                        whole.isSuccess()
                                ? whole.verdict().facts()
                                : reason(whole)
                                        .orElseGet(
                                                () -> whole.verdict().detail().plain()),
                        unlooked.stream().map(Outlooks::words).toList(),
                        sections))
                .orElseGet(() -> new Outlook(
                        Status.NOT_REACHED,
                        Messages.get("certificates.outlook.open"),
                        Messages.get(
                                cards.client().isEmpty()
                                        ? "certificates.outlook.open.client"
                                        : "certificates.outlook.open.server"),
                        List.of(),
                        sections));
    }

    private static String words(Unlooked each) {
        return Messages.get("certificates.outlook.unlooked." + each.source() + "." + each.by());
    }

    /** Why one side would refuse the other, as far as a check of ours says it. */
    private static Optional<String> reason(Forecast whole) {
        if (whole.verdict().matter().equals(Optional.of(Verdict.Matter.MISSING))) {
            return whole.sending().firstFailure().map(StepText::of).map(Outlooks::sentence);
        }
        boolean byClient = whole.verdict().refusedBy().equals(Optional.of(Side.CLIENT));
        Optional<PathCheck> path = byClient ? whole.serverPath() : whole.clientPath();
        Optional<Boolean> keyFits = byClient ? whole.serverKeyFits() : whole.clientKeyFits();
        if (whole.verdict().refusedBy().isEmpty()) {
            return Optional.empty();
        }
        return path.flatMap(check -> check.firstFailure().map(step -> OutlookLines.detail(step, check.path()) + "."))
                .or(() -> keyFits.filter(fits -> !fits).map(not -> Messages.get("certificates.outlook.key.differs")));
    }

    private static String sentence(String clause) {
        return clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1) + ".";
    }

    private List<Outlook.Section> sections(Cards cards, Optional<ChainEntry.Present> selected) {
        Origin origin = selected.map(ChainEntry.Present::origin).orElse(Origin.CLIENT_CHAIN);
        List<X509Certificate> chain = selected.map(ChainEntry.Present::chain).orElse(List.of());
        return switch (origin) {
            case CLIENT_CHAIN, SERVER_TRUST -> both(Role.CLIENT, Role.SERVER, cards);
            case SERVER_CHAIN, CLIENT_TRUST -> both(Role.SERVER, Role.CLIENT, cards);
            case CLIENT_PRESENTED ->
                isPartOf(chain, cards.clientChain())
                        ? both(Role.CLIENT, Role.SERVER, cards)
                        : other(Role.CLIENT, chain, cards);
            case SERVER_PRESENTED ->
                isPartOf(chain, cards.serverChain())
                        ? both(Role.SERVER, Role.CLIENT, cards)
                        : other(Role.SERVER, chain, cards);
            case FILE -> opened(chain, cards);
        };
    }

    private static boolean isPartOf(List<X509Certificate> chain, List<X509Certificate> loaded) {
        return !chain.isEmpty() && loaded.contains(chain.get(0));
    }

    /** The selected one's chain comes first. */
    private List<Outlook.Section> both(Role first, Role second, Cards cards) {
        List<Outlook.Section> sections = new ArrayList<>(loaded(first, cards));
        sections.addAll(loaded(second, cards));
        return sections;
    }

    /** The chain in a card, with the card's key. */
    private List<Outlook.Section> loaded(Role role, Cards cards) {
        List<X509Certificate> chain = role == Role.CLIENT ? cards.clientChain() : cards.serverChain();
        if (chain.isEmpty()) {
            return List.of();
        }
        OutlookLines lines = new OutlookLines(role);
        forecast.flatMap(whole -> role == Role.CLIENT ? whole.clientKeyFits() : whole.serverKeyFits())
                .ifPresent(lines::addKey);
        forecast.flatMap(whole -> role == Role.CLIENT ? whole.clientPath() : whole.serverPath())
                .ifPresentOrElse(lines::add, () -> judge(role, chain, cards, lines));
        forecast.filter(whole -> role == Role.CLIENT).map(Forecast::sending).ifPresent(lines::add);
        forecast.flatMap(whole -> role == Role.CLIENT
                        ? whole.agreed().clientScheme()
                        : whole.agreed().serverScheme())
                .ifPresent(lines::addScheme);
        return List.of(section("certificates.outlook.loaded." + role, lines));
    }

    private static List<Outlook.Section> other(Role role, List<X509Certificate> chain, Cards cards) {
        OutlookLines lines = new OutlookLines(role);
        judge(role, chain, cards, lines);
        return List.of(section("certificates.outlook.other." + role, lines));
    }

    /** A file may be meant for either side. */
    private static List<Outlook.Section> opened(List<X509Certificate> chain, Cards cards) {
        if (chain.isEmpty()) {
            return List.of();
        }
        if (chain.get(0).getBasicConstraints() >= 0) {
            return authority(chain, cards);
        }
        List<Ability.Kind> kinds =
                Abilities.of(chain.get(0)).stream().map(Ability::kind).collect(Collectors.toList());
        List<Outlook.Section> sections = new ArrayList<>();
        boolean neither = !kinds.contains(Ability.Kind.PROVES_CLIENT) && !kinds.contains(Ability.Kind.PROVES_SERVER);
        if (neither || kinds.contains(Ability.Kind.PROVES_CLIENT)) {
            sections.addAll(other(Role.CLIENT, chain, cards));
        }
        if (neither || kinds.contains(Ability.Kind.PROVES_SERVER)) {
            sections.addAll(other(Role.SERVER, chain, cards));
        }
        return sections;
    }

    /** A CA by itself, and what would come of it if it were trusted. */
    private static List<Outlook.Section> authority(List<X509Certificate> chain, Cards cards) {
        OutlookLines itself = OutlookLines.ofAuthority();
        PathCheck.Unjudged unjudged = PathCheck.authority(chain);
        itself.add(unjudged.path(), unjudged.steps());
        TrustAnchors alone = TrustAnchors.of(chain.subList(0, 1));
        OutlookLines trusted = OutlookLines.ofAuthority();
        if (!cards.clientChain().isEmpty()) {
            trusted.add(
                    Messages.get("certificates.outlook.trusted.SERVER"),
                    PathCheck.of(PathQuestion.client(cards.clientChain(), alone)));
        }
        if (!cards.serverChain().isEmpty()) {
            trusted.add(
                    Messages.get("certificates.outlook.trusted.CLIENT"),
                    PathCheck.of(serverQuestion(cards.serverChain(), alone, cards)));
        }
        List<Outlook.Section> sections = new ArrayList<>(List.of(section("certificates.outlook.authority", itself)));
        if (!trusted.lines().isEmpty()) {
            sections.add(section("certificates.outlook.trusted", trusted));
        }
        return sections;
    }

    private static PathQuestion serverQuestion(List<X509Certificate> chain, TrustAnchors trust, Cards cards) {
        PathQuestion question = PathQuestion.server(chain, trust);
        return cards.client()
                .filter(client -> client.verifyHostName())
                .map(client -> question.named(client.serverName(), client.host()))
                .orElse(question);
    }

    private static void judge(Role role, List<X509Certificate> chain, Cards cards, OutlookLines lines) {
        Optional<TrustAnchors> trust = role == Role.CLIENT ? cards.serverTrust() : cards.clientTrust();
        if (trust.isEmpty()) {
            PathCheck.Unjudged unjudged = PathCheck.unjudged(chain, role);
            lines.add(unjudged.path(), unjudged.steps());
        } else if (role == Role.CLIENT) {
            lines.add(PathCheck.of(PathQuestion.client(chain, trust.get())));
        } else {
            lines.add(PathCheck.of(serverQuestion(chain, trust.get(), cards)));
        }
    }

    private static Outlook.Section section(String key, OutlookLines lines) {
        return new Outlook.Section(Messages.get(key), lines.lines());
    }
}
