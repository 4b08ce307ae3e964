package org.mtlsplayground.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mtlsplayground.wire.Splice;

/** What is to become of a record, while rules are applied to it. Offsets are as in {@link Disturbance}. Not thread-safe. */
public final class Draft {
    private final ByteArrayOutputStream before = new ByteArrayOutputStream();
    private final List<Splice> splices = new ArrayList<>();
    private byte[] bytes;
    private int times = 1;
    private boolean overtaken;
    private Duration wait = Duration.ZERO;
    private Alteration.Ending ending = Alteration.Ending.NONE;

    Draft(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Where the offset is in the record, if it lies in the span, and as many bytes from it on. */
    private int place(Spot.Span span, int offset, int length) {
        int at = (offset < 0 ? span.to() : span.from()) + offset;
        boolean inside = at >= span.from() && at + length <= Math.min(span.to(), bytes.length);
        return inside ? at : -1;
    }

    void flip(Spot.Span span, int offset, int bit) {
        int at = place(span, offset, 1);
        if (at >= 0) {
            bytes[at] ^= (byte) (1 << bit);
        }
    }

    void overwrite(Spot.Span span, int offset, byte[] other) {
        int at = place(span, offset, other.length);
        if (at >= 0) {
            System.arraycopy(other, 0, bytes, at, other.length);
        }
    }

    /** Where that field is in the record, if the message there is a Hello. */
    Optional<Spot.Span> field(HelloField field, Spot.Span message) {
        return field.in(bytes, new Spot.Span(message.from(), Math.min(message.to(), bytes.length)));
    }

    /** Done when all else has been, so that offsets stay what they are. */
    void replace(Splice splice) {
        splices.removeIf(splice::overlaps);
        splices.add(splice);
    }

    void become(byte[] other) {
        splices.clear();
        bytes = other.clone();
    }

    void inject(byte[] other) {
        before.writeBytes(other);
    }

    void cut(Spot.Span span, int offset) {
        int at = place(span, offset, 0);
        if (at >= 0) {
            bytes = Arrays.copyOf(bytes, at);
            ending = Alteration.Ending.CLOSED;
        }
    }

    void times(int count) {
        times = count;
    }

    void swap() {
        overtaken = true;
    }

    void delay(Duration time) {
        wait = wait.plus(time);
    }

    void end(Alteration.Ending how) {
        times = 0;
        ending = how;
    }

    void perform(Passage passage) throws IOException {
        if (!wait.isZero()) {
            passage.delay(wait);
        }
        byte[] once = Splice.all(bytes, splices);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.toByteArray());
        for (int i = 0; i < times; i++) {
            all.writeBytes(once);
        }
        if (overtaken) {
            passage.postpone(all.toByteArray());
        } else {
            passage.forward(all.toByteArray());
        }
        switch (ending) {
            case CLOSED -> passage.close();
            case RESET -> passage.reset();
            case STALLED -> passage.stall();
            case NONE -> {}
        }
    }
}
