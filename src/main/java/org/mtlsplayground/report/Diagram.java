package org.mtlsplayground.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.diagnosis.EventText;
import org.mtlsplayground.peer.Side;
import org.mtlsplayground.sequence.Finish;
import org.mtlsplayground.sequence.Tone;
import org.mtlsplayground.sequence.Turn;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.text.Sizes;
import org.mtlsplayground.transcript.Event;

/** Draws the messages of a connection as arrows between two lifelines, or of two with somebody in the middle between three. */
final class Diagram {
    private static final int HEAD = 64;
    private static final int LONGEST_WHO = 30;

    private final Contents contents;
    private final Lifelines lifelines;
    private final List<Drawing.Shape> shapes = new ArrayList<>();
    /** Pieces of the lifelines, below all else. */
    private final List<Drawing.Shape> ground = new ArrayList<>();

    private final StringBuilder spoken = new StringBuilder();
    private boolean altered;
    private int y = HEAD;

    private Diagram(Contents contents) {
        this.contents = contents;
        this.lifelines = Lifelines.of(contents);
    }

    static Drawing of(Contents contents) {
        return new Diagram(contents).draw();
    }

    private Drawing draw() {
        contents.steps().forEach(this::step);
        int foot = y + 14;
        List<Drawing.Shape> all = new ArrayList<>();
        for (int i = 0; i < lifelines.count(); i++) {
            int x = lifelines.at(i);
            all.add(new Drawing.Line(x, HEAD - 6, x, foot, 1.5, Paint.LIFELINE));
            who(all, x, i);
        }
        all.addAll(ground);
        all.addAll(shapes);
        int base = legend(all, foot + 28);
        return new Drawing(
                lifelines.width(),
                base + 16,
                contents.main().title(),
                spoken.toString().strip(),
                all);
    }

    private void who(List<Drawing.Shape> all, int x, int number) {
        Told told = contents.halves().get(Math.max(0, number - 1));
        Side side = number == 0 ? Side.CLIENT : Side.SERVER;
        boolean middle = told.connection().middle().equals(Optional.of(side));
        String who = Messages.get(middle ? "middle.attacker" : "report.side." + side);
        all.add(words(x, 24, Drawing.Anchor.MIDDLE, 15, true, Paint.TEXT, who));
        String name = Markup.oneLine(told.name(side), LONGEST_WHO);
        all.add(words(x, 42, Drawing.Anchor.MIDDLE, 12, false, Paint.MUTED, name));
    }

    private void step(Step.Timed timed) {
        Step step = timed.step();
        int middle = lifelines.middle(timed.half());
        if (step instanceof Step.Heading heading) {
            y += 30;
            String text = Messages.get("phase." + heading.phase());
            shapes.add(words(middle, y - 8, Drawing.Anchor.MIDDLE, 11, false, Paint.MUTED, text));
        } else if (step instanceof Step.Skipped skipped) {
            y += 30;
            String text = skipped.count() == 1
                    ? Messages.get("report.skipped.one")
                    : Messages.get("report.skipped", skipped.count());
            shapes.add(words(middle, y - 8, Drawing.Anchor.MIDDLE, 12, false, Paint.MUTED, text));
            say(timed, text);
        } else if (step instanceof Step.Pause pause) {
            pause(timed, pause.turn());
        } else if (step instanceof Step.Done done) {
            done(timed, done.finish());
        } else {
            arrow(timed, step);
        }
    }

    private void arrow(Step.Timed timed, Step step) {
        if (step instanceof Step.Arrow arrow) {
            begin(timed, arrow.event()).whole(arrow.tone(), arrow.text());
            say(timed, EventText.line(arrow.event(), arrow.text()).strip());
            y += arrow.text().detail().isEmpty() ? 34 : 48;
        } else if (step instanceof Step.Changed changed) {
            String deed = changed.altered().words();
            Tone sent =
                    changed.altered().sent().stream().findFirst().map(Tone::of).orElse(Tone.CLEAR);
            begin(timed, changed.event()).changed(changed.text(), changed.sent(), sent, deed);
            say(timed, EventText.line(changed.event(), changed.text()).strip());
            say(timed, Messages.get("report.spoken.changed", changed.sent().name(), deed));
            altered = true;
            y += 52;
        } else if (step instanceof Step.Lost lost) {
            String deed = lost.altered().words();
            begin(timed, lost.event()).lost(Tone.of(lost.event()), lost.text(), deed);
            say(timed, EventText.line(lost.event(), lost.text()).strip());
            say(timed, Messages.get("report.spoken.lost", deed));
            altered = true;
            y += 52;
        }
    }

