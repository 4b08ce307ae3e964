package org.mtlsplayground.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.capture.Disturbance;
import org.mtlsplayground.capture.Interceptor;
import org.mtlsplayground.capture.Spot;
import org.mtlsplayground.capture.WireRule;
import org.mtlsplayground.capture.WireUnit;
import org.mtlsplayground.peer.ClientRun;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.Middle;
import org.mtlsplayground.peer.TlsClient;
import org.mtlsplayground.peer.TlsServer;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.secrets.KeyLogEntry;
import org.mtlsplayground.text.Messages;
import org.mtlsplayground.transcript.Phase;
import org.mtlsplayground.transcript.Transcript;
import org.mtlsplayground.transcript.Transcripts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports on real connections: what they say, what they keep to themselves, and that nothing in them can be more than text. */
class ConnectionReportTest {
    private static final String WORDS = "the password is swordfish";
    private static Connection mutual;

    @BeforeAll
    static void connect() throws Exception {
        mutual = Play.between(Play.client("client").message(WORDS), Play.server("server", TlsVersion.TLS_1_3));
    }

    private static Transcripts transcripts(Connection connection) {
        return new Transcripts(() -> List.of(connection.capture()));
    }

    private static Transcript transcript(Connection connection) {
        Transcript transcript = transcripts(connection).of(connection.capture());
        transcript.read();
        return transcript;
    }

    private static ConnectionReport report(Connection connection, boolean withSecrets) {
        return ConnectionReport.of(connection, transcripts(connection), withSecrets);
    }

    /** Well-formed, and read without looking anywhere else. */
    private static Document parse(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(text)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagNameNS("*", name);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    private static List<String> texts(Document page, String name) {
        return elements(page, name).stream().map(Element::getTextContent).toList();
    }

    @Test
    void thePageTellsTheWholeHandshake() throws Exception {
        Document page = parse(report(mutual, false).html());
        assertEquals(List.of("TLS connection 1: Both sides proved who they are"), texts(page, "h1"));
        assertEquals(
                List.of(
                        "✓ Both sides proved who they are",
                        "The messages as they crossed the wire",
                        "Each message, decoded",
                        "The server’s certificates",
                        "The client’s certificates"),
                texts(page, "h2"));
        assertEquals(List.of("server.mtls.example.org", "alice"), texts(page, "h3"));
        List<String> messages = elements(page, "summary").stream()
                .filter(summary -> summary.getElementsByTagName("strong").getLength() == 1)
                .map(summary -> summary.getElementsByTagName("strong").item(0).getTextContent())
                .map(name -> name.replaceFirst("^\\d+\\. ", ""))
                .filter(name -> !name.equals("ChangeCipherSpec") && !name.startsWith("NewSessionTicket"))
                .toList();
        assertEquals(
                List.of(
                        "ClientHello",
                        "ServerHello",
                        "EncryptedExtensions",
                        "CertificateRequest",
                        "Certificate",
                        "CertificateVerify",
                        "Finished",
                        "Certificate",
                        "CertificateVerify",
                        "Finished",
                        "Application data",
                        "Application data"),
                messages.subList(0, 12));
        String all = page.getDocumentElement().getTextContent();
        for (String said : List.of(
                "TLS_AES_256_GCM_SHA384",
                "extension server_name (0)",
                "host_name server.mtls.example.org",
                "signature_scheme ecdsa_secp256r1_sha256",
                "subjectAltName",
                "What the two sides said to each other after the handshake is not in this report.")) {
            assertTrue(all.contains(said), said);
        }
        List<String> drawn = texts(page, "text");
        assertTrue(drawn.contains("client: handshake done, it believes that it is connected"), drawn.toString());
        assertTrue(drawn.contains("server: handshake done, it has checked the client’s Finished"), drawn.toString());
        Element svg = elements(page, "svg").get(0);
        assertEquals("img", svg.getAttribute("role"));
        assertTrue(
                svg.getElementsByTagNameNS("*", "desc").item(0).getTextContent().contains("ClientHello"));
    }

    @Test
    void nothingIsSecretUnlessThatWasAskedFor() throws Exception {
        Transcript transcript = transcript(mutual);
        List<KeyLogEntry> secrets = transcript.keyLog();
        assertTrue(secrets.size() >= 4, "there is something to keep back");
        List<String> kept = new ArrayList<>(List.of(WORDS, "Hello from server"));
        kept.add(HexFormat.of().formatHex(WORDS.getBytes(StandardCharsets.UTF_8)));
        secrets.forEach(entry -> kept.add(HexFormat.of().formatHex(entry.secret())));
        for (Identity own : List.of(Play.identity("client"), Play.identity("server"))) {
            byte[] key = own.key().getEncoded();
            kept.add(Base64.getEncoder().encodeToString(key).substring(50, 90));
            kept.add(HexFormat.of().formatHex(key).substring(70, 110));
        }
        kept.add("PRIVATE KEY");
        ConnectionReport plain = report(mutual, false);
        for (String text : List.of(plain.html(), plain.svg())) {
            String bare = text.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
            kept.forEach(secret -> assertFalse(
                    text.contains(secret) || bare.contains(secret.replace(" ", "")), "A secret in the report"));
        }
        String open = report(mutual, true).html();
        assertTrue(open.contains(WORDS), "asked for");
        secrets.forEach(entry -> assertTrue(open.contains(entry.line()), entry::toString));
        assertFalse(open.contains("PRIVATE KEY"));
    }

    @Test
    void thePageNeedsNothingElse() throws Exception {
        String html = report(mutual, false).html();
        Document page = parse(html);
        Set<String> attributes = new TreeSet<>();
        for (Element element : elements(page, "*")) {
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                attributes.add(element.getAttributes().item(i).getNodeName());
            }
        }
        Set<String> leading = new TreeSet<>(Set.of("src", "href", "xlink:href", "style", "action", "onload", "data"));
        leading.retainAll(attributes);
        assertEquals(Set.of(), leading);
        assertEquals(List.of(), elements(page, "script"));
        assertFalse(html.contains("url(") || html.contains("@import"));
    }

