package org.mtlsplayground.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.mtlsplayground.capture.TappedSocket;

/** One connection of the server, from its handshake to its end. Runs on a thread of its own. */
final class ServerConversation implements Runnable {
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final TappedSocket raw;
    private final SSLSocket tls;
    private final TlsContext context;
    private final ServerSettings settings;
    private final Answering answering;
    private final Deadlines deadlines;
    private final Guest guest;
    private final BooleanSupplier stopped;
    private Moment moment = Moment.HANDSHAKE;
    private List<X509Certificate> ownChain = List.of();

    /** @param guest joins or opens the connection, the first time it is asked for it */
    ServerConversation(
            TappedServerSocket.Accepted accepted,
            TlsContext context,
            ServerSettings settings,
            Answering answering,
            Deadlines deadlines,
            Guest guest,
            BooleanSupplier stopped) {
        this.raw = accepted.raw();
        this.tls = accepted.tls();
        this.context = context;
        this.settings = settings;
        this.answering = answering;
        this.deadlines = deadlines;
        this.guest = guest;
        this.stopped = stopped;
    }

    @Override
    public void run() {
        Outcome outcome;
        try {
            outcome = converse();
        } catch (IOException e) {
            outcome = failure(
                    stopped.getAsBoolean()
                            ? Failures.of(Side.SERVER, moment, Outcome.Reason.CANCELLED, e)
                            : Failures.of(Side.SERVER, moment, e));
        } catch (RuntimeException e) {
            // JSSE lets some errors of its providers through unchecked; they end this connection alone.
            outcome = failure(Failures.of(Side.SERVER, moment, Outcome.Reason.TLS, e));
        }
        guest.connectionAtLast().report(outcome);
        try (raw) {
            deadlines.within(FAREWELL, raw, guest::heldNanos, this::farewell);
        } catch (IOException e) {
            // The client has gone already, or its time was up: there is nobody left to take leave of.
        } finally {
            guest.connection().left(Side.SERVER);
        }
    }

    private Outcome failure(Outcome.Failure failure) {
        return failure.having(context.presentedOn(tls), ownChain);
    }

    private Outcome converse() throws IOException {
        deadlines.within(settings.handshakeTimeout(), raw, guest::heldNanos, tls::startHandshake);
        long handshakeNanos = System.nanoTime();
        guest.connection().talks(Side.SERVER);
        ownChain = Successes.ownChain(tls.getSession());
        moment = Moment.FIRST_READ;
        String words = "";
        tls.setSoTimeout((int) settings.idleTimeout().toMillis());
        try {
            words = Talk.firstWords(tls.getInputStream());
        } catch (SocketTimeoutException e) {
            // A client that has proved itself and says nothing is no failure.
        }
        moment = Moment.EXCHANGE;
        if (!words.isEmpty()) {
            answer(words);
        }
        return Successes.of(Side.SERVER, handshakeNanos, tls.getSession(), words, context.passedOver(tls));
    }

    private void answer(String words) {
        try {
            Optional<byte[]> answer = answering.answer(guest.connection(), words);
            if (answer.isPresent()) {
                OutputStream out = tls.getOutputStream();
                out.write(answer.get());
                out.flush();
            }
        } catch (IOException e) {
            // The client has said its word and gone; what it proved stands.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void farewell() throws IOException {
        if (moment == Moment.EXCHANGE && !tls.isOutputShutdown()) {
            tls.shutdownOutput();
        }
        Talk.endGently(raw);
    }
}
