package org.mtlsplayground.capture;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An alteration as the comment of a packet in a pcapng file, which Wireshark shows. The first line is for people, the second
 * one for programs:
 *
 * <pre>
 * Altered on the way: the server's record 3 arrived otherwise than it was sent.
 * mtls-playground:altered:1 from=server record=3 at=1234567 sent-at=127 arrived-at=127 arrived=0 end=none sent=17030300…
 * </pre>
 *
 * <p>{@code at} is in nanoseconds since the connection's first packet, {@code sent-at} and {@code arrived-at} are offsets in what
 * the side sent and in what the other received, {@code arrived} is how many bytes arrived in its place, {@code end} what became
 * of the connection ({@code none}, {@code closed}, {@code reset}, {@code stalled}), and {@code sent} the record in hex. What
 * arrived is in the packets. Anybody can write such a comment: it is checked against the packets, and not believed further.
 */
final class AlterationText {
    /** How its second line begins, with the version of the form. */
    private static final String MARK = "mtls-playground:altered:";

    /** A comment is at most 65,535 bytes; no record is as long as what fits. */
    private static final int LONGEST_SENT = 32_000;

    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final Pattern FORM = Pattern.compile(MARK
            + "1 from=(client|server) record=(0|[1-9][0-9]{0,8}) at=" + NUMBER + " sent-at=" + NUMBER + " arrived-at="
            + NUMBER
            + " arrived=(0|[1-9][0-9]{0,8}) end=(none|closed|reset|stalled) sent=([0-9a-f]++)");

    private AlterationText() {}

    /**
     * An alteration as it was read.
     *
     * @param arrived how many bytes arrived in its place
     * @param nanos since the connection began
     */
    record Claim(
            Direction direction,
            int record,
            long nanos,
            long sentAt,
            long arrivedAt,
            int arrived,
            Alteration.Ending ending,
            byte[] sent) {}

    /**
     * The comment; empty if it does not fit into one.
     *
     * @param startNanos when the connection began
     */
    static Optional<String> of(Alteration one, long startNanos) {
        if (one.sent().length == 0 || one.sent().length > LONGEST_SENT) {
            return Optional.empty();
        }
        String from = one.direction() == Direction.CLIENT_TO_SERVER ? "client" : "server";
        String what = one.record() == 0 ? "what the " + from + " sent" : "the " + from + "'s record " + one.record();
        return Optional.of("Altered on the way: " + what + " " + words(one) + ".\n" + MARK + "1 from=" + from
                + " record=" + one.record() + " at=" + Math.max(0, one.nanos() - startNanos) + " sent-at="
                + one.sentAt() + " arrived-at=" + one.arrivedAt() + " arrived=" + one.arrived().length + " end="
                + one.ending().name().toLowerCase(Locale.ROOT) + " sent="
                + HexFormat.of().formatHex(one.sent()));
    }

    private static String words(Alteration one) {
        return switch (one.kind()) {
            case UNCHANGED -> "was the last that passed";
            case DROPPED -> "did not arrive";
            case CUT -> "arrived only in part";
            case REPEATED -> "arrived more than once";
            case PRECEDED, FOLLOWED -> "arrived with other bytes";
            case CHANGED -> "arrived otherwise than it was sent";
        };
    }

    /** Whether a comment says of itself that it is one. */
    static boolean isOne(String comment) {
        return comment.contains(MARK);
    }

    /** What a comment says; empty if it is not of the form. */
    static Optional<Claim> parse(String comment) {
        String line = comment.substring(comment.lastIndexOf('\n') + 1);
        Matcher form = FORM.matcher(line);
        return form.matches() && isBytes(form.group(8))
                ? Optional.of(new Claim(
                        form.group(1).equals("client") ? Direction.CLIENT_TO_SERVER : Direction.SERVER_TO_CLIENT,
                        Integer.parseInt(form.group(2)),
                        Long.parseLong(form.group(3)),
                        Long.parseLong(form.group(4)),
                        Long.parseLong(form.group(5)),
                        Integer.parseInt(form.group(6)),
                        Alteration.Ending.valueOf(form.group(7).toUpperCase(Locale.ROOT)),
                        HexFormat.of().parseHex(form.group(8))))
                : Optional.empty();
    }

    private static boolean isBytes(String hex) {
        return hex.length() % 2 == 0 && hex.length() <= 2 * LONGEST_SENT;
    }
}
