package org.mtlsplayground.peer;

import java.util.List;
import java.util.Optional;

/** Names of application protocols for ALPN (RFC 7301 §3.1), such as {@code h2} and {@code http/1.1}. */
public final class ApplicationProtocols {
    /** The length of a name is one byte on the wire. */
    private static final int MAX_LENGTH = 255;

    private static final TypedList LIST = new TypedList("application protocols", ApplicationProtocols::isSound);

    private ApplicationProtocols() {}

    /**
     * A list as people type it, its names separated by commas or spaces.
     *
     * @return the names in their order, none for a blank text; empty if one is too long or not of visible ASCII characters,
     *     or if there are more than 32
     */
    public static Optional<List<String>> parse(String typed) {
        return LIST.parse(typed);
    }

    /** @throws IllegalArgumentException for a list that can't be sent */
    static List<String> checked(List<String> names) {
        return LIST.checked(names);
    }

    private static boolean isSound(String name) {
        return !name.isEmpty() && name.length() <= MAX_LENGTH && name.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
