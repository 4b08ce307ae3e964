package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.mtlsplayground.pki.Hex;

/** Every extension, against what openssl says of the same certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificateFieldsTest {
    private CertificateFields fields;
    private byte[] der;
    private String openssl;

    @BeforeAll
    void makeZoo(@TempDir Path dir) throws Exception {
        ExtensionZoo zoo = ExtensionZoo.in(dir);
        der = zoo.certificate("zoo").getEncoded();
        fields = CertificateFields.of(zoo.certificate("zoo"));
        openssl = zoo.told("zoo", "-text -nameopt utf8,sep_comma_plus_space");
    }

    /** The lines of openssl are left out where it shows mere bytes. */
    @ParameterizedTest
    @CsvFileSource(resources = "zoo.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = true)
    void anExtensionSaysWhatOpensslSays(String name, boolean critical, String values, String lines) {
        CertificateField field = fields.field("extension." + name).orElseThrow();
        assertEquals(List.of(values.split(" ; ", -1)), field.values());
        assertEquals(critical, field.critical());
        for (String line : lines == null ? new String[0] : lines.split(" ; ", -1)) {
            assertTrue(openssl.contains(line), () -> line + " is not in " + openssl);
        }
    }

    @Test
    void everyExtensionIsTriedAndSound() {
        Set<String> oids = new TreeSet<>();
        for (CertificateField field : fields.fields()) {
            assertTrue(field.malformed().isEmpty(), field::toString);
            oids.add(field.oid());
        }
        Set<String> missing = new TreeSet<>(ExtensionReaders.known());
        missing.removeAll(oids);
        assertEquals(Set.of(), missing, "Readers that no certificate of the zoo tries");
    }

    @Test
    void namesAreReadAttributeByAttribute() {
        CertificateField subject = fields.field("subject").orElseThrow();
        assertEquals(
                "1.3.6.1.4.1.99999.1=private attribute, EMAILADDRESS=zoe@example.org, CN=Zoë, OU=Keepers,"
                        + " O=\"Zoo, and Sons\", C=DE",
                subject.value());
        assertEquals(
                List.of(
                        "countryName=DE",
                        "organizationName=Zoo, and Sons",
                        "organizationalUnitName=Keepers",
                        "commonName=Zoë",
                        "emailAddress=zoe@example.org",
                        "1.3.6.1.4.1.99999.1=private attribute"),
                subject.parts().stream()
                        .map(part -> part.name() + "=" + part.value())
                        .toList());
        assertEquals(
                List.of("77", "4D"), fields.field("serialNumber").orElseThrow().values());
        assertEquals("v3 (2)", fields.field("version").orElseThrow().value());
    }

    @Test
    void partsHaveTheirOwnBytes() {
        CertificateField names = fields.field("extension.subjectAltName").orElseThrow();
        CertificateField first = fields.field("extension.subjectAltName.0").orElseThrow();
        assertEquals("dNSName", first.name());
        assertEquals("server.example.org", first.value());
        assertEquals("82:12:" + hex("server.example.org"), cut(first));
        assertTrue(cut(names).contains(cut(first)));
        CertificateField log =
                fields.field("extension.signedCertificateTimestampList.0.1").orElseThrow();
        assertEquals(log.value(), cut(log));
        for (CertificateField field : all(fields.fields())) {
            field.range().ifPresent(range -> assertTrue(range.end() <= der.length && range.offset() >= 0));
        }
    }

    @Test
    void idsAreUnique() {
        Set<String> seen = new HashSet<>();
        for (CertificateField field : all(fields.fields())) {
            assertTrue(seen.add(field.id()), field.id());
            assertEquals(field, fields.field(field.id()).orElseThrow());
        }
        assertTrue(seen.size() > 150, () -> seen.size() + " fields");
    }

    @Test
    void otherNamesAndUnknownExtensionsShowTheirAsn1() {
        CertificateField kerberos =
                fields.field("extension.subjectAltName.11.1").orElseThrow();
        assertEquals("EXAMPLE.ORG 1 alice", kerberos.value());
        CertificateField unknown = fields.field("extension.1.3.6.1.4.1.99999.2").orElseThrow();
        assertEquals(
                List.of("INTEGER 42", "UTF8String what nobody knows", "SEQUENCE "),
                unknown.parts().get(0).parts().stream()
                        .map(part -> part.name() + " " + part.value())
                        .toList());
    }

    @Test
    void searchFindsWordsOidsAndHex() {
        CertificateField names = fields.field("extension.subjectAltName").orElseThrow();
        assertTrue(CertificateText.contains(names, "ALICE@corp"));
        assertTrue(CertificateText.contains(names, "2.5.29.17"));
        assertFalse(CertificateText.contains(names, "bob"));
        CertificateField key = fields.field("extension.authorityKeyIdentifier").orElseThrow();
        String hex = key.parts().get(0).value();
        assertTrue(CertificateText.contains(key, hex.substring(3, 11).replace(":", "")));
        assertTrue(CertificateText.contains(key, hex.substring(3, 11).toLowerCase(Locale.ROOT)));
        assertTrue(CertificateText.of(names).startsWith("subjectAltName: DNS:server.example.org, "));
        assertTrue(CertificateText.of(fields).contains("\nkeyUsage critical: digitalSignature, "));
    }

    private String cut(CertificateField field) {
        ByteRange range = field.range().orElseThrow();
        return Hex.of(Arrays.copyOfRange(der, range.offset(), range.end()));
    }

    private static String hex(String ascii) {
        return Hex.of(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private static List<CertificateField> all(List<CertificateField> fields) {
        List<CertificateField> all = new ArrayList<>();
        for (CertificateField field : fields) {
            all.add(field);
            all.addAll(all(field.parts()));
        }
        return all;
    }
}
