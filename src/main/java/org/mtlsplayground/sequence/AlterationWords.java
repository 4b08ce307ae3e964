package org.mtlsplayground.sequence;

import java.util.List;
import java.util.Locale;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.text.Messages;

/** What was done to a record on the way, in a few words. */
final class AlterationWords {
    private AlterationWords() {}

    /**
     * Such as “did not arrive” or “byte 12: 3a → 3b”, as the second half of a sentence.
     *
     * @param all that was altered in that connection
     */
    static String of(Alteration one, List<Alteration> all) {
        String done = done(one, all);
        String ended = switch (one.ending()) {
            case NONE -> "";
            case CLOSED -> Messages.get("altered.closed");
            case RESET -> Messages.get("altered.reset");
            case STALLED -> Messages.get("altered.stalled");
        };
        return done.isEmpty() || ended.isEmpty() ? done + ended : Messages.get("altered.both", done, ended);
    }

    private static String done(Alteration one, List<Alteration> all) {
        byte[] sent = one.sent();
        byte[] arrived = one.arrived();
        int at = all.indexOf(one);
        return switch (one.kind()) {
            case UNCHANGED -> "";
            case DROPPED ->
                one.ending() != Alteration.Ending.NONE
                        ? ""
                        : Messages.get(
                                all.subList(at + 1, all.size()).stream().anyMatch(one::isEndOf)
                                        ? "altered.overtaken"
                                        : "altered.dropped");
            case CUT -> Messages.get("altered.cut", arrived.length, sent.length);
            case REPEATED -> Messages.get("altered.repeated", arrived.length / sent.length);
            case PRECEDED -> Messages.get("altered.preceded", arrived.length - sent.length);
            case FOLLOWED ->
                all.subList(0, Math.max(0, at)).stream().anyMatch(earlier -> overtakes(one, earlier))
                        ? Messages.get("altered.overtakes")
                        : Messages.get("altered.followed", arrived.length - sent.length);
            case CHANGED -> changed(sent, arrived);
        };
    }

    private static boolean overtakes(Alteration one, Alteration earlier) {
        return earlier.kind() == Alteration.Kind.DROPPED && earlier.isEndOf(one);
    }

    private static String changed(byte[] sent, byte[] arrived) {
        if (sent.length != arrived.length) {
            return Messages.get("altered.replaced", arrived.length, sent.length);
        }
        int first = -1;
        int count = 0;
        for (int i = 0; i < sent.length; i++) {
            if (sent[i] != arrived[i]) {
                first = first < 0 ? i : first;
                count++;
            }
        }
        String from = hex(sent[first]);
        String to = hex(arrived[first]);
        return count == 1
                ? Messages.get("altered.byte", first, from, to)
                : Messages.get("altered.bytes", count, first, from, to);
    }

    private static String hex(byte one) {
        return String.format(Locale.ROOT, "%02x", one & 0xff);
    }
}
