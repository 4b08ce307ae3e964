package org.mtlsplayground.pki.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.ocsp.ResponderID;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.mtlsplayground.pki.Hex;
import org.mtlsplayground.pki.Printable;

/** Reads OCSP responses. */
final class OcspReader {
    private static final int MAX_ANSWERS = 1000;
    private static final int MAX_CERTIFICATES = 20;

    /** So many are asked whether they made the signature. */
    private static final int MAX_TRIES = 60;

    private OcspReader() {}

    static Optional<OcspStatement> read(byte[] der) {
        if (der.length == 0 || der.length > OcspStatement.MAX_BYTES) {
            return Optional.empty();
        }
        try {
            OCSPResp response = new OCSPResp(der);
            return Optional.of(
                    response.getResponseObject() instanceof BasicOCSPResp basic
                            ? statement(response.getStatus(), basic)
                            : new OcspStatement(
                                    response.getStatus(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    List.of(),
                                    Optional.empty(),
                                    "",
                                    List.of()));
        } catch (IOException | OCSPException | CertificateException | RuntimeException e) {
            // Bouncy Castle throws many kinds for what is no such thing.
            return Optional.empty();
        }
    }

    static Optional<X509Certificate> signer(byte[] der, Collection<X509Certificate> among) {
        if (der.length == 0 || der.length > OcspStatement.MAX_BYTES) {
            return Optional.empty();
        }
        try {
            if (!(new OCSPResp(der).getResponseObject() instanceof BasicOCSPResp basic)) {
                return Optional.empty();
            }
            return Stream.concat(certificates(basic).stream(), among.stream())
                    .distinct()
                    .limit(MAX_TRIES)
                    .filter(each -> isSignedBy(basic, each))
                    .findFirst();
        } catch (IOException | OCSPException | CertificateException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isSignedBy(BasicOCSPResp basic, X509Certificate signer) {
        try {
            return basic.isSignatureValid(new JcaContentVerifierProviderBuilder().build(signer.getPublicKey()));
        } catch (OCSPException | OperatorCreationException | RuntimeException e) {
            // A key of another kind, or an algorithm that the JDK does not know: not this one's.
            return false;
        }
    }

    private static OcspStatement statement(int status, BasicOCSPResp basic) throws CertificateException, IOException {
        List<OcspStatement.Answer> answers = new ArrayList<>();
        for (SingleResp single : basic.getResponses()) {
            if (answers.size() < MAX_ANSWERS) {
                answers.add(answer(single));
            }
        }
        return new OcspStatement(
                status,
                Optional.of(responder(basic.getResponderId().toASN1Primitive())),
                Optional.of(basic.getProducedAt().toInstant()),
                answers,
                nonce(basic),
                // As the JDK writes it.
                new DefaultAlgorithmNameFinder()
                        .getAlgorithmName(basic.getSignatureAlgorithmID())
                        .replace("WITH", "with"),
                certificates(basic));
    }

    private static OcspStatement.Answer answer(SingleResp single) {
        CertificateStatus status = single.getCertStatus();
        Optional<RevokedStatus> revoked =
                Optional.ofNullable(status instanceof RevokedStatus revokedStatus ? revokedStatus : null);
        return new OcspStatement.Answer(
                single.getCertID().getSerialNumber(),
                new DefaultAlgorithmNameFinder()
                        .getAlgorithmName(single.getCertID().getHashAlgOID()),
                status == CertificateStatus.GOOD
                        ? OcspStatement.Status.GOOD
                        : revoked.isPresent() ? OcspStatement.Status.REVOKED : OcspStatement.Status.UNKNOWN,
                single.getThisUpdate().toInstant(),
                instant(single.getNextUpdate()),
                revoked.map(RevokedStatus::getRevocationTime).map(Date::toInstant),
                revoked.filter(RevokedStatus::hasRevocationReason)
                        .flatMap(status1 -> RevocationReason.of(status1.getRevocationReason())));
    }

    private static Optional<Instant> instant(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }

    private static String responder(ResponderID id) throws IOException {
        return id.getName() == null
                ? Hex.of(id.getKeyHash())
                : Printable.of(new X500Principal(id.getName().getEncoded()).toString());
    }

    /** RFC 9654 §2.1: the nonce is an octet string inside that of the extension. */
    private static Optional<String> nonce(BasicOCSPResp basic) {
        Extension extension = basic.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (extension == null) {
            return Optional.empty();
        }
        byte[] content = extension.getExtnValue().getOctets();
        try {
            return Optional.of(Hex.of(ASN1OctetString.getInstance(content).getOctets()));
        } catch (RuntimeException e) {
            // Old responders leave the inner octet string out.
            return Optional.of(Hex.of(content));
        }
    }

    private static List<X509Certificate> certificates(BasicOCSPResp basic) throws CertificateException, IOException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : basic.getCerts()) {
            if (certificates.size() < MAX_CERTIFICATES) {
                certificates.add(
                        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
            }
        }
        return certificates;
    }
}
