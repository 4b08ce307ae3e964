package org.mtlsplayground.commands;

import java.util.List;
import java.util.stream.Stream;
import org.mtlsplayground.peer.Side;

/** A program that a setup can be written for. */
public enum Target {
    /** {@code openssl s_client} and {@code openssl s_server}. */
    OPENSSL("openssl", true, true),
    CURL("curl", true, false),
    PYTHON("python", true, true),
    /** A program of one file on the sockets of JSSE. */
    JAVA("java", true, true),
    /** A program of one file on {@link java.net.http.HttpClient}. */
    HTTP_CLIENT("httpclient", true, false),
    NODE("node", true, true),
    NGINX("nginx", false, true);

    private final String word;
    private final boolean client;
    private final boolean server;

    Target(String word, boolean client, boolean server) {
        this.word = word;
        this.client = client;
        this.server = server;
    }

    /** What it is called on the command line. */
    public String word() {
        return word;
    }

    /** Those that can be this side. */
    public static List<Target> of(Side side) {
        return Stream.of(values())
                .filter(target -> side == Side.CLIENT ? target.client : target.server)
                .toList();
    }
}
