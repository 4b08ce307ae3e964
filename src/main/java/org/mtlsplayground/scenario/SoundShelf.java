package org.mtlsplayground.scenario;

import java.util.List;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.diagnosis.Verdict;

/** All is well. */
final class SoundShelf {
    private SoundShelf() {}

    static List<Scenario> all() {
        return List.of(draft("mutual").ends(Verdict.Kind.MUTUAL, Cause.SOUND));
    }

    private static Draft draft(String id, Integer... rows) {
        return Draft.of(Category.SOUND, id, rows);
    }
}
