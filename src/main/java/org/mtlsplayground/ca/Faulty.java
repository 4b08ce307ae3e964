package org.mtlsplayground.ca;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.mtlsplayground.ca.AlternativeName.Kind;

/** The single things that go wrong with one certificate. */
final class Faulty {
    /** Another host, another organization: what the certificate is not for. */
    private static final String ELSEWHERE = "elsewhere.example";

    private static final String ELSEWHERE_NAME = "O=Elsewhere";
    private static final String ELSEWHERE_RANGE = "192.0.2.0/24";
    /** Under the arc that ITU-T X.660 keeps for examples. */
    private static final String UNKNOWN_EXTENSION = "2.999.1";

    private static final byte[] DER_NULL = {5, 0};
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration YEAR = Duration.ofDays(365);

    private Faulty() {}

    static void expired(NewCertificate certificate) {
        Instant end = Instant.now().minus(MONTH);
        Instant usual = end.minus(YEAR);
        certificate.valid(certificate.notBefore.isBefore(usual) ? certificate.notBefore : usual, end);
    }

    static void notYetValid(NewCertificate certificate) {
        Instant start = Instant.now().plus(MONTH);
        Instant usual = start.plus(YEAR);
        certificate.valid(start, certificate.notAfter.isAfter(usual) ? certificate.notAfter : usual);
    }

    static void withUnknownExtension(NewCertificate certificate) {
        certificate.extension(UNKNOWN_EXTENSION, true, DER_NULL);
    }

    /** CA:FALSE, and all other usages as before. */
    static void noCa(NewCertificate ca) {
        if (ca.extensions.keyUses.isEmpty()) {
            ca.keyUses(KeyUse.KEY_CERT_SIGN, KeyUse.CRL_SIGN);
        }
        ca.authority(false);
    }

    static void forAnotherHost(NewCertificate server) {
        server.subject = server.subject.withCommonName(ELSEWHERE);
        server.withoutNames().dns(ELSEWHERE);
    }

    static void withoutAddresses(NewCertificate server) {
        server.extensions.names.removeIf(name -> name.kind() == Kind.IP);
        if (server.extensions.names.isEmpty()) {
            server.dns(Presets.LOCAL_NAMES.get(0));
        }
    }

    static void namedByCommonName(NewCertificate server) {
        Optional<AlternativeName> host = first(server, Kind.DNS);
        if (host.isPresent() || server.subject.commonName().isEmpty()) {
            String name = host.map(AlternativeName::value).orElse(Presets.LOCAL_NAMES.get(0));
            server.subject = server.subject.withCommonName(name);
        }
        server.withoutNames();
    }

    /** Permits the CA only names of a kind that the certificate has, and none of its names. */
    static void constrain(NewCertificate ca, NewCertificate certificate) {
        AlternativeName permitted;
        if (first(certificate, Kind.DNS).isPresent()) {
            permitted = new AlternativeName(Kind.DNS, ELSEWHERE);
        } else if (!certificate.subject.isEmpty()) {
            permitted = new AlternativeName(Kind.DIRECTORY, ELSEWHERE_NAME);
        } else {
            Kind kind = certificate.extensions.names.get(0).kind();
            permitted = new AlternativeName(kind, kind == Kind.IP ? ELSEWHERE_RANGE : ELSEWHERE);
        }
        ca.extensions.permitted.removeIf(name -> name.kind() == permitted.kind());
        ca.permit(permitted);
    }

    private static Optional<AlternativeName> first(NewCertificate certificate, Kind kind) {
        return certificate.extensions.names.stream()
                .filter(name -> name.kind() == kind)
                .findFirst();
    }

    /** With the name and the key identifier of this one, so that only the signature can tell. */
    static NewCertificate falseRoot(X509Certificate trusted) {
        NewCertificate root = Presets.root("");
        root.subject = SubjectName.of(
                X500Name.getInstance(trusted.getSubjectX500Principal().getEncoded()));
        byte[] identifier = trusted.getExtensionValue(StandardExtension.SUBJECT_KEY_IDENTIFIER.oid());
        return identifier == null
                ? root
                : root.extension(
                        StandardExtension.SUBJECT_KEY_IDENTIFIER.oid(),
                        false,
                        ASN1OctetString.getInstance(identifier).getOctets());
    }

    /** The signature stands at the end of a certificate (RFC 5280 §4.1), so its last bit is the last of all. */
    static X509Certificate signatureAltered(X509Certificate certificate) {
        try {
            byte[] encoded = certificate.getEncoded();
            encoded[encoded.length - 1] ^= 1;
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate with another signature is still one", e);
        }
    }

    /** The outermost sequence and its length stay, the content is nonsense. */
    static X509Certificate garbled(X509Certificate certificate) {
        try {
            byte[] encoded = certificate.getEncoded();
            int header = 2 + (encoded[1] < 0 ? encoded[1] & 0x7F : 0);
            Arrays.fill(encoded, header, encoded.length, (byte) 0xA5);
            return new GarbledCertificate(certificate, encoded);
        } catch (CertificateException e) {
            throw new IllegalStateException("A certificate has an encoding", e);
        }
    }

    /** Of the same kind, so that nothing but the signature of a handshake gives it away. */
    static KeyPair anotherKey(X509Certificate certificate) {
        return KeyKind.of(certificate.getPublicKey()).orElse(KeyKind.EC_P256).generate();
    }

    static KeyPair keyOfAnotherKind(X509Certificate certificate) {
        boolean rsa = certificate.getPublicKey().getAlgorithm().startsWith("RSA");
        return (rsa ? KeyKind.EC_P256 : KeyKind.RSA_2048).generate();
    }
}
