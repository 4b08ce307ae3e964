package org.mtlsplayground.peer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** What a server's settings ask of each of its connections. */
final class ServerParameters {
    private ServerParameters() {}

    /** @throws IllegalArgumentException if the settings name an algorithm that the JDK does not have */
    static SSLParameters of(SSLContext context, ServerSettings settings) {
        SSLParameters parameters = Offer.of(settings).parameters(context);
        parameters.setSNIMatchers(ServerNames.matchers(settings.serverNames()));
        switch (settings.clientAuthentication()) {
            case REQUIRED -> parameters.setNeedClientAuth(true);
            case OPTIONAL -> parameters.setWantClientAuth(true);
            case NONE -> parameters.setNeedClientAuth(false);
        }
        return parameters;
    }
}
