package org.mtlsplayground.ui.workshop;

import java.util.List;
import java.util.Set;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.ca.Presets;
import org.mtlsplayground.peer.ClientSettings;

/** Good defaults for each kind, with a name that nobody on the shelf has yet. */
final class Recipes {
    private static final List<String> PEOPLE =
            List.of("alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi");
    private static final String ROOT = "Demo Root CA";
    private static final String INTERMEDIATE = "Demo Intermediate CA";

    private Recipes() {}

    /** @param taken the names that are in use */
    static NewCertificate of(Kind kind, Set<String> taken) {
        return switch (kind) {
            case ROOT -> Presets.root(numbered(ROOT, taken));
            case INTERMEDIATE -> Presets.intermediate(numbered(INTERMEDIATE, taken));
            // By this name the client's card asks for a server; the preset adds localhost.
            case SERVER -> Presets.server(ClientSettings.DEFAULT_SERVER_NAME);
            case CLIENT -> Presets.client(person(taken));
            case OTHER -> NewCertificate.named(person(taken));
        };
    }

    private static String person(Set<String> taken) {
        return PEOPLE.stream()
                .filter(name -> !taken.contains(name))
                .findFirst()
                .orElseGet(() -> numbered(PEOPLE.get(0), taken));
    }

    private static String numbered(String name, Set<String> taken) {
        String candidate = name;
        for (int number = 2; taken.contains(candidate); number++) {
            candidate = name + " " + number;
        }
        return candidate;
    }
}
