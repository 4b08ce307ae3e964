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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtlsplayground.ca.NewCertificate;
import org.mtlsplayground.capture.Capture;
import org.mtlsplayground.capture.Direction;
import org.mtlsplayground.peer.Connection;
import org.mtlsplayground.peer.Connections;
import org.mtlsplayground.peer.TlsVersion;
import org.mtlsplayground.pki.Identity;
import org.mtlsplayground.pki.TrustAnchors;
import org.mtlsplayground.recorded.Play;
import org.mtlsplayground.secrets.KeyLogEntry;
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

    private static Transcript transcript(Connection connection) {
        Transcript transcript = new Transcripts(() -> List.of(connection.capture())).of(connection.capture());
        transcript.read();
        return transcript;
    }

    private static ConnectionReport report(Connection connection, boolean withSecrets) {
        return ConnectionReport.of(connection, transcript(connection), withSecrets);
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
        for (Tone tone : List.of(Tone.CLEAR, Tone.ENCRYPTED, Tone.MUTUAL, Tone.TEXT)) {
            assertTrue(colours.contains(tone.onWhite()), tone.toString());
        }
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
