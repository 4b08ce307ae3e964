package org.mtlsplayground.capture;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A TCP socket that tells a {@link Tap} of all bytes that pass. TLS is layered over it and notices nothing.
 *
 * <p>A write that fails because the peer has gone is not reported at once: what the peer said before it went may still be
 * unread, and it says more (an alert, say) than "Broken pipe". The failure comes with the read that finds nothing more.
 */
public final class TappedSocket extends Socket {
    private Supplier<Tap> source;
    private volatile Tap tap;
    private volatile SocketException peerGone;

    /**
     * Says whom to tell. Must be called before the first byte passes.
     *
     * @param source asked once, when the first bytes pass, by the thread that reads or writes them
     */
    public synchronized void tapWith(Supplier<Tap> source) {
        this.source = source;
    }

    private Tap tap() throws IOException {
        Tap known = tap;
        return known == null ? askForTap() : known;
    }

    private synchronized Tap askForTap() throws IOException {
        if (tap == null) {
            if (source == null) {
                throw new IOException("bytes pass before the tap is set");
            }
            tap = source.get();
        }
        return tap;
    }

    /** The tap, if a byte has passed yet: a socket that never carried one has nobody to tell. */
    private Optional<Tap> tapInUse() {
        return Optional.ofNullable(tap);
    }

    @Override
    public void shutdownOutput() throws IOException {
        tapInUse().ifPresent(Tap::sentEnd);
        super.shutdownOutput();
    }

    // The tap is told without the lock, as it is of everything else.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void close() throws IOException {
        tapInUse().ifPresent(Tap::sentEnd);
        super.close();
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TappedInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new TappedOutput(super.getOutputStream());
    }

    private final class TappedInput extends FilterInputStream {
        TappedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = readOrFail(buffer, offset, length);
            if (count > 0) {
                tap().received(buffer, offset, count);
            }
            return count;
        }

        private int readOrFail(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = in.read(buffer, offset, length);
                if (count < 0) {
                    tapInUse().ifPresent(tap -> tap.receivedEnd(false));
                    if (peerGone != null) {
                        throw peerGone;
                    }
                }
                return count;
            } catch (SocketException e) {
                if (isClosed()) {
                    throw e;
                }
                tapInUse().ifPresent(tap -> tap.receivedEnd(true));
                throw peerGone == null ? e : peerGone;
            }
        }

        @Override
        public long skip(long count) throws IOException {
            throw new IOException("bytes that pass the tap can't be skipped");
        }
    }

    private final class TappedOutput extends FilterOutputStream {
        TappedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            if (peerGone != null) {
                return;
            }
            tap().sent(buffer, offset, length);
            try {
                out.write(buffer, offset, length);
            } catch (SocketException e) {
                if (isClosed() || isOutputShutdown()) {
                    throw e;
                }
                peerGone = e;
            }
        }
    }
}