    @Test
    void hostileNamesStayNames() throws Exception {
        String name = "</title><script>alert(1)</script>\" onload=\"x' &amp; ]]> \u202Eevil";
        Identity authority = NewCertificate.authority("CA <b>").create();
        Identity client = NewCertificate.client(name).issuedBy(authority).create();
        Connection connection = Play.between(
                Play.client(null).identity(client),
                Play.server("server", TlsVersion.TLS_1_3).trust(TrustAnchors.of(List.of(authority.leaf()))));
        ConnectionReport report = report(connection, false);
        Document page = parse(report.html());
        assertEquals(List.of(), elements(page, "script"));
        assertEquals(List.of(), elements(page, "b"));
        assertFalse(report.html().contains("\u202E") || report.svg().contains("\u202E"));
        String shown = "</title><script>alert(1)</script>\" onload=\"x' &amp; ]]> \uFFFDevil";
        assertTrue(texts(page, "h3").contains(shown), texts(page, "h3").toString());
        Document picture = parse(report.svg());
        assertEquals(List.of(), elements(picture, "script"));
        assertTrue(
                texts(picture, "text").contains(shown.substring(0, 29) + "…"),
                texts(picture, "text").toString());
    }

    @Test
    void aRefusalIsToldWithItsReason() throws Exception {
        Connection connection =
                Play.between(Play.client("client-unknown-ca"), Play.server("server", TlsVersion.TLS_1_2));
        Document page = parse(report(connection, false).html());
        assertEquals(
                "✕ The server refused the client’s certificate",
                texts(page, "h2").get(0));
        assertTrue(texts(page, "h3").containsAll(List.of("What shows it", "How to mend it", "Three views of it")));
        Document picture = parse(report(connection, false).svg());
        List<Element> refused = elements(picture, "text").stream()
                .filter(text -> text.getAttribute("class").startsWith("f-refused"))
                .toList();
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).getTextContent().startsWith("Alert: "));
    }

    @Test
    void thePictureIsTheSameInPng() throws Exception {
        ConnectionReport report = report(mutual, false);
        Element svg = parse(report.svg()).getDocumentElement();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(report.png()));
        assertEquals(2 * Integer.parseInt(svg.getAttribute("width")), image.getWidth());
        assertEquals(2 * Integer.parseInt(svg.getAttribute("height")), image.getHeight());
        Set<Integer> colours = new TreeSet<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        for (Paint tone : List.of(Paint.CLEAR, Paint.ENCRYPTED, Paint.MUTUAL, Paint.TEXT)) {
            assertTrue(colours.contains(tone.onWhite()), tone.toString());
        }
    }

    private static Connection altered(TlsVersion version, Direction sender, Spot spot, Disturbance deed)
            throws Exception {
        Duration soon = Duration.ofSeconds(5);
        return Play.between(
                Play.client("client").message(WORDS).timeout(soon),
                Play.server("server", version).handshakeTimeout(soon).idleTimeout(soon),
                Interceptor.of(new WireRule(sender, spot, deed)));
    }

    @Test
    void whatWasSentStandsBesideWhatArrived() throws Exception {
        Connection connection = altered(
                TlsVersion.TLS_1_2,
                Direction.CLIENT_TO_SERVER,
                Spot.handshake(Spot.CERTIFICATE),
                Disturbance.flipBit(-1, 0));
        byte[] sent = connection.capture().alterations().get(0).sent();
        String before = HexFormat.of().toHexDigits(sent[sent.length - 1]);
        String after = HexFormat.of().toHexDigits((byte) (sent[sent.length - 1] ^ 1));
        // Counted in the message, as in the inspector.
        String deed = "byte " + (sent.length - 1 - WireUnit.HEADER) + ": " + before + " → " + after;
        Document page = parse(report(connection, false).html());
        assertEquals(List.of(before, after), texts(page, "mark"));
        assertTrue(texts(page, "h3").containsAll(List.of("What was sent", "What arrived")));
        assertTrue(texts(page, "span").contains("≠ On the way: " + deed));
        Document picture = parse(report(connection, false).svg());
        assertEquals(
                List.of("f-mutual bold", "f-refused bold"),
                elements(picture, "text").stream()
                        .filter(text -> text.getTextContent().equals("Certificate"))
                        .map(text -> text.getAttribute("class"))
                        .filter(style -> !style.startsWith("f-clear"))
                        .toList());
        assertTrue(texts(picture, "text").contains(deed));
        assertTrue(texts(picture, "desc").get(0).contains("altered on the way, was sent as Certificate: " + deed));
    }

    @Test
    void whatDidNotArriveIsInItsPlace() throws Exception {
        Connection connection =
                altered(TlsVersion.TLS_1_3, Direction.SERVER_TO_CLIENT, Spot.encrypted(1), Disturbance.drop());
        ConnectionReport report = report(connection, false);
        List<String> messages = texts(parse(report.html()), "strong");
        int lost = messages.indexOf("✕ EncryptedExtensions");
        assertTrue(lost > messages.indexOf("2. ServerHello"), messages.toString());
        assertTrue(
                messages.subList(0, lost).stream().noneMatch(name -> name.endsWith("Encrypted record")),
                messages.toString());
        assertTrue(texts(parse(report.svg()), "text").contains("did not arrive"));
    }

    /** “Encrypted from here on” would be wrong above a single record among others that can be read. */
    @Test
    void anAlteredRecordBeginsNoPartOfItsOwn() throws Exception {
        Connection connection =
                altered(TlsVersion.TLS_1_3, Direction.CLIENT_TO_SERVER, Spot.encrypted(2), Disturbance.flipBit(-1, 0));
        List<String> drawn = texts(parse(report(connection, false).svg()), "text");
        assertTrue(drawn.contains("Encrypted record"), drawn.toString());
        assertFalse(drawn.contains(Messages.get("phase." + Phase.ENCRYPTED)), drawn.toString());
    }

    /** What was sent may be told as little as what arrives. */
    @Test
    void alteredWordsAreKeptBackToo() throws Exception {
        Connection connection =
                altered(TlsVersion.TLS_1_3, Direction.CLIENT_TO_SERVER, Spot.data(1), Disturbance.flipBit(-1, 0));
        String html = report(connection, false).html();
        assertTrue(html.contains("≠ On the way: byte "));
        assertFalse(html.contains(WORDS) || html.contains("<mark>"), "Words in the report");
        String open = report(connection, true).html();
        assertTrue(open.contains(WORDS) && open.contains("<mark>"), "asked for");
    }

    @Test
    void somebodyInTheMiddleHasALifelineOfTheirOwn() throws Exception {
        Connections connections = new Connections();
        try (TlsServer server = TlsServer.start(
                        Play.server("server", TlsVersion.TLS_1_3).build(), connections);
                Middle middle = Middle.start(
                        new Middle.Faces(
                                Play.server("server-unknown-ca", TlsVersion.TLS_1_3)
                                        .build(),
                                Play.client(null)
                                        .port(server.address().getPort())
                                        .build()),
                        connections)) {
            ClientRun run = new TlsClient(connections)
                    .connect(Play.client("client")
                            .trust(Play.trust("rogue_ca.crt"))
                            .port(middle.address().getPort())
                            .build());
            run.outcome().get(30, TimeUnit.SECONDS);
            connections.all().forEach(Play::awaitEnd);
        }
        assertEquals(2, connections.all().size());
        Transcripts transcripts = new Transcripts(
                () -> connections.all().stream().map(Connection::capture).toList());
        List<ConnectionReport> reports = connections.all().stream()
                .map(connection -> ConnectionReport.of(connection, transcripts, false))
                .toList();
        List<String> words = texts(parse(reports.get(0).svg()), "text");
        assertTrue(words.containsAll(List.of("Client", "The one in the middle", "Server")), words.toString());
        assertEquals(2, words.stream().filter("ClientHello"::equals).count());
        assertEquals(
                words.subList(0, 20), texts(parse(reports.get(1).svg()), "text").subList(0, 20));
        List<String> headings = texts(parse(reports.get(1).html()), "h2");
        assertTrue(
                headings.containsAll(
                        List.of("Client ↔ middle · Each message, decoded", "Middle ↔ server · Each message, decoded")),
                headings.toString());
    }

    /** Anybody can send a great many messages; a report stays a report. */
    @Test
    void whatIsLongIsCountedAndNotTold() throws Exception {
        Capture capture = Capture.recorded(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 2),
                Instant.EPOCH);
        byte[] warning = {21, 3, 3, 0, 2, 1, 90};
        for (int i = 0; i < 5000; i++) {
            capture.add(Direction.CLIENT_TO_SERVER, i, warning);
        }
        Connection connection = new Connections().addRecorded(capture, "many");
        ConnectionReport report = report(connection, false);
        assertTrue(report.html().length() < 1_000_000, "is " + report.html().length());
        assertTrue(report.html().contains("And 4700 more messages."));
        assertTrue(texts(parse(report.svg()), "text").contains("and 4700 more messages"));
        assertTrue(report.png().length < 10_000_000);
    }
}
