package org.mtlsplayground.peer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;

/**
 * The names by which a server lets itself be called (RFC 6066 §3), such as {@code www.example.org}; in
 * {@code *.example.org} the star stands for one label.
 */
public final class ServerNames {
    private static final String STAR = "*.";
    private static final TypedList LIST = new TypedList("server names", ServerNames::isSound);

    private ServerNames() {}

    /**
     * A list as people type it, its names separated by commas or spaces.
     *
     * @return the names in their order, none for a blank text; empty if one is no host name, or if there are more than 32
     */
    public static Optional<List<String>> parse(String typed) {
        return LIST.parse(typed);
    }

    /** @throws IllegalArgumentException for a list with a name that can't be one */
    static List<String> checked(List<String> names) {
        return LIST.checked(names);
    }

    /** What JSSE lets through; everything for an empty list. A client that sends no name is always let through. */
    static Set<SNIMatcher> matchers(List<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        String anyOfThem = names.stream().map(ServerNames::expression).collect(Collectors.joining("|"));
        return Set.of(SNIHostName.createSNIMatcher(anyOfThem));
    }

    private static String expression(String name) {
        return name.startsWith(STAR)
                ? "[^.]+\\." + Pattern.quote(ascii(name.substring(STAR.length())))
                : Pattern.quote(ascii(name));
    }

    private static boolean isSound(String name) {
        try {
            String bare = name.startsWith(STAR) ? name.substring(STAR.length()) : name;
            return !bare.matches("[0-9.]+") && !ascii(bare).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** As it stands in a ClientHello. */
    private static String ascii(String name) {
        return new SNIHostName(name).getAsciiName();
    }
}
