package org.mtlsplayground.ui.wire;

import java.time.Duration;
import org.mtlsplayground.capture.Link;

/** How quick the wire is in one direction. */
public enum Pace {
    /** As quick as this machine. */
    INSTANT(Link.INSTANT),
    /** A second for each message; no time runs out by it. */
    SLOW(Link.slowMotion(Duration.ofSeconds(1))),
    /** Three seconds for each message; no time runs out by it. */
    SLOWER(Link.slowMotion(Duration.ofSeconds(3))),
    /** By satellite. */
    SATELLITE(Link.SATELLITE),
    /** By telephone. */
    MODEM(Link.MODEM);

    @SuppressWarnings("ImmutableEnumChecker") // a link never changes
    private final Link link;

    Pace(Link link) {
        this.link = link;
    }

    /** What the wire does. */
    public Link link() {
        return link;
    }
}
