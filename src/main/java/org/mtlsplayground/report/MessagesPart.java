package org.mtlsplayground.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.mtlsplayground.capture.Alteration;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.sequence.Altered;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.wire.Field;

/** Each message with its fields; of one that was altered on the way, both what was sent and what arrived. */
final class MessagesPart {
    private static final int MOST_MESSAGES = 300;
    private static final int LONGEST_VALUE = 300;
    /** In characters; what comes after it is named and not told. */
    private static final int FULL = 2_000_000;

    private static final String MUTED = "muted";

    private final Markup out;
    private final Told told;
    /** Those whose bytes were shown: several messages may be in one record. */
    private final List<Alteration> shown = new ArrayList<>();

    private MessagesPart(Markup out, Told told) {
        this.out = out;
        this.told = told;
    }

    /** Whether the page is as long as it may be. */
    static boolean isFull(Markup out) {
        return out.length() > FULL;
    }

    /** @param whose says of which connection a heading is */
    static void write(Markup out, Told told, UnaryOperator<String> whose) {
        out.open("section").element("h2", whose.apply(Messages.get("report.section.messages")));
        if (told.keepsBack()) {
            out.element("p", Messages.get("report.keptBack"), "class", MUTED);
        }
        MessagesPart part = new MessagesPart(out, told);
        List<Told.Entry> entries = told.entries();
        int done = 0;
        while (done < Math.min(MOST_MESSAGES, entries.size()) && !isFull(out)) {
            part.message(entries.get(done++));
        }
        if (done < entries.size()) {
            out.element("p", Messages.get("report.messages.more", entries.size() - done));
        }
        out.close("section").line();
    }

    private void message(Told.Entry entry) {
        Event event = entry.event();
        EventText text = told.text(event);
        String style = entry.altered().isPresent()
                ? "refused"
                : Paint.of(Tone.of(event)).name().toLowerCase(Locale.ROOT);
        out.open("details", "open", "open", "class", "message " + style).open("summary");
        out.element("strong", entry.isLost() ? "✕ " + text.name() : (event.index() + 1) + ". " + text.name());
        String way = Messages.get(event.fromClient() ? "report.way.client" : "report.way.server");
        String secrecy = event.decrypted()
                ? Messages.get("report.secrecy.opened")
                : Messages.get(event.encrypted() ? "report.secrecy.closed" : "report.secrecy.clear");
        out.element(
                "span",
                Messages.get("report.message", way, EventText.time(event), Sizes.words(event.bytes().length), secrecy),
                "class",
                MUTED);
        if (!text.detail().isEmpty()) {
            out.element("span", Markup.shortened(text.detail(), LONGEST_VALUE), "class", "detail");
        }
        entry.altered().ifPresent(one -> {
            String deed = Messages.get("report.altered", one.words());
            out.element("span", entry.isLost() ? deed : "≠ " + deed, "class", "deed");
        });
        out.close("summary");
        entry.altered().ifPresentOrElse(one -> altered(entry, one), () -> {
            if (told.mayShow(event)) {
                FieldsPart.write(out, event.fields());
            }
        });
        out.close("details").line();
    }

    private void altered(Told.Entry entry, Altered one) {
        if (entry.isLost()) {
            if (told.mayShow(entry.event())) {
                FieldsPart.write(out, entry.event().fields());
            }
        } else {
            out.open("div", "class", "both");
            side("alter.sent", one.sent(), List.of(entry.event()));
            side("alter.arrived", List.of(entry.event()), one.sent());
            out.close("div").line();
        }
        if (told.mayShow(one) && !shown.contains(one.alteration())) {
            shown.add(one.alteration());
            byte[] sent = one.alteration().sent();
            byte[] arrived = one.alteration().arrived();
            out.open("div", "class", "both bytes");
            HexPart.write(out, "report.bytes.sent", sent, entry.isLost() ? sent : arrived);
            if (!entry.isLost()) {
                HexPart.write(out, "report.bytes.arrived", arrived, sent);
            }
            out.close("div").line();
        }
    }

    private void side(String title, List<Event> messages, List<Event> others) {
        out.open("div").element("h3", Messages.get(title));
        for (int i = 0; i < messages.size() && !isFull(out); i++) {
            Event event = messages.get(i);
            EventText text = told.text(event);
            out.element("p", text.name());
            if (!text.detail().isEmpty()) {
                out.element("p", Markup.shortened(text.detail(), LONGEST_VALUE), "class", "detail");
            }
            List<Field> other = i < others.size() ? others.get(i).fields() : List.of();
            if (told.mayShow(event)) {
                // Where the other one has no fields, they differ in all, and marks would tell nothing.
                FieldsPart.write(out, event.fields(), other.isEmpty() ? event.fields() : other);
            }
        }
        out.close("div");
    }
}
