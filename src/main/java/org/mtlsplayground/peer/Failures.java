package org.mtlsplayground.peer;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Tells kinds of failure apart by what JSSE throws. */
final class Failures {
    /** How JSSE words an alert from the other side. */
    private static final Pattern RECEIVED = Pattern.compile("Received (?:fatal|close_notify|\\w+) alert: (\\w+)");

    /** How JSSE words that of an alert that it does not know, which ends a connection like any other (RFC 8446 §6). */
    private static final Pattern UNKNOWN = Pattern.compile("Unknown alert description \\((\\d+)\\)");

    /** How JSSE words a failure for which it sends an alert itself. */
    private static final Pattern SENT = Pattern.compile("^\\((\\w+)\\) ");

    /** How JSSE words that the first bytes are no record. */
    private static final String NOT_TLS = "Unsupported or unrecognized SSL message";

    /** How JSSE words that of the versions chosen it has no cipher suite for any, or no group for the suite. */
    private static final String NOTHING_TO_OFFER = "No appropriate protocol";

    private Failures() {}

    static Outcome.Failure of(Side side, Moment moment, Outcome.Reason reason, Throwable exception) {
        return new Outcome.Failure(
                side, System.nanoTime(), moment, reason, Fault.of(exception), alert(exception), List.of(), List.of());
    }

    static Outcome.Failure of(Side side, Moment moment, Throwable exception) {
        return of(
                side,
                moment,
                hasNothingToOffer(side, exception) ? Outcome.Reason.SETTINGS : reason(moment, exception),
                exception);
    }

    /** A client finds out before it says a word; a server only when it is asked, and then refuses. */
    private static boolean hasNothingToOffer(Side side, Throwable exception) {
        return side == Side.CLIENT
                && exception instanceof SSLException
                && String.valueOf(exception.getMessage()).contains(NOTHING_TO_OFFER);
    }

    private static Outcome.Reason reason(Moment moment, Throwable exception) {
        if (exception instanceof UnknownHostException) {
            return Outcome.Reason.UNKNOWN_HOST;
        }
        if (exception instanceof SocketTimeoutException) {
            return Outcome.Reason.TIMEOUT;
        }
        if (exception instanceof ConnectException) {
            return Outcome.Reason.CONNECTION_REFUSED;
        }
        if (moment == Moment.PREPARING) {
            return Outcome.Reason.SETTINGS;
        }
        if (exception instanceof SSLException
                && String.valueOf(exception.getMessage()).contains(NOT_TLS)) {
            return Outcome.Reason.NOT_TLS;
        }
        if (exception instanceof SSLException && !isNetwork(exception)) {
            return Outcome.Reason.TLS;
        }
        return Outcome.Reason.NETWORK;
    }

    /** JSSE wraps what TCP says; an end of stream or a reset is no word of TLS. */
    private static boolean isNetwork(Throwable exception) {
        Throwable cause = exception.getCause();
        return cause instanceof EOFException || cause instanceof SocketException;
    }

    private static Optional<AlertNotice> alert(Throwable exception) {
        String message = exception.getMessage();
        if (!(exception instanceof SSLException) || message == null) {
            return Optional.empty();
        }
        Matcher received = RECEIVED.matcher(message);
        if (received.find()) {
            return Optional.of(new AlertNotice(true, received.group(1)));
        }
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return Optional.of(new AlertNotice(
                    true, "0x" + HexFormat.of().toHexDigits((byte) Integer.parseInt(unknown.group(1)))));
        }
        Matcher sent = SENT.matcher(message);
        return sent.find() ? Optional.of(new AlertNotice(false, sent.group(1))) : Optional.empty();
    }
}
