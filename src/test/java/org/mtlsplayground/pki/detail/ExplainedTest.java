package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlsplayground.pki.Oids;
import org.mtlsplayground.pki.Openssl;
import org.mtlsplayground.text.Explanations;

/** Every field of every kind of certificate is explained, and nothing is explained that there is not. */
class ExplainedTest {
    @Test
    void fieldsAndExplanationsAreTheSame(@TempDir Path dir) throws Exception {
        Set<String> topics = new TreeSet<>(Set.of(
                // What only a broken or an old certificate has.
                "certificate.certificate",
                "certificate.key.subjectpublickeyinfo",
                "certificate.issueruniqueid",
                "certificate.subjectuniqueid"));
        for (String oid : ExtensionReaders.known()) {
            topics.add(FieldReader.topic(Oids.name(oid).orElseThrow()));
        }
        ExtensionZoo zoo = ExtensionZoo.in(dir);
        collect(CertificateFields.of(zoo.certificate("zoo")).fields(), topics);
        collect(CertificateFields.of(zoo.certificate("ca")).fields(), topics);
        Openssl.run(dir, "dsaparam -out dsa.params 1024");
        Openssl.run(dir, "req -x509 -newkey dsa:dsa.params -nodes -keyout d.key -subj /CN=d -outform DER -out d.der");
        collect(CertificateFields.of(Files.readAllBytes(dir.resolve("d.der"))).fields(), topics);
        assertTrue(topics.contains("certificate.key.dsa"), topics::toString);
        assertEquals(explained(), topics);
        for (String topic : topics) {
            assertTrue(Explanations.of(topic).isPresent(), topic);
        }
    }

    private static void collect(List<CertificateField> fields, Set<String> topics) {
        for (CertificateField field : fields) {
            topics.add(field.topic());
            assertTrue(field.malformed().isEmpty(), field::toString);
            collect(field.parts(), topics);
        }
    }

    private static Set<String> explained() throws Exception {
        return Files.readAllLines(Path.of("src/main/resources/org/mtlsplayground/text/explanations.properties"))
                .stream()
                .filter(line -> line.startsWith("certificate."))
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(key -> !key.endsWith(".see"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
