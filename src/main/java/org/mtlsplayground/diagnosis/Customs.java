package org.mtlsplayground.diagnosis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.mtlsplayground.peer.Side;

/** What others send in the same case, from a list of what was read in standards and seen of programs. */
final class Customs {
    private static final Properties LIST = load();

    private Customs() {}

    private static Properties load() {
        Properties list = new Properties();
        try (InputStreamReader reader = new InputStreamReader(
                Customs.class.getResourceAsStream("customs.properties"), StandardCharsets.UTF_8)) {
            list.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of customs is on the class path", e);
        }
        return list;
    }

    /** The standard's first; empty where nothing is known. */
    static List<Custom> of(Cause cause, Facts facts, Side refuser) {
        String version = facts.negotiation().isTls13() ? "1.3" : "1.2";
        String side = refuser == Side.CLIENT ? "client" : "server";
        return Stream.of("RFC 8446", "OpenSSL", "Go")
                .flatMap(who -> Stream.of(
                                cause.id() + "." + key(who) + "." + version,
                                cause.id() + "." + key(who) + "." + side,
                                cause.id() + "." + key(who))
                        .filter(LIST::containsKey)
                        .limit(1)
                        .map(key -> new Custom(standard(who, version), LIST.getProperty(key))))
                .toList();
    }

    private static String key(String who) {
        return who.startsWith("RFC") ? "rfc" : who.toLowerCase(Locale.ROOT);
    }

    /** TLS 1.2 has a standard of its own, which mostly says the same. */
    private static String standard(String who, String version) {
        return who.startsWith("RFC") && version.equals("1.2") ? "RFC 5246" : who;
    }
}
