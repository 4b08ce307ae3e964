package org.mtlsplayground.xray;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.SAXParserFactory;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.codepoint.CodePoints;
import org.mtlsplayground.dissect.Handshake;
import org.mtlsplayground.dissect.Message;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.transcript.Event;
import org.mtlsplayground.transcript.Transcript;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** What tshark makes of a file: the TLS messages of each connection, named as we name them. */
public final class Wireshark {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Wireshark() {}

    /**
     * The messages by connection, each as {@code > client_hello}, in the order in which they end in the file. What tshark
     * could not open shows as {@code encrypted}.
     *
     * @param ports those on which servers listen
     */
    public static List<List<String>> messages(Path file, Set<Integer> ports, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("tshark", "-r", file.toString(), "-T", "pdml"));
        for (int port : ports) {
            command.addAll(List.of("-d", "tcp.port==" + port + ",tls"));
        }
        command.addAll(List.of(more));
        OutsideProgram.Result result = OutsideProgram.run(command, Path.of("."), LIMIT);
        if (result.exitCode() != 0) {
            throw new AssertionError(result.all());
        }
        Pdml pdml = new Pdml(ports);
        SAXParserFactory.newInstance()
                .newSAXParser()
                .parse(new ByteArrayInputStream(result.stdout().getBytes(StandardCharsets.UTF_8)), pdml);
        return List.copyOf(pdml.streams.values());
    }

    /** The same of what we read. */
    public static List<String> messages(Transcript transcript) {
        return transcript.eventsFrom(0).stream()
                .map(event -> (event.fromClient() ? "> " : "< ") + name(event))
                .toList();
    }

    private static String name(Event event) {
        Message message = event.message();
        if (message instanceof Handshake) {
            return CodePoints.handshakeType(event.bytes()[0] & 0xff);
        }
        if (message instanceof Message.Alert alert) {
            return "alert " + CodePoints.alert(alert.description());
        }
        if (message instanceof Message.ChangeCipherSpec) {
            return "change_cipher_spec";
        }
        return message instanceof Message.ApplicationData ? "application_data" : "encrypted";
    }

    /** The ports of the servers. */
    public static Set<Integer> ports(List<Capture> captures) {
        return Set.copyOf(captures.stream()
                .map(capture -> capture.server().orElseThrow().getPort())
                .distinct()
                .toList());
    }

    /**
     * Follows tshark's tree in its order. A record of TLS 1.3 that was opened has its inner type as a second content type;
     * application data that was opened stands in a dissection of its own.
     */
    private static final class Pdml extends DefaultHandler {
        final Map<Integer, List<String>> streams = new TreeMap<>();
        private final Set<Integer> ports;
        private int stream;
        private boolean fromClient;

        Pdml(Set<Integer> ports) {
            this.ports = ports;
        }

        @Override
        public void startElement(String uri, String local, String tag, Attributes attributes) {
            String show = attributes.getValue("show");
            switch (String.valueOf(attributes.getValue("name"))) {
                case "tcp.stream" -> stream = Integer.parseInt(show);
                case "tcp.dstport" -> fromClient = ports.contains(Integer.parseInt(show));
                case "tls.handshake.type" -> add(CodePoints.handshakeType(Integer.parseInt(show)));
                case "tls.alert_message.desc" -> add("alert " + CodePoints.alert(Integer.parseInt(show)));
                case "tls.change_cipher_spec" -> add("change_cipher_spec");
                case "tls.alert_message", "tls.handshake" -> {
                    if (String.valueOf(attributes.getValue("showname")).matches(".*: Encrypted (Handshake|Alert).*")) {
                        add("encrypted");
                    }
                }
                case "tls.app_data" -> add("application_data");
                default -> {}
            }
        }

        private void add(String name) {
            streams.computeIfAbsent(stream, number -> new ArrayList<>()).add((fromClient ? "> " : "< ") + name);
        }
    }
}
