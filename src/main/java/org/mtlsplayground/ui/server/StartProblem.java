package org.mtlsplayground.ui.server;

import java.net.BindException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.ui.common.Hint;

/** Says why a server could not begin to listen, and what to do. */
final class StartProblem {
    private static final int LAST_PRIVILEGED_PORT = 1023;

    private StartProblem() {}

    static Hint hint(ServerSettings settings, Throwable failure) {
        if (failure instanceof UnknownHostException) {
            return Hint.error(Messages.get("server.address.unknown", settings.address()));
        }
        if (failure instanceof BindException) {
            return Hint.error(Messages.get(bindKey(settings, text(failure)), settings.port(), settings.address()));
        }
        return Hint.error(Messages.get("server.start.failed", text(failure)));
    }

    /** The JDK hands on the platform's own words, so the words are all there is to tell the cases apart. */
    private static String bindKey(ServerSettings settings, String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        if (lower.contains("permission") || lower.contains("access")) {
            return settings.port() <= LAST_PRIVILEGED_PORT ? "server.port.privileged" : "server.port.forbidden";
        }
        return lower.contains("assign") ? "server.address.elsewhere" : "server.port.occupied";
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
