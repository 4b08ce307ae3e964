package org.mtlsplayground.commands;

import org.mtlsplayground.peer.ClientSettings;

/** Names and addresses of hosts. */
final class Hosts {
    private Hosts() {}

    /** {@code 127.0.0.1:4443}, {@code [::1]:4443}. */
    static String at(String host, int port) {
        return bracketed(host) + ":" + port;
    }

    static String bracketed(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /** Whom the server's certificate must be for. */
    static String expected(ClientSettings settings) {
        return settings.serverName().isEmpty() ? settings.host() : settings.serverName();
    }
}
