package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.pki.Openssl;
import org.mtlsplayground.pki.detail.Malformed.Reason;

/** The tree, against {@code openssl asn1parse} and against hostile bytes. */
class Asn1Test {
    private static final Pattern LINE = Pattern.compile(
            "\\s*(\\d+):d=(\\d+)\\s+hl=(\\d+)\\s+l=\\s*(\\d+|inf)\\s+(cons|prim):\\s+([^:]*?)\\s*(?::.*)?");

    @Test
    void nodesStandWhereOpensslSeesThem(@TempDir Path dir) throws IOException {
        ExtensionZoo.in(dir);
        Openssl.run(dir, "x509 -in zoo.pem -outform DER -out zoo.der");
        Openssl.run(dir, "x509 -in ca.pem -outform DER -out ca.der");
        Openssl.run(dir, "req -in zoo.csr -outform DER -out csr.der");
        Openssl.run(dir, "pkcs8 -topk8 -in zoo.key -outform DER -out key.der -nocrypt");
        Openssl.run(dir, "crl2pkcs7 -nocrl -certfile ca.pem -certfile zoo.pem -outform DER -out chain.der");
        Openssl.run(dir, "pkcs12 -export -in zoo.pem -inkey zoo.key -passout pass:x -out store.der");
        Files.writeString(dir.resolve("data"), "signed");
        Openssl.run(
                dir,
                "cms -sign -stream -indef -binary -in data -signer ca.pem -inkey ca.key -outform DER"
                        + " -nodetach -out ber.der");
        int nodes = 0;
        for (String file : List.of("zoo", "ca", "csr", "key", "chain", "store", "ber")) {
            List<String> told = Openssl.run(dir, "asn1parse -inform DER -in " + file + ".der")
                    .stdout()
                    .lines()
                    .map(Asn1Test::normal)
                    .filter(line -> !line.isEmpty())
                    .toList();
            List<String> ours = new ArrayList<>();
            for (Asn1Node root : Asn1.parse(Files.readAllBytes(dir.resolve(file + ".der")))) {
                lines(root, ours);
            }
            assertEquals(String.join("\n", told), String.join("\n", ours), file);
            nodes += ours.size();
        }
        assertTrue(nodes > 600, "Only " + nodes + " nodes were compared");
    }

    /** Offset, depth, lengths and tag; the ends of indefinite values are no nodes to us. */
    private static String normal(String line) {
        Matcher found = LINE.matcher(line);
        assertTrue(found.matches(), line);
        String tag = found.group(6).replaceAll("\\s*\\[HEX DUMP]", "");
        if (tag.equals("EOC")) {
            return "";
        }
        String name = switch (tag) {
            case "OBJECT" -> "OBJECT IDENTIFIER";
            case "UTCTIME" -> "UTCTime";
            case "GENERALIZEDTIME" -> "GeneralizedTime";
            case "UTF8STRING" -> "UTF8String";
            case "PRINTABLESTRING" -> "PrintableString";
            case "IA5STRING" -> "IA5String";
            case "BMPSTRING" -> "BMPString";
            default -> tag.replaceAll("cont \\[ (\\d+) ]", "[$1]");
        };
        return String.join(" ", found.group(1), found.group(2), found.group(3), found.group(4), found.group(5), name);
    }

    private static void lines(Asn1Node node, List<String> out) {
        assertTrue(node.malformed().isEmpty(), node::toString);
        String length = node.indefinite() ? "inf" : String.valueOf(node.contentLength());
        out.add(String.join(
                " ",
                String.valueOf(node.offset()),
                String.valueOf(node.depth()),
                String.valueOf(node.headerLength()),
                length,
                node.constructed() ? "cons" : "prim",
                node.type()));
        node.children().stream().filter(child -> !child.encapsulated()).forEach(child -> lines(child, out));
    }

    @Test
    void valuesAreShownByTheirKind() {
        assertEquals("INTEGER -129", one("0202ff7f"));
        assertEquals("INTEGER 00:FF:FF:FF:FF:FF:FF:FF:FF", one("020900ffffffffffffffff"));
        assertEquals("BOOLEAN TRUE", one("0101ff"));
        assertEquals("NULL ", one("0500"));
        assertEquals("OBJECT IDENTIFIER commonName (2.5.4.3)", one("0603550403"));
        assertEquals("OBJECT IDENTIFIER 2.999.3", one("0603883703"));
        assertEquals("UTF8String a\uFFFDb", one("0c03610a62"));
        assertEquals("BMPString Ä", one("1e0200c4"));
        assertEquals("UTCTime 1999-12-31 23:59:59 UTC", one("170d3939313233313233353935395a"));
        assertEquals("GeneralizedTime 2050-01-01 00:00:00 UTC", one("180f32303530303130313030303030305a"));
        assertEquals("UTCTime 991331235959Z", one("170d3939313333313233353935395a"));
        assertEquals("BIT STRING A0 (-5 bits)", one("030205a0"));
        assertEquals("OCTET STRING FF:00", one("0402ff00"));
        assertEquals("[2] example", one("82076578616d706c65"));
        assertEquals("[APPLICATION 31] 01", one("5f1f0101"));
        assertEquals("[PRIVATE 1] 00", one("c10100"));
    }

