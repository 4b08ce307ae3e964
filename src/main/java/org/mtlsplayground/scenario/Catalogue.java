package org.mtlsplayground.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All scenarios, in the order in which the library shows them. */
public final class Catalogue {
    private static final List<Scenario> ALL = Stream.of(
                    SoundShelf.all(),
                    NotSentShelf.all(),
                    ServerRefusesShelf.all(),
                    ClientRefusesShelf.all(),
                    NothingInCommonShelf.all(),
                    WireShelf.all(),
                    SurprisingShelf.all(),
                    BeforeTheWireShelf.all())
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /** All of them. */
    public static List<Scenario> all() {
        return ALL;
    }

    /** The one of that id. */
    public static Optional<Scenario> of(String id) {
        return ALL.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }
}
