package org.mtlsplayground.peer;

import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * What both kinds of side may be told to offer or accept.
 *
 * @param cipherSuites IANA names; the JDK's choice if empty
 * @param namedGroups IANA names; the JDK's choice if empty
 * @param signatureSchemes IANA names; the JDK's choice if empty
 * @param protocols for ALPN; none is offered if empty
 */
record Offer(
        Set<TlsVersion> versions,
        List<String> cipherSuites,
        List<String> namedGroups,
        List<String> signatureSchemes,
        List<String> protocols) {

    static Offer of(ClientSettings settings) {
        return new Offer(
                settings.versions(),
                settings.cipherSuites(),
                settings.namedGroups(),
                settings.signatureSchemes(),
                settings.applicationProtocols());
    }

    static Offer of(ServerSettings settings) {
        return new Offer(
                settings.versions(),
                settings.cipherSuites(),
                settings.namedGroups(),
                settings.signatureSchemes(),
                settings.applicationProtocols());
    }

    /**
     * The JDK's parameters with these values.
     *
     * @throws IllegalArgumentException if the JDK knows one of the names not
     */
    SSLParameters parameters(SSLContext context) {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(TlsVersion.jsseNames(versions));
        if (!cipherSuites.isEmpty()) {
            check("cipher suite", cipherSuites, TlsNames.cipherSuites());
            parameters.setCipherSuites(cipherSuites.toArray(String[]::new));
        }
        if (!namedGroups.isEmpty() || !signatureSchemes.isEmpty()) {
            check("named group", namedGroups, TlsNames.namedGroups());
            check("signature scheme", signatureSchemes, TlsNames.signatureSchemes());
            parameters.setAlgorithmConstraints(
                    new AllowedAlgorithms(TlsNames.constraints(context), namedGroups, signatureSchemes));
        }
        parameters.setApplicationProtocols(protocols.toArray(String[]::new));
        return parameters;
    }

    private static void check(String kind, List<String> wanted, List<String> known) {
        wanted.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("This JDK has no " + kind + " " + name);
        });
    }
}
