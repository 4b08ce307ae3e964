package org.mtlsplayground.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.transcript.DerivedSecret;
import org.mtlsplayground.ui.inspector.KeySchedule.Box;
import org.mtlsplayground.ui.inspector.KeySchedule.Kind;
import org.mtlsplayground.ui.inspector.KeySchedule.Link;

/** From pre-master to master secret to key block, from left to right (RFC 5246 §6.3, §8.1). */
final class KeySchedule12 {
    private KeySchedule12() {}

    static KeySchedule draw(KeyFacts facts) {
        List<Box> boxes = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        Optional<DerivedSecret> master = facts.secret(DerivedSecret.MASTER);
        boolean resumed = master.flatMap(DerivedSecret::origin)
                .filter(origin -> origin == DerivedSecret.Origin.EARLIER_CONNECTION)
                .isPresent();
        int column = 0;
        if (!resumed) {
            boxes.add(
                    new Box(DerivedSecret.PRE_MASTER, column++, 0, Kind.INPUT, facts.secret(DerivedSecret.PRE_MASTER)));
            links.add(new Link(DerivedSecret.PRE_MASTER, DerivedSecret.MASTER, ""));
        }
        boxes.add(new Box(DerivedSecret.MASTER, column++, 0, Kind.STAGE, master));
        boxes.add(new Box(DerivedSecret.KEY_BLOCK, column, 0, Kind.TRAFFIC, facts.secret(DerivedSecret.KEY_BLOCK)));
        links.add(new Link(DerivedSecret.MASTER, DerivedSecret.KEY_BLOCK, ""));
        return new KeySchedule(boxes, links);
    }
}
