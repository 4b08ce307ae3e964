package org.mtlsplayground.ui.common;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import org.mtlsplayground.peer.TlsNames;
import org.mtlsplayground.text.Messages;

/** Which algorithms a side offers or accepts, by name; where none is chosen, the choice is the JDK's. For use on the FX thread. */
public final class AlgorithmInputs {
    /** What there is to choose. */
    public enum Kind {
        /** Cipher suites. */
        SUITES,
        /** Named groups of the key exchange. */
        GROUPS,
        /** Signature schemes. */
        SCHEMES;

        private List<String> ofThisJdk() {
            return switch (this) {
                case SUITES -> TlsNames.cipherSuites();
                case GROUPS -> TlsNames.namedGroups();
                case SCHEMES -> TlsNames.signatureSchemes();
            };
        }
    }

    private final Map<Kind, ObjectProperty<List<String>>> chosen = new EnumMap<>(Kind.class);
    private final Background background;

    public AlgorithmInputs(Background background) {
        this.background = background;
        for (Kind kind : Kind.values()) {
            chosen.put(kind, new SimpleObjectProperty<>(this, kind.name(), List.of()));
        }
    }

    /** The chosen names, the preferred first; never null. */
    public ObjectProperty<List<String>> chosenProperty(Kind kind) {
        return chosen.get(kind);
    }

    /** The chosen names, the preferred first; none for the JDK's choice. */
    public List<String> chosen(Kind kind) {
        return chosen.get(kind).get();
    }

    /** Everything that the settings depend on. */
    public Collection<? extends Property<?>> all() {
        return chosen.values();
    }

    /** Puts in other names. */
    public void show(List<String> suites, List<String> groups, List<String> schemes) {
        chosen.get(Kind.SUITES).set(suites);
        chosen.get(Kind.GROUPS).set(groups);
        chosen.get(Kind.SCHEMES).set(schemes);
    }

    /** Remembers the choices between starts, below this name. */
    public void remember(SettingsStore store, String side) {
        store.bind(Setting.names(side + ".cipher-suites"), chosen.get(Kind.SUITES));
        store.bind(Setting.names(side + ".named-groups"), chosen.get(Kind.GROUPS));
        store.bind(Setting.names(side + ".signature-schemes"), chosen.get(Kind.SCHEMES));
    }

    /** What a side may use, with the choices added to it, if there are any: {@code TLS 1.3 · x25519 · 2 signature schemes}. */
    public String added(String others) {
        String words = Arrays.stream(Kind.values())
                .filter(kind -> !chosen(kind).isEmpty())
                .map(this::foldWords)
                .collect(Collectors.joining(" · "));
        return words.isEmpty() ? others : others + " · " + words;
    }

    /** On a fold there is no room for the name of a cipher suite. */
    private String foldWords(Kind kind) {
        int count = chosen(kind).size();
        if (count > 1) {
            return Messages.get("algorithms.many." + kind, count);
        }
        return kind == Kind.SUITES
                ? Messages.get("algorithms.suite")
                : chosen(kind).get(0);
    }

    /** What stands beside the kind's name: the one chosen name, or how many there are. */
    String words(Kind kind) {
        List<String> names = chosen(kind);
        return switch (names.size()) {
            case 0 -> Messages.get("algorithms.jdk");
            case 1 -> names.get(0);
            default -> Messages.get("algorithms.chosen", names.size());
        };
    }

    /** Finds out what there is to choose; the JDK takes its time when it is first asked. */
    void whenKnown(Kind kind, Consumer<List<String>> then) {
        background.run("list-algorithms", kind::ofThisJdk, then, failure -> then.accept(List.of()));
    }
}
