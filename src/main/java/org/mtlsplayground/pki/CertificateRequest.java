package org.mtlsplayground.pki;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** A certificate request (PKCS#10, RFC 2986) as it was read; whether its signature holds is not checked here. */
public final class CertificateRequest {
    private final byte[] encoded;
    private final String subject;
    private final String key;

    private CertificateRequest(byte[] encoded, String subject, String key) {
        this.encoded = encoded;
        this.subject = subject;
        this.key = key;
    }

    /** @param encoded its DER form, which is copied */
    static CertificateRequest of(byte[] encoded) throws IOException {
        PKCS10CertificationRequest request = new PKCS10CertificationRequest(encoded.clone());
        return new CertificateRequest(
                encoded.clone(),
                CertificateDescriber.whole(request.getSubject().getEncoded()),
                KeyNames.ofPublicKey(request.getSubjectPublicKeyInfo().getEncoded(ASN1Encoding.DER)));
    }

    /** Its DER form, a copy. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The whole subject, written as that of a {@link CertificateDescription}; may be empty. */
    public String subject() {
        return subject;
    }

    /** Kind and size of its public key, {@code EC P-256}. */
    public String key() {
        return key;
    }

    @Override
    public String toString() {
        return "CertificateRequest[" + subject + ", " + key + "]";
    }
}
