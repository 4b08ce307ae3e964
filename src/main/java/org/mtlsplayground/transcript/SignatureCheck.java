package org.mtlsplayground.transcript;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * A signature seen in a handshake, with what it should be over. Verifying costs more than all the rest of decoding, so it
 * is done when it is asked for.
 *
 * @param scheme the signature scheme on the wire (RFC 8446 §4.2.3)
 * @param certificate the signer's certificate, DER
 * @param content what is signed
 */
record SignatureCheck(int scheme, byte[] certificate, byte[] content, byte[] signature) {
    private static final int PADDING = 64;

    /** What CertificateVerify signs in TLS 1.3 (RFC 8446 §4.4.3). */
    static byte[] tls13Content(boolean ofClient, byte[] transcriptHash) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] blanks = new byte[PADDING];
        Arrays.fill(blanks, (byte) ' ');
        content.writeBytes(blanks);
        String who = ofClient ? "client" : "server";
        content.writeBytes(("TLS 1.3, " + who + " CertificateVerify").getBytes(StandardCharsets.US_ASCII));
        content.write(0);
        content.writeBytes(transcriptHash);
        return content.toByteArray();
    }

    /** Whether it verifies; empty if the certificate can't be read or the scheme is unknown here. */
    Optional<Boolean> verify() {
        try {
            PublicKey key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate))
                    .getPublicKey();
            Optional<Signature> verifier = verifier();
            if (verifier.isEmpty()) {
                return Optional.empty();
            }
            verifier.get().initVerify(key);
            verifier.get().update(content);
            return Optional.of(verifier.get().verify(signature));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private Optional<Signature> verifier() throws GeneralSecurityException {
        return switch (scheme) {
            case 0x0201 -> named("SHA1withRSA");
            case 0x0203 -> named("SHA1withECDSA");
            case 0x0401 -> named("SHA256withRSA");
            case 0x0501 -> named("SHA384withRSA");
            case 0x0601 -> named("SHA512withRSA");
            case 0x0403 -> named("SHA256withECDSA");
            case 0x0503 -> named("SHA384withECDSA");
            case 0x0603 -> named("SHA512withECDSA");
            case 0x0804, 0x0809 -> pss("SHA-256", 32);
            case 0x0805, 0x080a -> pss("SHA-384", 48);
            case 0x0806, 0x080b -> pss("SHA-512", 64);
            case 0x0807 -> named("Ed25519");
            case 0x0808 -> named("Ed448");
            case 0x0402 -> named("SHA256withDSA");
            case 0x0202 -> named("SHA1withDSA");
            default -> Optional.empty();
        };
    }

    private static Optional<Signature> named(String algorithm) throws GeneralSecurityException {
        return Optional.of(Signature.getInstance(algorithm));
    }

    private static Optional<Signature> pss(String hash, int saltLength) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(new PSSParameterSpec(
                hash, "MGF1", new MGF1ParameterSpec(hash), saltLength, PSSParameterSpec.TRAILER_FIELD_BC));
        return Optional.of(signature);
    }
}
