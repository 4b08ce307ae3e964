package org.mtlsplayground.diagnosis;

import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.text.Messages;

/**
 * Why a server could not begin to listen, and what to do.
 *
 * @param sentence the words
 * @param atPort whether the port is to blame, and not the address
 */
public record StartProblem(String sentence, boolean atPort) {
    private static final int LAST_PRIVILEGED_PORT = 1023;

    /** The problem behind an exception with which {@link org.mtlsplayground.peer.TlsServer#start} ended. Any thread. */
    public static StartProblem of(ServerSettings settings, Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return new StartProblem(Messages.get("server.address.unknown", settings.address()), false);
        }
        String words = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        if (!(failure instanceof BindException)) {
            return new StartProblem(Messages.get("server.start.failed", words), false);
        }
        // The JDK hands on the platform's own words, so the words are all there is to tell the cases apart.
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("permission") || lower.contains("access")) {
            return port(
                    settings.port() <= LAST_PRIVILEGED_PORT ? "server.port.privileged" : "server.port.forbidden",
                    settings);
        }
        return lower.contains("assign")
                ? new StartProblem(Messages.get("server.address.elsewhere", settings.address()), false)
                : port("server.port.occupied", settings);
    }

    private static StartProblem port(String key, ServerSettings settings) {
        return new StartProblem(Messages.get(key, settings.port()), true);
    }
}
