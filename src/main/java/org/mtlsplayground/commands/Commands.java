package org.mtlsplayground.commands;

import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.LoadException;

/**
 * A side's setup as a command for another program. It is text for a POSIX shell, to be pasted as it is; a password is asked
 * for when it runs and never part of it, nor is a private key. What the program can't be told stands in comments above it.
 */
public final class Commands {
    private Commands() {}

    /**
     * A client that does as these settings say. Blocks while it looks at the files.
     *
     * @throws LoadException if a file can't be read any more
     * @throws IllegalArgumentException if the program is no client
     */
    public static String client(Target target, ClientSettings settings, SideFiles files) throws LoadException {
        return switch (target) {
            case OPENSSL -> OpensslCommands.client(settings, files);
            case CURL -> CurlCommand.client(settings, files);
            case PYTHON -> PythonScript.client(settings, files);
            case JAVA -> JavaClient.onSockets(settings, files);
            case HTTP_CLIENT -> JavaClient.onHttp(settings, files);
            case NODE -> NodeScript.client(settings, files);
            case NGINX -> throw new IllegalArgumentException(target + " is no client");
        };
    }

    /**
     * A server that does as these settings say. Blocks while it looks at the files.
     *
     * @throws LoadException if a file can't be read any more
     * @throws IllegalArgumentException if the program is no server
     */
    public static String server(Target target, ServerSettings settings, SideFiles files) throws LoadException {
        return switch (target) {
            case OPENSSL -> OpensslCommands.server(settings, files);
            case PYTHON -> PythonScript.server(settings, files);
            case JAVA -> JavaServer.onSockets(settings, files);
            case NODE -> NodeScript.server(settings, files);
            case NGINX -> NginxConfiguration.server(settings, files);
            case CURL, HTTP_CLIENT -> throw new IllegalArgumentException(target + " is no server");
        };
    }
}
