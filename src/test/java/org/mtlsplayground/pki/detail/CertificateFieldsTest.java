package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

/** The fields of the sample certificates. */
class CertificateFieldsTest {
    @Test
    void theSampleClient() throws Exception {
        CertificateFields fields = CertificateFields.of(sample("client.crt"));
        assertEquals(
                "CN=alice, O=mTLS Playground",
                fields.field("subject").orElseThrow().value());
        assertTrue(fields.fields().stream().allMatch(field -> field.malformed().isEmpty()));
    }

    static X509Certificate sample(String name) throws Exception {
        try (InputStream in = CertificateFieldsTest.class.getResourceAsStream("/sample-certs/" + name)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
