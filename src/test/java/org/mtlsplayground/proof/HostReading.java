package org.mtlsplayground.proof;

import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import org.mtlsplayground.diagnosis.Cause;
import org.mtlsplayground.peer.ClientSettings;

/** Whether a server's certificate is for what the client calls; what OpenSSL says of one name decides. */
record HostReading(OpensslReading openssl, ClientSettings client) {
    /** JSSE is content if it is for the name asked for, or for the host that was called. */
    boolean fits(X509Certificate leaf) {
        return called().anyMatch(name -> openssl.isFor(leaf, name));
    }

    /** The same, but for addresses. */
    boolean fitsByName(X509Certificate leaf) {
        return called().anyMatch(name -> !isAddress(name) && openssl.isFor(leaf, name));
    }

    /** Whether it is for a name that was asked for; empty for none. */
    boolean fits(X509Certificate leaf, String asked) {
        return asked.isEmpty() || openssl.isFor(leaf, asked);
    }

    private Stream<String> called() {
        return Stream.of(client.serverName(), client.host()).filter(name -> !name.isEmpty());
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9.]+");
    }

    static Cause wrong(ClientSettings client) {
        return client.serverName().isEmpty() && isAddress(client.host()) ? Cause.NO_IP_NAME : Cause.WRONG_HOST;
    }
}
