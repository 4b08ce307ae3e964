package org.mtlsplayground.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CancellationException;

/**
 * Reads a file from its beginning, a block at a time, without ever holding more of it, and tells how far it is. What is
 * added to the file while it is read is not seen.
 */
final class FileCursor {
    /** The most that is read at once, in bytes: no packet that anybody records is longer. */
    static final int MAX_BLOCK = 16 << 20;

    private static final int REPORTS = 200;

    private final InputStream in;
    private final long size;
    private final Progress progress;
    private byte[] buffer = new byte[1 << 16];
    private ByteOrder order = ByteOrder.BIG_ENDIAN;
    private long position;
    private long nextReport;

    FileCursor(InputStream in, long size, Progress progress) {
        this.in = in;
        this.size = size;
        this.progress = progress;
    }

    /** In which order the numbers of what is read next are. */
    void order(ByteOrder order) {
        this.order = order;
    }

    /** The offset of what comes next. */
    long position() {
        return position;
    }

    boolean isAtEnd() {
        return position >= size;
    }

    /**
     * The next bytes; they change with the next call.
     *
     * @throws BrokenOffException if there are not so many, or more than {@link #MAX_BLOCK} are wanted
     */
    ByteBuffer take(long length) throws IOException, BrokenOffException {
        require(length);
        if (length > MAX_BLOCK) {
            throw damaged();
        }
        int count = (int) length;
        if (count > buffer.length) {
            buffer = new byte[Math.max(count, (int) Math.min(MAX_BLOCK, 2L * buffer.length))];
        }
        if (in.readNBytes(buffer, 0, count) < count) {
            throw cut();
        }
        moved(length);
        return ByteBuffer.wrap(buffer, 0, count).order(order);
    }

    /** Leaves bytes out. */
    void skip(long length) throws IOException, BrokenOffException {
        require(length);
        in.skipNBytes(length);
        moved(length);
    }

    private void require(long length) throws BrokenOffException {
        if (length > size - position) {
            throw cut();
        }
    }

    private void moved(long length) {
        position += length;
        if (position >= nextReport) {
            nextReport = position + size / REPORTS;
            if (!progress.at(position, size)) {
                throw new CancellationException("stopped by who listens");
            }
        }
    }

    /** The file ends too early. */
    BrokenOffException cut() {
        return new BrokenOffException(Note.Kind.FILE_CUT, size);
    }

    /** What comes next can't be. */
    BrokenOffException damaged() {
        return new BrokenOffException(Note.Kind.FILE_DAMAGED, position);
    }
}
