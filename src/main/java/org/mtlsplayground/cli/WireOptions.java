package org.mtlsplayground.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Link;
import org.mtlsplayground.capture.RuleText;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Transcripts;
import picocli.CommandLine.Option;

/** What is to happen to the bytes on their way. */
final class WireOptions {
    private static final int LARGEST = 1_000_000_000;

    @Option(names = "--wire", paramLabel = "RULE", descriptionKey = "cli.option.wire")
    private List<String> texts = List.of();

    /** Has all that was asked for happen to the connections that come. */
    void apply(Connections connections) throws WrongUseException {
        List<WireRule> rules = new ArrayList<>();
        Map<Direction, Link> links = new EnumMap<>(Direction.class);
        for (String text : texts) {
            if (!isLink(text, links)) {
                rules.add(rule(text));
            }
        }
        if (!texts.isEmpty()) {
            Transcripts transcripts = new Transcripts(
                    () -> connections.all().stream().map(Connection::capture).toList());
            connections.interceptWith(connection -> Optional.of(
                    Interceptor.over(links, Interceptor.of(rules, transcripts.opener(connection.capture())))));
        }
    }

    private static WireRule rule(String text) throws WrongUseException {
        try {
            return RuleText.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException(Messages.get("cli.wrong.wire", text, e.getMessage()));
        }
    }

    private static boolean isLink(String text, Map<Direction, Link> links) throws WrongUseException {
        switch (text) {
            case "satellite" -> both(links, Link.SATELLITE);
            case "modem" -> both(links, Link.MODEM);
            default -> {
                int equals = text.indexOf('=');
                String name = equals < 0 ? "" : text.substring(0, equals);
                if (!name.equals("latency") && !name.equals("bandwidth")) {
                    return false;
                }
                int number = number(text, text.substring(equals + 1));
                for (Direction direction : Direction.values()) {
                    Link before = links.getOrDefault(direction, Link.INSTANT);
                    links.put(
                            direction,
                            name.equals("latency")
                                    ? new Link(Duration.ofMillis(number), before.bitsPerSecond(), false)
                                    : new Link(before.latency(), number, false));
                }
            }
        }
        return true;
    }

    private static void both(Map<Direction, Link> links, Link link) {
        for (Direction direction : Direction.values()) {
            links.put(direction, link);
        }
    }

    private static int number(String text, String digits) throws WrongUseException {
        if (!digits.matches("[0-9]{1,10}") || Long.parseLong(digits) > LARGEST) {
            throw new WrongUseException(Messages.get("cli.wrong.wire", text, digits));
        }
        return Integer.parseInt(digits);
    }
}
