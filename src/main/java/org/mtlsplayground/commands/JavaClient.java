package org.mtlsplayground.commands;

import java.util.ArrayList;
import java.util.List;
import org.mtlsplayground.peer.ClientSettings;
import org.mtlsplayground.pki.LoadException;
import org.mtlsplayground.text.Messages;

/** Clients in Java: one on sockets, and one on {@code HttpClient}. */
final class JavaClient {
    private static final String SOCKETS = """
            %s
            try (Socket raw = new Socket()) {
                raw.connect(new InetSocketAddress(%s, %d), %d);
                raw.setSoTimeout(%d);
                try (SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(raw, %s, %d, true)) {
                    SSLParameters parameters = tls.getSSLParameters();
                    %s
                    tls.setSSLParameters(parameters);
                    tls.startHandshake();
                    tls.getOutputStream().write(%s.getBytes(StandardCharsets.UTF_8));
                    tls.getOutputStream().flush();
                    byte[] answer = new byte[16384];
                    int length = Math.max(0, tls.getInputStream().read(answer));
                    System.out.println(tls.getSession().getProtocol() + " " + new String(answer, 0, length, StandardCharsets.UTF_8));
                }
            }
            """;

    private static final String HTTP = """
            %s
            SSLParameters parameters = new SSLParameters();
            %s
            HttpClient client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(java.time.Duration.ofSeconds(%d))
                    .sslContext(context)
                    .sslParameters(parameters)
                    .build();
            HttpRequest request = HttpRequest.newBuilder(URI.create(%s))
                    .timeout(java.time.Duration.ofSeconds(%d))
                    .build();
            System.out.println(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            """;

    private JavaClient() {}

    static String onSockets(ClientSettings settings, SideFiles files) throws LoadException {
        Kit kit = new Kit(Wishes.of(settings), files, true);
        JavaProgram program = new JavaProgram(Wishes.of(settings), kit);
        List<String> parameters = new ArrayList<>(program.parameters());
        parameters.add(
                settings.serverName().isEmpty()
                        ? "parameters.setServerNames(List.of());"
                        : "parameters.setServerNames(List.of(new SNIHostName(" + Quotes.java(settings.serverName())
                                + ")));");
        if (settings.verifyHostName()) {
            parameters.add("parameters.setEndpointIdentificationAlgorithm(\"HTTPS\");");
        }
        long millis = settings.timeout().toMillis();
        String host = Quotes.java(settings.host());
        String main = SOCKETS.formatted(
                program.context(!settings.jdkChooses()),
                host,
                settings.port(),
                millis,
                millis,
                host,
                settings.port(),
                JavaProgram.statements(parameters, 8),
                Quotes.java(settings.message()));
        Remarks.client(kit.remarks, Target.JAVA, settings);
        return program.command("Client", "", program.schemes("client"), main, program.methods(!settings.jdkChooses()));
    }

    static String onHttp(ClientSettings settings, SideFiles files) throws LoadException {
        Kit kit = new Kit(Wishes.of(settings), files, true);
        JavaProgram program = new JavaProgram(Wishes.of(settings), kit);
        List<String> properties = new ArrayList<>(program.schemes("client"));
        if (!settings.verifyHostName()) {
            properties.add("-Djdk.internal.httpclient.disableHostnameVerification=true");
        }
        String name = Hosts.expected(settings);
        if (!name.equals(settings.host())) {
            String address = settings.host().equalsIgnoreCase("localhost") ? "127.0.0.1" : settings.host();
            Ref.Made hosts = kit.preparation.made("hosts");
            kit.preparation.line("printf '%s\\n' " + Quotes.shell(address + " " + name) + " > " + hosts.shell());
            properties.add("-Djdk.net.hosts.file=" + hosts.shell());
            if (!Hosts.isAddress(address)) {
                kit.remarks.add(Messages.get("commands.remark.addressNeeded", address));
            }
        }
        long seconds = settings.timeout().toSeconds();
        String main = HTTP.formatted(
                program.context(!settings.jdkChooses()),
                JavaProgram.statements(program.parameters(), 0),
                seconds,
                Quotes.java("https://" + Hosts.at(name, settings.port()) + "/"),
                seconds);
        Remarks.client(kit.remarks, Target.HTTP_CLIENT, settings);
        return program.command(
                "Client", "import java.net.http.*;\n", properties, main, program.methods(!settings.jdkChooses()));
    }
}