    private ArrowDrawing begin(Step.Timed timed, Event event) {
        double at = y + 26;
        time(timed, at);
        String size = Sizes.of(event.bytes().length);
        shapes.add(words(lifelines.last() + 14, at + 4, Drawing.Anchor.START, 11, false, Paint.MUTED, size));
        return new ArrowDrawing(shapes::add, lifelines, timed.half(), event, at);
    }

    private void time(Step.Timed timed, double at) {
        String time = EventText.time(timed.nanos());
        shapes.add(words(lifelines.first() - 14, at + 4, Drawing.Anchor.END, 11, false, Paint.MUTED, time));
    }

    /** Words inside of a lifeline: right of the client's, left of the server's. */
    private void beside(Side side, int x, int gap, double at, Paint paint, String text) {
        boolean client = side == Side.CLIENT;
        Drawing.Anchor anchor = client ? Drawing.Anchor.START : Drawing.Anchor.END;
        shapes.add(words(client ? x + gap : x - gap, at, anchor, 11, false, paint, text));
    }

    private void pause(Step.Timed timed, Turn turn) {
        int x = lifelines.of(timed.half(), turn.answering());
        ground.add(new Drawing.Line(x, y + 5, x, y + 19, 5, Paint.LIFELINE));
        beside(turn.answering(), x, 10, y + 16, Paint.MUTED, turn.words());
        y += 20;
    }

    private void done(Step.Timed timed, Finish finish) {
        int x = lifelines.of(timed.half(), finish.side());
        double at = y + 14;
        shapes.add(new Drawing.Dot(x, at, 9, Paint.PAPER));
        shapes.add(new Drawing.Dot(x, at, 7.5, Paint.GOOD));
        shapes.add(new Drawing.Line(x - 3.4, at + 0.2, x - 1, at + 2.8, 1.6, Paint.PAPER));
        shapes.add(new Drawing.Line(x - 1.4, at + 2.8, x + 3.6, at - 2.8, 1.6, Paint.PAPER));
        String text = Messages.get(
                "report.done",
                Messages.get("timeline.done." + finish.side()),
                Messages.get("timeline.done.means." + finish.side()));
        beside(finish.side(), x, 14, at + 4, Paint.GOOD, text);
        time(timed, at);
        say(timed, text);
        y += 26;
    }

    private void say(Step.Timed timed, String line) {
        boolean behind = timed.half() > 0;
        spoken.append(contents.isMiddle() ? Messages.get(behind ? "middle.behind" : "middle.ofClient", line) : line)
                .append('\n');
    }

    /** @return the base line of its last line */
    private int legend(List<Drawing.Shape> all, int base) {
        int x = lifelines.width() / 2 - 330;
        int at = x;
        for (Paint paint : List.of(Paint.CLEAR, Paint.ENCRYPTED, Paint.MUTUAL, Paint.REFUSED)) {
            all.add(new Drawing.Line(at, base - 4, at + 22, base - 4, 2, paint));
            String text = Messages.get("report.legend." + paint);
            all.add(words(at + 28, base, Drawing.Anchor.START, 11, false, Paint.MUTED, text));
            at += 175;
        }
        if (altered) {
            String text = Messages.get("report.legend.altered");
            all.add(words(x, base + 20, Drawing.Anchor.START, 11, false, Paint.MUTED, text));
        }
        return altered ? base + 20 : base;
    }

    private static Drawing.Words words(
            double x, double y, Drawing.Anchor anchor, int size, boolean bold, Paint paint, String text) {
        return new Drawing.Words(x, y, anchor, size, bold, paint, text);
    }
}
