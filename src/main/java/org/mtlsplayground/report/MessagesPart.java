package org.mtlsplayground.report;

import java.util.List;
import java.util.Locale;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.wire.Field;

/** Each message with its fields. */
final class MessagesPart {
    /** Fields within fields. */
    static final int DEEPEST = 30;

    private static final int MOST_MESSAGES = 300;
    private static final int LONGEST_VALUE = 300;
    /** In characters; what comes after it is named and not told. */
    private static final int FULL = 2_000_000;

    private MessagesPart() {}

    /** Whether the page is as long as it may be. */
    static boolean isFull(Markup out) {
        return out.length() > FULL;
    }

    static void write(Markup out, Told told) {
        out.open("section").element("h2", Messages.get("report.section.messages"));
        if (told.keepsBack()) {
            out.element("p", Messages.get("report.keptBack"), "class", "muted");
        }
        List<Event> events = told.events();
        int shown = 0;
        while (shown < Math.min(MOST_MESSAGES, events.size()) && !isFull(out)) {
            message(out, told, events.get(shown++));
        }
        if (shown < events.size()) {
            out.element("p", Messages.get("report.messages.more", events.size() - shown));
        }
        out.close("section").line();
    }

    private static void message(Markup out, Told told, Event event) {
        EventText text = told.text(event);
        String tone = Tone.of(event).name().toLowerCase(Locale.ROOT);
        out.open("details", "open", "open", "class", "message " + tone).open("summary");
        out.element("strong", (event.index() + 1) + ". " + text.name());
        String way = Messages.get(event.fromClient() ? "report.way.client" : "report.way.server");
        String secrecy = event.decrypted()
                ? Messages.get("report.secrecy.opened")
                : Messages.get(event.encrypted() ? "report.secrecy.closed" : "report.secrecy.clear");
        out.element(
                "span",
                Messages.get("report.message", way, EventText.time(event), event.bytes().length, secrecy),
                "class",
                "muted");
        if (!text.detail().isEmpty()) {
            out.element("span", Markup.shortened(text.detail(), LONGEST_VALUE), "class", "detail");
        }
        out.close("summary");
        if (told.mayShow(event) && !event.fields().isEmpty()) {
            out.open("ul", "class", "fields");
            event.fields().forEach(field -> field(out, field, 0));
            out.close("ul");
        }
        out.close("details").line();
    }

    private static void field(Markup out, Field field, int depth) {
        if (isFull(out) || depth > DEEPEST) {
            return;
        }
        String value = Markup.shortened(field.value(), LONGEST_VALUE);
        out.open("li").element("span", field.name(), "class", "name");
        if (!value.isEmpty()) {
            out.text(" ").element("span", value, "class", "value");
        }
        if (!field.children().isEmpty()) {
            out.open("ul");
            field.children().forEach(child -> field(out, child, depth + 1));
            out.close("ul");
        }
        out.close("li");
    }
}
