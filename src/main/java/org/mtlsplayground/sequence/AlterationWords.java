package org.mtlsplayground.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.capture.WireUnit;
import org.mtlsplayground.dissect.FieldDifference;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;

/** What was done to a record on the way, in a few words. */
final class AlterationWords {
    private AlterationWords() {}

    /**
     * Such as “did not arrive” or “byte 12: 3a → 3b”, as the second half of a sentence.
     *
     * @param all that was altered in that connection
     * @param fields that say something else now, as far as that is known
     */
    static String of(Alteration one, List<Alteration> all, List<FieldDifference> fields) {
        String done = done(one, all, fields);
        String ended = switch (one.ending()) {
            case NONE -> "";
            case CLOSED -> Messages.get("altered.closed");
            case RESET -> Messages.get("altered.reset");
            case STALLED -> Messages.get("altered.stalled");
        };
        return done.isEmpty() || ended.isEmpty() ? done + ended : Messages.get("altered.both", done, ended);
    }

    private static String done(Alteration one, List<Alteration> all, List<FieldDifference> fields) {
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
            case CUT -> Messages.get("altered.cut", Sizes.grouped(arrived.length), Sizes.words(sent.length));
            case REPEATED -> Messages.get("altered.repeated", arrived.length / sent.length);
            case PRECEDED -> Messages.get("altered.preceded", Sizes.words(arrived.length - sent.length));
            case FOLLOWED ->
                all.subList(0, Math.max(0, at)).stream().anyMatch(earlier -> overtakes(one, earlier))
                        ? Messages.get("altered.overtakes")
                        : Messages.get("altered.followed", Sizes.words(arrived.length - sent.length));
            case CHANGED -> changed(sent, arrived, fields);
        };
    }

    private static boolean overtakes(Alteration one, Alteration earlier) {
        return earlier.kind() == Alteration.Kind.DROPPED && earlier.isEndOf(one);
    }

    private static String changed(byte[] sent, byte[] arrived, List<FieldDifference> fields) {
        int first = Arrays.mismatch(sent, arrived);
        boolean oneByte = sent.length == arrived.length
                && Arrays.equals(sent, first + 1, sent.length, arrived, first + 1, arrived.length);
        // Bytes are counted where they are chosen: in the message, behind the header of its record.
        int at = first - WireUnit.HEADER;
        if (oneByte) {
            return at < 0
                    ? Messages.get("altered.header", first, hex(sent[first]), hex(arrived[first]))
                    : Messages.get("altered.byte", at, hex(sent[first]), hex(arrived[first]));
        }
        if (!fields.isEmpty()) {
            return changed(fields);
        }
        if (sent.length != arrived.length) {
            return Messages.get("altered.replaced", Sizes.grouped(arrived.length), Sizes.grouped(sent.length));
        }
        int count = 0;
        for (int i = first; i < sent.length; i++) {
            count += sent[i] == arrived[i] ? 0 : 1;
        }
        return Messages.get(
                "altered.bytes", Sizes.grouped(count), Math.max(0, at), hex(sent[first]), hex(arrived[first]));
    }

    private static String changed(List<FieldDifference> fields) {
        FieldDifference first = fields.get(0);
        return fields.size() == 1 && first.isLegible()
                ? Messages.get("altered.field", first.name(), first.before(), first.after())
                : Messages.get(
                        "altered.fields",
                        fields.stream().map(FieldDifference::name).distinct().collect(Collectors.joining(", ")));
    }

    private static String hex(byte one) {
        return String.format(Locale.ROOT, "%02x", one & 0xff);
    }
}
