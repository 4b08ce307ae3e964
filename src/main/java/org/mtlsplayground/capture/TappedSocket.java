package org.mtlsplayground.capture;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A TCP socket that tells a {@link Tap} of all bytes that pass. TLS is layered over it and notices nothing.
 *
 * <p>A write that fails because the peer has gone is not reported at once: what the peer said before it went may still be
 * unread, and it says more (an alert, say) than "Broken pipe". The failure comes with the read that finds nothing more.
 *
 * <p>Where an {@link Interceptor} stands in the connection, writes and reads wait for it; closing the socket wakes them.
 */
public final class TappedSocket extends Socket {
    private static final int CHUNK = 4096;

    private Supplier<Tap> source;
    private volatile Tap tap;
    private volatile SocketException peerGone;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final Lookout lookout = new Lookout();
    /** What stands in the way of what is sent, and of what is read; null for nothing, as it nearly always is. */
    private volatile Interception outgoing;

    private volatile Interception incoming;
    /** What an interceptor has let pass and was not read yet. */
    private Arrived arrived;
    /** Whether an interceptor has ended the connection, and whether by a reset. */
    private volatile boolean cut;

    private volatile boolean reset;

    /** Whether the other side has taken its leave, which it may before there is a tap to tell. */
    private volatile boolean left;

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
            Tap found = source.get();
            outgoing = found.interception(true)
                    .map(way -> begun(way, new Sending()))
                    .orElse(null);
            tap = found;
            if (left) {
                found.receivedEnd(false);
            }
        }
        return tap;
    }

    private Interception begun(Interception way, Outlet to) {
        way.begin(to, closed);
        return way;
    }

    /** The tap, if a byte has passed yet: a socket that never carried one has nobody to tell. */
    private Optional<Tap> tapInUse() {
        return Optional.ofNullable(tap);
    }

    /** On a slow wire, behind what is still on its way. */
    @Override
    public void shutdownOutput() throws IOException {
        Delivery delivery = delivery();
        if (delivery == null || !delivery.isBusy()) {
            shutdownOutputNow();
        } else {
            delivery.behindAll(() -> {}, this::shutdownOutputNow);
        }
    }

    private void shutdownOutputNow() throws IOException {
        tapInUse().ifPresent(Tap::sentEnd);
        super.shutdownOutput();
    }

    /** What carries what is sent; null on a quick wire, as it nearly always is. */
    private Delivery delivery() {
        Interception way = outgoing;
        return way == null ? null : way.delivery();
    }

    // The tap is told without the lock, as it is of everything else.
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void close() throws IOException {
        boolean first = closed.complete(null);
        tapInUse().ifPresent(Tap::closing);
        Delivery delivery = delivery();
        if (delivery == null) {
            closeNow();
        } else if (first) {
            // As TCP does, it delivers what was sent before; but nobody reads any more.
            delivery.close(this::closeQuietly);
            try {
                shutdownInput();
            } catch (SocketException e) {
                // All has arrived: it is closed.
            }
        }
    }

    private void closeNow() throws IOException {
        tapInUse().ifPresent(Tap::sentEnd);
        super.close();
    }

    private void closeQuietly() {
        try {
            closeNow();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    /** Who does not know yet that the connection was reset learns it by reading. */
    @Override
    public synchronized void setSoTimeout(int millis) throws SocketException {
        if (!reset) {
            super.setSoTimeout(millis);
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new TappedInput(super.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new TappedOutput(super.getOutputStream());
    }

    /** The end of an intercepted way at this socket. */
    private abstract class End implements Outlet {
        @Override
        public void close() throws IOException {
            cut = true;
            try {
                shutdownOutputNow();
                shutdownInput();
            } catch (SocketException e) {
                // The other side was quicker: the connection has ended already.
            }
        }

        @Override
        public void reset() throws IOException {
            reset = true;
            cut = true;
            tapInUse().ifPresent(Tap::sentReset);
            setSoLinger(true, 0);
            TappedSocket.super.close();
        }

        @Override
        public boolean isCut() {
            return cut;
        }

        @Override
        public boolean hasPeerLeft() throws IOException {
            if (!left && !cut && lookout.seesEnd(TappedSocket.this, TappedSocket.super.getInputStream())) {
                left = true;
                tap().receivedEnd(false);
            }
            return left || cut;
        }
    }

    private final class Sending extends End {
        @Override
        public boolean isAtSource() {
            return true;
        }

        @Override
        public void deliver(byte[] bytes) throws IOException {
            write(TappedSocket.super.getOutputStream(), bytes, 0, bytes.length);
        }
    }

    /** Keeps what passes until it is read. Used by the thread that reads. */
    private final class Arrived extends End {
        private byte[] bytes = {};
        private int next;

        @Override
        public boolean isAtSource() {
            return false;
        }

        @Override
        public void deliver(byte[] more) throws IOException {
            tap().received(more, 0, more.length);
            byte[] all = Arrays.copyOfRange(bytes, next, bytes.length + more.length);
            System.arraycopy(more, 0, all, bytes.length - next, more.length);
            bytes = all;
            next = 0;
        }

        int available() {
            return bytes.length - next;
        }

        int take(byte[] buffer, int offset, int length) {
            int count = Math.min(length, available());
            System.arraycopy(bytes, next, buffer, offset, count);
            next += count;
            return count;
        }
    }

    private void write(OutputStream out, byte[] buffer, int offset, int length) throws IOException {
        if (peerGone != null || cut) {
            return;
        }
        tap().sent(buffer, offset, length);
        try {
            out.write(buffer, offset, length);
        } catch (SocketException e) {
            if (!cut && (isClosed() || isOutputShutdown())) {
                throw e;
            }
            peerGone = e;
        }
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
            if (incoming != null) {
                return readIntercepted(buffer, offset, length);
            }
            int count = readOrFail(buffer, offset, length);
            if (count > 0) {
                Tap known = tap();
                if (arrived == null && isIntercepted(known)) {
                    incoming.push(buffer, offset, count);
                    return readIntercepted(buffer, offset, length);
                }
                known.received(buffer, offset, count);
            }
            return count;
        }

        /** Asked at the first bytes: only then is it certain whether the sender is ours, too. */
        private boolean isIntercepted(Tap tap) {
            arrived = new Arrived();
            incoming = tap.interception(false).map(way -> begun(way, arrived)).orElse(null);
            return incoming != null;
        }

        private int readIntercepted(byte[] buffer, int offset, int length) throws IOException {
            byte[] raw = new byte[CHUNK];
            while (length > 0 && arrived.available() == 0) {
                int count = readOrFail(raw, 0, raw.length);
                if (count >= 0) {
                    incoming.push(raw, 0, count);
                } else {
                    incoming.rest();
                    if (arrived.available() == 0) {
                        return -1;
                    }
                }
            }
            return arrived.take(buffer, offset, length);
        }

        private int readOrFail(byte[] buffer, int offset, int length) throws IOException {
            try {
                int count = readPatiently(buffer, offset, length);
                if (count < 0) {
                    if (closed.isDone()) {
                        throw new SocketException("Socket closed");
                    }
                    left = true;
                    tapInUse().ifPresent(tap -> tap.receivedEnd(false));
                    if (peerGone != null) {
                        throw peerGone;
                    }
                }
                return count;
            } catch (SocketException e) {
                if (reset) {
                    throw new SocketException("Connection reset");
                }
                if (isClosed()) {
                    throw e;
                }
                tapInUse().ifPresent(tap -> tap.receivedEnd(true));
                peerGone = peerGone == null ? e : peerGone;
                throw peerGone;
            }
        }

        /** A time-out during which a record was held begins anew. */
        private int readPatiently(byte[] buffer, int offset, int length) throws IOException {
            if (lookout.available() > 0) {
                return lookout.take(buffer, offset, length);
            }
            long held = heldNanos();
            while (true) {
                try {
                    return in.read(buffer, offset, length);
                } catch (SocketTimeoutException e) {
                    long now = heldNanos();
                    if (now == held) {
                        throw e;
                    }
                    held = now;
                }
            }
        }

        private long heldNanos() {
            return tapInUse().map(Tap::heldNanos).orElse(0L);
        }

        @Override
        public int available() throws IOException {
            return incoming == null ? lookout.available() + in.available() : arrived.available();
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
            Interception way = way();
            if (way == null) {
                TappedSocket.this.write(out, buffer, offset, length);
            } else if (peerGone == null) {
                way.push(buffer, offset, length);
            }
        }

        @Override
        public void flush() throws IOException {
            if (outgoing != null) {
                outgoing.rest();
            }
            out.flush();
        }

        private Interception way() throws IOException {
            Tap unused = tap();
            return outgoing;
        }
    }
}
