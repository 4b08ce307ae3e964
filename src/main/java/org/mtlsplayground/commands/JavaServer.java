package org.mtlsplayground.commands;

import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.peer.ServerSettings;
import org.mtlsplayground.pki.LoadException;

/** A server in Java, on sockets. */
final class JavaServer {
    private static final String SOCKETS = """
            %s
            SSLServerSocketFactory factory = context.getServerSocketFactory();
            InetAddress address = InetAddress.getByName(%s);
            try (SSLServerSocket listening = (SSLServerSocket) factory.createServerSocket(%d, 50, address)) {
                SSLParameters parameters = listening.getSSLParameters();
                %s
                listening.setSSLParameters(parameters);
                System.out.println("Listening on " + listening.getLocalSocketAddress());
                while (true) {
                    try (SSLSocket tls = (SSLSocket) listening.accept()) {
                        tls.setSoTimeout(%d);
                        tls.startHandshake();
                        byte[] words = new byte[16384];
                        int length = Math.max(0, tls.getInputStream().read(words));
                        System.out.println(tls.getSession().getProtocol() + " " + new String(words, 0, length, StandardCharsets.UTF_8));
                        tls.getOutputStream().write(%s.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException problem) {
                        System.out.println(problem);
                    }
                }
            }
            """;

    private JavaServer() {}

    static String onSockets(ServerSettings settings, SideFiles files) throws LoadException {
        Kit kit = new Kit(Wishes.of(settings), files, true);
        JavaProgram program = new JavaProgram(Wishes.of(settings), kit);
        List<String> parameters = new ArrayList<>(program.parameters());
        switch (settings.clientAuthentication()) {
            case REQUIRED -> parameters.add("parameters.setNeedClientAuth(true);");
            case OPTIONAL -> parameters.add("parameters.setWantClientAuth(true);");
            case NONE -> {}
        }
        String main = SOCKETS.formatted(
                program.context(false),
                Quotes.java(settings.address()),
                settings.port(),
                JavaProgram.statements(parameters, 4),
                settings.handshakeTimeout().toMillis(),
                Quotes.java(settings.reply()));
        Remarks.server(kit.remarks, Target.JAVA, settings);
        return program.command("Server", "", program.schemes("server"), main, program.methods(false));
    }
}
