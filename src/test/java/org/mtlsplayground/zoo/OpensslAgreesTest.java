package org.mtlsplayground.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlsplayground.outside.OutsideProgram;
import org.mtlsplayground.pki.CertificateDescription;
import org.mtlsplayground.pki.FileContents;
import org.mtlsplayground.pki.FileEntry;
import org.mtlsplayground.pki.KeyPairs;
import org.mtlsplayground.pki.PkiFiles;
import org.mtlsplayground.pki.detail.CertificateField;
import org.mtlsplayground.pki.detail.CertificateFields;

/** What we say of each certificate and key, field by field, beside what openssl says of the same file. */
class OpensslAgreesTest {
    private static final Map<String, String> EXTENSIONS = Map.of(
            "X509v3 Basic Constraints", "basicConstraints",
            "X509v3 Key Usage", "keyUsage",
            "X509v3 Extended Key Usage", "extKeyUsage",
            "X509v3 Subject Key Identifier", "subjectKeyIdentifier",
            "X509v3 Authority Key Identifier", "authorityKeyIdentifier",
            "X509v3 Subject Alternative Name", "subjectAltName",
            "X509v3 CRL Distribution Points", "cRLDistributionPoints",
            "Authority Information Access", "authorityInfoAccess",
            "TLS Feature", "tlsfeature",
            "Netscape Comment", "netscapeComment");

    private static final Map<String, String> USAGES = Map.ofEntries(
            Map.entry("Digital Signature", "digitalSignature"),
            Map.entry("Non Repudiation", "nonRepudiation"),
            Map.entry("Key Encipherment", "keyEncipherment"),
            Map.entry("Certificate Sign", "keyCertSign"),
            Map.entry("CRL Sign", "cRLSign"),
            Map.entry("TLS Web Server Authentication", "serverAuth"),
            Map.entry("TLS Web Client Authentication", "clientAuth"),
            Map.entry("E-mail Protection", "emailProtection"));

    private static final Map<String, String> SIGNATURES = Map.ofEntries(
            Map.entry("sha1WithRSAEncryption", "SHA1withRSA"),
            Map.entry("sha256WithRSAEncryption", "SHA256withRSA"),
            Map.entry("rsassaPss", "RSASSA-PSS"),
            Map.entry("ecdsa-with-SHA256", "SHA256withECDSA"),
            Map.entry("ecdsa-with-SHA512", "SHA512withECDSA"),
            Map.entry("ED25519", "Ed25519"),
            Map.entry("ED448", "Ed448"));

    private static final Pattern PEM = Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END");

    private final Zoo zoo = Zoo.openssl();

    static Stream<Recipe> certificates() {
        return Zoo.openssl().samples().stream()
                .filter(sample -> sample.content().matches("(PEM|DER): certificate [^;]*")
                        && !sample.name().matches(".*(cms|eml)"));
    }

    static Stream<Recipe> keys() {
        return Zoo.openssl().samples().stream()
                .filter(sample -> sample.content().matches("\\S+: key [A-Z][^!]*"))
                // openssl pkey opens no PKCS#12 without a seal.
                .filter(sample -> !sample.name().equals("nomac.p12"));
    }

