package org.mtlsplayground.peer;

import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** What both kinds of side may be told to offer or accept. */
final class Offer {
    private Offer() {}

    /**
     * The JDK's parameters with these values.
     *
     * @param cipherSuites IANA names; the JDK's choice if empty
     * @param protocols for ALPN; none is offered if empty
     * @throws IllegalArgumentException if the JDK knows one of the cipher suites not
     */
    static SSLParameters parameters(
            SSLContext context, Set<TlsVersion> versions, List<String> cipherSuites, List<String> protocols) {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(TlsVersion.jsseNames(versions));
        if (!cipherSuites.isEmpty()) {
            Set<String> known = Set.of(context.getSupportedSSLParameters().getCipherSuites());
            cipherSuites.stream()
                    .filter(suite -> !known.contains(suite))
                    .findFirst()
                    .ifPresent(suite -> {
                        throw new IllegalArgumentException("This JDK has no cipher suite " + suite);
                    });
            parameters.setCipherSuites(cipherSuites.toArray(String[]::new));
        }
        parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        return parameters;
    }
}