    private static String one(String hex) {
        List<Asn1Node> nodes = parse(hex);
        assertEquals(1, nodes.size());
        assertTrue(nodes.get(0).malformed().isEmpty(), nodes::toString);
        return nodes.get(0).type() + " " + nodes.get(0).value();
    }

    @Test
    void derWithinOctetsIsOpened() {
        Asn1Node octets = parse("0405" + "3003020107").get(0);
        assertEquals("", octets.value());
        Asn1Node inner = octets.children().get(0);
        assertTrue(inner.encapsulated());
        assertFalse(inner.children().get(0).encapsulated());
        assertEquals("4:2+1 INTEGER 7", inner.children().get(0).toString());
        // One byte too many, and the bytes of a key's point that begin like an OCTET STRING.
        assertEquals(List.of(), parse("0406" + "300302010700").get(0).children());
        assertEquals(List.of(), parse("0304" + "00" + "040100").get(0).children());
        assertEquals(1, parse("0304" + "00" + "3000" + "0500").get(0).contentLength() - 3);
    }

    @Test
    void whereItStopsIsSaid() {
        assertMalformed(Reason.TRUNCATED_HEADER, 5, "3003" + "0500" + "02");
        assertMalformed(Reason.LENGTH_BEYOND_END, 2, "3003" + "020201");
        assertMalformed(Reason.LENGTH_BEYOND_END, 0, "3084" + "7fffffff");
        assertMalformed(Reason.BAD_LENGTH, 1, "3084" + "80000000");
        assertMalformed(Reason.BAD_LENGTH, 1, "30ff" + "00".repeat(127));
        assertMalformed(Reason.BAD_LENGTH, 1, "0480" + "0000");
        assertMalformed(Reason.BAD_TAG, 1, "1f" + "8001" + "00");
        assertMalformed(Reason.BAD_TAG, 1, "1f" + "ffffffff7f" + "00");
        assertMalformed(Reason.LENGTH_BEYOND_END, 1, "3080" + "020107");
        assertMalformed(Reason.TRUNCATED_HEADER, 1, "30");
        assertEquals(List.of(), Asn1.parse(new byte[0]));
    }

    private static void assertMalformed(Reason reason, int offset, String hex) {
        Asn1Node last = parse(hex).get(0);
        while (last.malformed().isEmpty()) {
            List<Asn1Node> children = last.children();
            last = children.get(children.size() - 1);
        }
        assertEquals(reason, last.malformed().get().reason(), hex);
        assertEquals(offset, last.malformed().get().offset(), hex);
        assertEquals("", last.type());
    }

    /** Each of these would take a careless reader's stack, memory or day. */
    @Test
    void hostileBytesAreBounded() {
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            byte[] deep = new byte[1_000_000];
            for (int i = 0; i < deep.length; i += 2) {
                deep[i] = 0x30;
                deep[i + 1] = (byte) 0x80;
            }
            assertTrue(Asn1.flatten(Asn1.parse(deep).get(0), 1000).size() <= 1000);
            byte[] octets = nested(200);
            assertTrue(Asn1.flatten(Asn1.parse(octets).get(0), 1000).size() <= Asn1.MAX_DEPTH + 1);
            byte[] wide = new byte[2_000_000];
            Arrays.fill(wide, (byte) 5);
            for (int i = 1; i < wide.length; i += 2) {
                wide[i] = 0;
            }
            List<Asn1Node> nodes = Asn1.parse(wide);
            assertEquals(Asn1.MAX_CHILDREN + 1, nodes.size());
            Asn1Node rest = nodes.get(Asn1.MAX_CHILDREN);
            assertEquals(Reason.TOO_MANY, rest.malformed().orElseThrow().reason());
            assertEquals(wide.length, rest.range().end());
        });
    }

    /** An OCTET STRING in an OCTET STRING, and so on. */
    private static byte[] nested(int depth) {
        byte[] inner = {5, 0};
        for (int i = 0; i < depth; i++) {
            byte[] outer = new byte[inner.length + 4];
            outer[0] = 4;
            outer[1] = (byte) 0x82;
            outer[2] = (byte) (inner.length >> 8);
            outer[3] = (byte) inner.length;
            System.arraycopy(inner, 0, outer, 4, inner.length);
            inner = outer;
        }
        return inner;
    }

    private static List<Asn1Node> parse(String hex) {
        return Asn1.parse(HexFormat.of().parseHex(hex));
    }
}
