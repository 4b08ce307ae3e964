package org.mtlsplayground.ui.scenarios;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.scenario.Expectation;
import org.mtlsplayground.scenario.Scenario;
import org.mtlsplayground.text.Messages;

/** The three questions before a run, and their answers. For use on the FX thread. */
final class Prediction {
    private static final List<String> OF_CLIENT =
            List.of("ClientHello", "Certificate", "ClientKeyExchange", "CertificateVerify", "Finished");
    private static final List<String> OF_SERVER = List.of(
            "ServerHello",
            "EncryptedExtensions",
            "CertificateRequest",
            "Certificate",
            "ServerKeyExchange",
            "CertificateVerify",
            "Finished");

    /**
     * An answer to choose.
     *
     * @param value empty for none
     */
    record Answer(Optional<String> value, String words) {
        static final Answer OPEN = new Answer(Optional.empty(), Messages.get("scenarios.predict.open"));
    }

    private final Collection<Scenario> scenarios;
    private final ObjectProperty<Who> who = new SimpleObjectProperty<>(this, "who");
    private final ObjectProperty<Answer> message = new SimpleObjectProperty<>(this, "message", Answer.OPEN);
    private final ObjectProperty<Answer> alert = new SimpleObjectProperty<>(this, "alert", Answer.OPEN);
    private final ObservableList<Answer> messages = FXCollections.observableArrayList(Answer.OPEN);

    /** @param scenarios those that may be asked about, so that the right answer is always there */
    Prediction(Collection<Scenario> scenarios) {
        this.scenarios = scenarios;
        who.addListener((property, before, now) -> {
            message.set(Answer.OPEN);
            if (now == Who.NOBODY) {
                alert.set(Answer.OPEN);
            }
            messages.setAll(messages(now));
        });
    }

    /** Who will refuse; null while not answered. */
    ObjectProperty<Who> whoProperty() {
        return who;
    }

    ObjectProperty<Answer> messageProperty() {
        return message;
    }

    ObjectProperty<Answer> alertProperty() {
        return alert;
    }

    /** The messages at which that side can refuse. */
    ObservableList<Answer> messages() {
        return messages;
    }

    /** All alerts by their numbers, and none. */
    static List<Answer> alerts() {
        List<Answer> alerts = new ArrayList<>();
        alerts.add(Answer.OPEN);
        alerts.add(new Answer(Optional.of(Guess.NO_ALERT), Messages.get("scenarios.predict.alert.none")));
        IntStream.range(0, 256)
                .filter(CodePoints::knowsAlert)
                .mapToObj(CodePoints::alert)
                .map(name -> new Answer(Optional.of(name), alertWords(name)))
                .forEach(alerts::add);
        return alerts;
    }

    private List<Answer> messages(Who refuser) {
        if (refuser == null || refuser == Who.NOBODY) {
            return List.of(Answer.OPEN);
        }
        Side side = refuser == Who.CLIENT ? Side.CLIENT : Side.SERVER;
        Set<String> names = new LinkedHashSet<>(side == Side.CLIENT ? OF_SERVER : OF_CLIENT);
        scenarios.stream()
                .flatMap(scenario -> scenario.versions().stream().map(scenario::expected))
                .filter(expected -> expected.refusedBy().filter(side::equals).isPresent())
                .map(Expectation::message)
                .flatMap(Optional::stream)
                .forEach(names::add);
        return Stream.concat(
                        Stream.of(Answer.OPEN),
                        names.stream().map(name -> new Answer(Optional.of(name), messageWords(refuser, name))))
                .toList();
    }

    /** A message at which that side refuses, in words: whose it is where both sides send such. */
    static String messageWords(Who refuser, String name) {
        boolean both = OF_CLIENT.contains(name) && OF_SERVER.contains(name);
        return both ? Messages.get("scenarios.message." + refuser, name) : name;
    }

    /** An alert with its number. */
    static String alertWords(String name) {
        return CodePoints.alertValue(name).isPresent()
                ? name + " (" + CodePoints.alertValue(name).getAsInt() + ")"
                : name;
    }

    /** What is predicted; empty while nobody said who will refuse. */
    Optional<Guess> guess() {
        return Optional.ofNullable(who.get())
                .map(refuser -> refuser == Who.NOBODY
                        ? Guess.nobody()
                        : new Guess(refuser, message.get().value(), alert.get().value()));
    }

    void clear() {
        who.set(null);
        message.set(Answer.OPEN);
        alert.set(Answer.OPEN);
    }
}
