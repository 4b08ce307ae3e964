package org.mtlsplayground.pki.detail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a certificate may do, by its extensions alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbilitiesTest {
    private ExtensionZoo zoo;
    private int count;

    @BeforeAll
    void makeCa(@TempDir Path dir) throws IOException {
        zoo = ExtensionZoo.in(dir);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keyUsage=digitalSignature;extendedKeyUsage=clientAuth|PROVES_CLIENT",
                "keyUsage=digitalSignature;extendedKeyUsage=serverAuth|PROVES_SERVER",
                "extendedKeyUsage=anyExtendedKeyUsage|PROVES_CLIENT PROVES_SERVER",
                "keyUsage=digitalSignature|PROVES_CLIENT PROVES_SERVER",
                "basicConstraints=CA:FALSE|PROVES_CLIENT PROVES_SERVER",
                "keyUsage=keyEncipherment;extendedKeyUsage=clientAuth,serverAuth|CLIENT_WITHOUT_SIGNATURE"
                        + " SERVER_WITHOUT_SIGNATURE",
                "extendedKeyUsage=codeSigning|NOTHING_IN_TLS",
                "extendedKeyUsage=OCSPSigning;noCheck=ignored|NOTHING_IN_TLS SIGNS_OCSP",
                "keyUsage=digitalSignature,keyCertSign;extendedKeyUsage=clientAuth|PROVES_CLIENT"
                        + " KEY_CERT_SIGN_WITHOUT_CA",
                "basicConstraints=CA:TRUE;keyUsage=cRLSign;extendedKeyUsage=codeSigning|INTERMEDIATE"
                        + " CA_WITHOUT_KEY_CERT_SIGN SIGNS_CRLS",
                "basicConstraints=CA:TRUE,pathlen:0;keyUsage=keyCertSign;extendedKeyUsage=codeSigning|INTERMEDIATE"
                        + " SIGNS_CERTIFICATES(0)",
                "basicConstraints=CA:TRUE|INTERMEDIATE PROVES_CLIENT PROVES_SERVER SIGNS_CERTIFICATES SIGNS_CRLS",
                "extendedKeyUsage=serverAuth;tlsfeature=status_request|PROVES_SERVER MUST_STAPLE",
                "1.3.6.1.4.1.11129.2.4.3=critical,ASN1:NULL;extendedKeyUsage=serverAuth|PROVES_SERVER PRECERTIFICATE"
            })
    void extensionsDecide(String extensions, String expected) throws Exception {
        String section = "section" + count++;
        Files.writeString(
                zoo.dir().resolve("zoo.cnf"),
                "\n[ " + section + " ]\n" + extensions.replace(";", "\n") + "\n",
                StandardOpenOption.APPEND);
        assertEquals(expected, names(zoo.issue("a", "ed25519", section)));
    }

    @Test
    void aRootIsItsOwnIssuer() throws Exception {
        assertEquals(
                "ROOT CA_SIGNS",
                names(zoo.certificate("ca"))
                        .replaceAll("SIGNS_CERTIFICATES.*", "CA_SIGNS")
                        .replaceAll("CLIENT_WITHOUT_SIGNATURE SERVER_WITHOUT_SIGNATURE ", ""));
    }

    private static String names(X509Certificate certificate) {
        return Abilities.of(certificate).stream()
                .map(ability -> ability.kind()
                        + (ability.number().isPresent() ? "(" + ability.number().getAsInt() + ")" : ""))
                .collect(Collectors.joining(" "));
    }
}
