package org.mtlsplayground.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Phase;

/** Draws the messages of a connection as arrows between two lifelines. */
final class Diagram {
    /** More messages than this are counted and not drawn. */
    static final int MOST_MESSAGES = 300;

    /** So many records of application data in a row are drawn, and then it is said how many follow. */
    private static final int MOST_DATA = 4;

    private static final int WIDTH = 840;
    private static final int CLIENT = 150;
    private static final int SERVER = 690;
    private static final int MIDDLE = (CLIENT + SERVER) / 2;
    private static final int HEAD = 64;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_DETAIL = 86;
    private static final int LONGEST_WHO = 30;

    private final Told told;
    private final List<Drawing.Shape> shapes = new ArrayList<>();
    private final StringBuilder spoken = new StringBuilder();
    private int y = HEAD;

    private Diagram(Told told) {
        this.told = told;
    }

    static Drawing of(Told told) {
        return new Diagram(told).draw();
    }

    private Drawing draw() {
        messages();
        int foot = y + 14;
        List<Drawing.Shape> all = new ArrayList<>();
        all.add(new Drawing.Line(CLIENT, HEAD - 6, CLIENT, foot, 1.5, Tone.LIFELINE));
        all.add(new Drawing.Line(SERVER, HEAD - 6, SERVER, foot, 1.5, Tone.LIFELINE));
        who(all, CLIENT, Side.CLIENT);
        who(all, SERVER, Side.SERVER);
        all.addAll(shapes);
        legend(all, foot + 28);
        return new Drawing(WIDTH, foot + 44, told.title(), spoken.toString().strip(), all);
    }

    private void who(List<Drawing.Shape> all, int x, Side side) {
        all.add(words(x, 24, Drawing.Anchor.MIDDLE, 15, true, Tone.TEXT, Messages.get("report.side." + side)));
        String name = Markup.shortened(told.name(side), LONGEST_WHO);
        all.add(words(x, 42, Drawing.Anchor.MIDDLE, 12, false, Tone.MUTED, name));
    }

    private void messages() {
        List<Event> events = told.events();
        Phase phase = null;
        int data = 0;
        int left = 0;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            data = isData(event) ? data + 1 : 0;
            if (data > MOST_DATA || i >= MOST_MESSAGES) {
                left++;
                continue;
            }
            skipped(left);
            left = 0;
            if (event.phase() != phase) {
                phase = event.phase();
                heading(phase);
            }
            arrow(event);
        }
        skipped(left);
    }

    private static boolean isData(Event event) {
        return event.message() instanceof Message.ApplicationData
                || (event.message() instanceof Message.EncryptedRecord
                        && (event.phase() == Phase.ENCRYPTED || event.phase() == Phase.APPLICATION_DATA));
    }

    private void heading(Phase phase) {
        y += 30;
        String text = Messages.get("phase." + phase);
        shapes.add(words(MIDDLE, y - 8, Drawing.Anchor.MIDDLE, 11, false, Tone.MUTED, text));
    }

    private void skipped(int count) {
        if (count > 0) {
            y += 30;
            String text = count == 1 ? Messages.get("report.skipped.one") : Messages.get("report.skipped", count);
            shapes.add(words(MIDDLE, y - 8, Drawing.Anchor.MIDDLE, 12, false, Tone.MUTED, text));
            spoken.append(text).append('\n');
        }
    }

    private void arrow(Event event) {
        Tone tone = Tone.of(event);
        EventText text = told.text(event);
        String name = tone == Tone.MUTUAL ? Messages.get("report.mutual", text.name()) : text.name();
        double at = y + 26;
        int from = event.fromClient() ? CLIENT : SERVER;
        int to = event.fromClient() ? SERVER : CLIENT;
        int way = event.fromClient() ? 1 : -1;
        Tone words = tone == Tone.MUTED ? Tone.MUTED : tone;
        shapes.add(
                words(MIDDLE, at - 7, Drawing.Anchor.MIDDLE, 13, tone != Tone.MUTED, words, cut(name, LONGEST_NAME)));
        shapes.add(new Drawing.Line(from + way * 2, at, to - way * 9, at, tone == Tone.MUTED ? 1 : 1.8, tone));
        shapes.add(new Drawing.Polygon(
                List.of(to - way * 2.0, at, to - way * 11.0, at - 4.5, to - way * 11.0, at + 4.5), tone));
        if (event.encrypted()) {
            lock(from + way * 16, at - 6, tone);
        }
        shapes.add(words(CLIENT - 14, at + 4, Drawing.Anchor.END, 11, false, Tone.MUTED, EventText.time(event)));
        shapes.add(words(
                SERVER + 14,
                at + 4,
                Drawing.Anchor.START,
                11,
                false,
                Tone.MUTED,
                String.format(Locale.ROOT, "%,d B", event.bytes().length)));
        if (!text.detail().isEmpty()) {
            shapes.add(words(
                    MIDDLE, at + 15, Drawing.Anchor.MIDDLE, 11, false, Tone.MUTED, cut(text.detail(), LONGEST_DETAIL)));
        }
        spoken.append(EventText.line(event, text).strip()).append('\n');
        y += text.detail().isEmpty() ? 34 : 48;
    }

    /** A padlock on its base line: that the message crossed the wire encrypted, without colour. */
    private void lock(double x, double base, Tone tone) {
        shapes.add(new Drawing.Polygon(
                List.of(x - 4.5, base - 7.0, x + 4.5, base - 7.0, x + 4.5, base, x - 4.5, base), tone));
        shapes.add(new Drawing.Line(x - 3, base - 7, x - 3, base - 11, 1.4, tone));
        shapes.add(new Drawing.Line(x + 3, base - 7, x + 3, base - 11, 1.4, tone));
        shapes.add(new Drawing.Line(x - 3.6, base - 11, x + 3.6, base - 11, 1.4, tone));
    }

    private void legend(List<Drawing.Shape> all, int base) {
        int x = CLIENT - 60;
        for (Tone tone : List.of(Tone.CLEAR, Tone.ENCRYPTED, Tone.MUTUAL, Tone.REFUSED)) {
            all.add(new Drawing.Line(x, base - 4, x + 22, base - 4, 2, tone));
            String text = Messages.get("report.legend." + tone);
            all.add(words(x + 28, base, Drawing.Anchor.START, 11, false, Tone.MUTED, text));
            x += 175;
        }
    }

    private static String cut(String text, int longest) {
        return Markup.shortened(text.replaceAll("\\s+", " "), longest);
    }

    private static Drawing.Words words(
            double x, double y, Drawing.Anchor anchor, int size, boolean bold, Tone tone, String text) {
        return new Drawing.Words(x, y, anchor, size, bold, tone, text);
    }
}