    static Stream<Recipe> bundles() {
        return Zoo.openssl().samples().stream()
                .filter(sample -> sample.name().matches(".*(\\.p12|\\.p7|\\.p7\\.der|\\.cms\\.der)")
                        && sample.content().matches(".*(certificate|chain) .*"));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void onEachFieldOfACertificate(Recipe sample) throws Exception {
        X509Certificate certificate =
                PkiFiles.certificates(zoo.file(sample), null).get(0);
        List<String> command = new ArrayList<>(List.of("x509", "-in", sample.name()));
        command.addAll(OpensslTold.OPTIONS);
        OpensslTold told = new OpensslTold(openssl(command));
        CertificateDescription description = CertificateDescription.of(certificate);
        CertificateFields fields = CertificateFields.of(certificate);

        assertEquals(new BigInteger(told.value("serial"), 16), description.serial());
        assertEquals(told.name("subject"), attributes(fields, "subject"));
        assertEquals(told.name("issuer"), attributes(fields, "issuer"));
        assertEquals(told.value("notBefore"), description.notBefore().toString().replace('T', ' '));
        assertEquals(told.value("notAfter"), description.notAfter().toString().replace('T', ' '));
        assertEquals(told.find("(?i)sha256 Fingerprint=(.*)"), description.sha256());
        assertEquals(Integer.parseInt(told.find("Version: (\\d)")), certificate.getVersion());
        assertEquals(SIGNATURES.get(told.find("Signature Algorithm: (\\S+)")), description.signatureAlgorithm());
        assertEquals(
                told.find("(?s)-----BEGIN PUBLIC KEY-----(.*?)-----END").replaceAll("\\s", ""),
                Base64.getEncoder().encodeToString(certificate.getPublicKey().getEncoded()));
        assertEquals(keyName(told), description.key());
        if (!told.has("Modulus=(No|Wrong)")) {
            String modulus = fields.field("key.modulus").orElseThrow().value();
            assertEquals(told.value("Modulus"), modulus.replace(":", "").replaceFirst("^00", ""));
        }
        extensions(told.extensions(), description, fields);
    }

    private static void extensions(
            Map<String, OpensslTold.Extension> told, CertificateDescription description, CertificateFields fields)
            throws UnknownHostException {
        List<String> expected = new ArrayList<>();
        told.forEach((name, extension) ->
                expected.add(EXTENSIONS.getOrDefault(name, name) + (extension.critical() ? " critical" : "")));
        List<String> found = fields.fields().stream()
                .filter(field -> field.id().startsWith("extension."))
                .map(field -> field.name() + (field.critical() ? " critical" : ""))
                .toList();
        assertEquals(expected, found);
        assertEquals(words(told, "X509v3 Key Usage"), description.keyUsage());
        assertEquals(words(told, "X509v3 Extended Key Usage"), description.extendedKeyUsage());
        assertEquals(names(told), description.subjectAlternativeNames());
        assertEquals(
                String.join("", line(told, "X509v3 Subject Key Identifier")),
                description.subjectKeyIdentifier().orElse(""));
        assertEquals(
                line(told, "X509v3 Authority Key Identifier").stream()
                        .findFirst()
                        .map(id -> id.replace("keyid:", ""))
                        .orElse(""),
                description.authorityKeyIdentifier().orElse(""));
        String constraints = "";
        if (description.isCa().isPresent()) {
            constraints = "CA:" + String.valueOf(description.isCa().get()).toUpperCase(java.util.Locale.ROOT)
                    + description
                            .pathLength()
                            .map(length -> ", pathlen:" + length)
                            .orElse("");
        }
        assertEquals(String.join("", line(told, "X509v3 Basic Constraints")), constraints);
    }

    private static List<String> line(Map<String, OpensslTold.Extension> told, String name) {
        return told.containsKey(name) ? told.get(name).lines() : List.of();
    }

    private static List<String> words(Map<String, OpensslTold.Extension> told, String name) {
        return line(told, name).stream()
                .flatMap(line -> Stream.of(line.split(", ", -1)))
                .map(word -> USAGES.getOrDefault(word, word))
                .toList();
    }

    /** Both write addresses in their own way. */
    private static List<String> names(Map<String, OpensslTold.Extension> told) throws UnknownHostException {
        List<String> names = new ArrayList<>();
        for (String name : words(told, "X509v3 Subject Alternative Name")) {
            names.add(
                    name.startsWith("IP Address:")
                            ? "IP:" + address(name.substring(11))
                            : name.replace("Registered ID:", "registered ID:"));
        }
        return names;
    }

    private static String address(String text) throws UnknownHostException {
        return InetAddress.getByName(text).getHostAddress().replaceFirst("(^|:)(0(:|$)){2,}", "::");
    }

    private static List<String> attributes(CertificateFields fields, String which) {
        return fields.field(which).orElseThrow().parts().stream()
                .flatMap(part -> part.parts().isEmpty() ? Stream.of(part) : part.parts().stream())
                .map(OpensslAgreesTest::attribute)
                .toList();
    }

    private static String attribute(CertificateField field) {
        return field.name() + "=" + field.value();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void onEachKey(Recipe sample) throws Exception {
        List<String> command = new ArrayList<>(List.of("pkey", "-provider", "legacy", "-provider", "default"));
        command.addAll(List.of("-in", sample.name(), "-passin", password(sample), "-pubout", "-text_pub"));
        if (sample.name().matches("(explicit|p256.compressed).*")) {
            // The JDK reads no public key with its curve spelled out, and no compressed point.
            command.addAll(List.of("-ec_param_enc", "named_curve", "-ec_conv_form", "uncompressed"));
        }
        String told = openssl(command);
        FileContents contents = PkiFiles.inspect(zoo.file(sample), sample.chars());
        FileEntry.Key key = contents.entries().stream()
                .filter(FileEntry.Key.class::isInstance)
                .map(FileEntry.Key.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(keyName(new OpensslTold(told)), key.key());
        byte[] encoded = pem(told, "PUBLIC KEY").iterator().next();
        String family = key.key().replaceFirst("RSA-PSS", "RSASSA-PSS").replaceAll(" .*", "");
        PublicKey expected = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(encoded));
        assertTrue(KeyPairs.match(expected, PkiFiles.privateKey(zoo.file(sample), sample.chars())));
    }

    private static String keyName(OpensslTold told) {
        if (told.has("NIST CURVE")) {
            return "EC " + told.find("NIST CURVE: (\\S+)");
        }
        if (told.has("ED(25519|448) Public-Key")) {
            return "Ed" + told.find("ED(25519|448) Public-Key");
        }
        if (told.has("ASN1 OID: ")) {
            return "EC " + told.find("ASN1 OID: (\\S+)");
        }
        return (told.has(
                                "PSS (parameter )?restrictions|rsassaPss\\s+RSA-PSS Public-Key|RSA-PSS Public-Key|Public Key Algorithm: rsassaPss")
                        ? "RSA-PSS "
                        : "RSA ")
                + told.find("Public-Key: \\((\\d+) bit");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void onTheCertificatesOfABundle(Recipe sample) throws Exception {
        List<String> command;
        if (sample.name().endsWith(".p12")) {
            command = List.of(
                    "pkcs12",
                    "-provider",
                    "legacy",
                    "-provider",
                    "default",
                    "-nokeys",
                    "-in",
                    sample.name(),
                    "-passin",
                    password(sample));
        } else {
            command = List.of(
                    "pkcs7",
                    "-print_certs",
                    "-in",
                    sample.name(),
                    "-inform",
                    sample.name().endsWith("der") ? "DER" : "PEM");
        }
        Set<String> told = new HashSet<>();
        pem(openssl(command), "CERTIFICATE")
                .forEach(der -> told.add(Base64.getEncoder().encodeToString(der)));
        Set<String> found = new HashSet<>();
        for (X509Certificate certificate :
                PkiFiles.trustAnchors(zoo.file(sample), sample.chars()).certificates()) {
            found.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        }
        assertEquals(told, found);
    }

    private static List<byte[]> pem(String text, String label) {
        Matcher blocks = PEM.matcher(text);
        return blocks.results()
                .filter(block -> block.group(1).equals(label))
                .map(block -> Base64.getMimeDecoder().decode(block.group(2)))
                .collect(Collectors.toList());
    }

    private static String password(Recipe sample) {
        return sample.name().contains("umlaut")
                ? "file:umlaut.txt"
                : "pass:" + sample.password().orElse("");
    }

    private String openssl(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(arguments);
        OutsideProgram.Result result = OutsideProgram.run(command, zoo.folder(), Duration.ofSeconds(30));
        assertEquals(0, result.exitCode(), () -> command + ": " + result.all());
        return result.stdout();
    }
}
