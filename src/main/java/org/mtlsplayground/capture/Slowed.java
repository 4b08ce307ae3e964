package org.mtlsplayground.capture;

import java.io.IOException;
import java.util.Map;

/** An interceptor on a wire that takes time. */
record Slowed(Map<Direction, Link> links, Interceptor inner) implements Interceptor {
    Slowed {
        links = Map.copyOf(links);
    }

    @Override
    public void intercept(WireUnit unit, Passage passage) throws IOException {
        inner.intercept(unit, passage);
    }

    @Override
    public Link link(Direction direction) {
        return links.getOrDefault(direction, Link.INSTANT);
    }
}
