package org.mtlsplayground.pki.detail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.mtlsplayground.pki.Openssl;

/** Certificates that openssl makes with extensions of every kind ({@code zoo.cnf}), and what openssl says of them. */
final class ExtensionZoo {
    private final Path dir;

    private ExtensionZoo(Path dir) {
        this.dir = dir;
    }

    /** Makes a CA and a certificate with all extensions below it. */
    static ExtensionZoo in(Path dir) throws IOException {
        byte[] config = ExtensionZoo.class.getResourceAsStream("zoo.cnf").readAllBytes();
        String scts = HexFormat.ofDelimiter(":").formatHex(scts());
        Files.writeString(dir.resolve("zoo.cnf"), new String(config, StandardCharsets.UTF_8).replace("@SCTS@", scts));
        Openssl.run(
                dir,
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout ca.key -out ca.pem"
                        + " -subj /O=Zoo/CN=ZooCA -days 30 -set_serial 0x00F1E2D3C4B5A69788 -config zoo.cnf"
                        + " -extensions authority");
        ExtensionZoo zoo = new ExtensionZoo(dir);
        zoo.issue("zoo", "rsa:2048", "all");
        return zoo;
    }

    /** Makes {@code name.pem} with the extensions of a section. */
    X509Certificate issue(String name, String newKey, String extensions) throws IOException {
        Openssl.run(
                dir,
                "req -newkey " + newKey + " -nodes -keyout " + name + ".key -out " + name + ".csr -config zoo.cnf");
        Openssl.run(
                dir,
                "x509 -req -in " + name + ".csr -CA ca.pem -CAkey ca.key -set_serial 77 -days 10 -extfile zoo.cnf"
                        + " -extensions " + extensions + " -out " + name + ".pem");
        return certificate(name);
    }

    X509Certificate certificate(String name) throws IOException {
        try (InputStream in = Files.newInputStream(dir.resolve(name + ".pem"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (CertificateException e) {
            throw new IOException(name, e);
        }
    }

    /** What {@code openssl x509} prints. */
    String told(String name, String options) {
        return Openssl.run(dir, "x509 -in " + name + ".pem -noout " + options).stdout();
    }

    Path dir() {
        return dir;
    }

    static X509Certificate parse(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /** An OCTET STRING with a list of one timestamp (RFC 6962 §3.3): the log 00 to 1F, at 2024-04-21 09:32:31.104. */
    private static byte[] scts() {
        byte[] signature = new byte[70];
        String log = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        return HexFormat.of()
                .parseHex("0479" + "0077" + "0075" + "00" + log + "0000018f00000000" + "0000" + "0403" + "0046"
                        + HexFormat.of().formatHex(signature));
    }
}
