package org.mtlsplayground.capture;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules as people type them: {@code SENDER:RECORD:DEED}.
 *
 * <ul>
 *   <li>the sender is {@code client} or {@code server};
 *   <li>the record is that of a message ({@code client-hello}, {@code certificate}), {@code encrypted}, {@code data} or
 *       {@code record}, and behind {@code #} which one of them, else the first;
 *   <li>the deed is {@code drop}, {@code repeat}, {@code swap}, {@code close}, {@code reset}, {@code stall}, {@code http},
 *       {@code alert=NUMBER}, {@code delay=MILLISECONDS}, {@code cut=PLACE}, {@code flip=PLACE} or {@code flip=PLACE.BIT},
 *       {@code set=PLACE=HEX}. A place is an offset in the message, negative from its end, or one in a field of a Hello:
 *       {@code random@0}.
 * </ul>
 */
public final class RuleText {
    private static final Pattern RULE =
            Pattern.compile("(client|server):([a-z-]+)(?:#([1-9][0-9]{0,5}))?:([a-z]+)(?:=(.*))?");
    private static final Pattern PLACE =
            Pattern.compile("(?:(version|random|session-id|cipher-suites)@)?(-?[0-9]{1,5})");
    private static final Map<String, Integer> MESSAGES = Map.of(
            "client-hello", Spot.CLIENT_HELLO,
            "server-hello", Spot.SERVER_HELLO,
            "certificate", Spot.CERTIFICATE,
            "server-key-exchange", Spot.SERVER_KEY_EXCHANGE,
            "certificate-request", Spot.CERTIFICATE_REQUEST,
            "server-hello-done", Spot.SERVER_HELLO_DONE,
            "certificate-verify", Spot.CERTIFICATE_VERIFY,
            "client-key-exchange", Spot.CLIENT_KEY_EXCHANGE,
            "encrypted-extensions", Spot.ENCRYPTED_EXTENSIONS,
            "finished", Spot.FINISHED);
    private static final byte[] HTTP = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST_ALERT = 255;
    private static final int LONGEST_DELAY = 3_600_000;

    private RuleText() {}

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException if it is none; the message is the part that is not understood
     */
    public static WireRule parse(String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.matches()) {
            throw new IllegalArgumentException(text);
        }
        Direction direction = rule.group(1).equals("client") ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT;
        int number = rule.group(3) == null ? 1 : Integer.parseInt(rule.group(3));
        String value = rule.group(5);
        Disturbance deed = value == null ? bare(rule.group(4)) : withValue(rule.group(4), value);
        return new WireRule(direction, spot(rule.group(2), number), deed);
    }

    private static Spot spot(String name, int number) {
        return switch (name) {
            case "record" -> Spot.record(number);
            case "encrypted" -> Spot.encrypted(number);
            case "data" -> Spot.data(number);
            default -> {
                if (!MESSAGES.containsKey(name)) {
                    throw new IllegalArgumentException(name);
                }
                yield Spot.handshake(MESSAGES.get(name), number);
            }
        };
    }

    private static Disturbance bare(String deed) {
        return switch (deed) {
            case "drop" -> Disturbance.drop();
            case "repeat" -> Disturbance.repeat();
            case "swap" -> Disturbance.swap();
            case "close" -> Disturbance.close();
            case "reset" -> Disturbance.reset();
            case "stall" -> Disturbance.stall();
            case "http" -> Disturbance.inject(HTTP);
            default -> throw new IllegalArgumentException(deed);
        };
    }

    private static Disturbance withValue(String deed, String value) {
        return switch (deed) {
            case "alert" -> Disturbance.inject(new byte[] {21, 3, 3, 0, 2, 2, (byte) number(value, LARGEST_ALERT)});
            case "delay" -> Disturbance.delay(Duration.ofMillis(number(value, LONGEST_DELAY)));
            case "cut" -> Disturbance.cutAt(offset(place(value), value));
            case "flip" -> flip(value);
            case "set" -> set(value);
            default -> throw new IllegalArgumentException(deed);
        };
    }

    private static int number(String text, int most) {
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text);
    }

    private static Disturbance flip(String value) {
        int dot = value.lastIndexOf('.');
        int bit = dot < 0 ? 0 : number(value.substring(dot + 1), 7);
        Matcher place = place(dot < 0 ? value : value.substring(0, dot));
        int offset = Integer.parseInt(place.group(2));
        return place.group(1) == null
                ? Disturbance.flipBit(offset, bit)
                : Disturbance.flipBitOf(field(place.group(1)), offset, bit);
    }

    private static Disturbance set(String value) {
        int equals = value.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException(value);
        }
        Matcher place = place(value.substring(0, equals));
        String digits = value.substring(equals + 1);
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(digits);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(digits, e);
        }
        int offset = Integer.parseInt(place.group(2));
        return place.group(1) == null
                ? Disturbance.overwrite(offset, bytes)
                : Disturbance.overwriteField(field(place.group(1)), offset, bytes);
    }

    private static Matcher place(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            throw new IllegalArgumentException(text);
        }
        return place;
    }

    private static int offset(Matcher place, String text) {
        if (place.group(1) != null) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(place.group(2));
    }

    private static HelloField field(String name) {
        return HelloField.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
