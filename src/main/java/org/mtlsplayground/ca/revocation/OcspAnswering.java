package org.mtlsplayground.ca.revocation;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Makes OCSP responses (RFC 6960 §4.2) from the books of a CA. Thread-safe. */
final class OcspAnswering {
    /** RFC 9654 §2.1. */
    private static final int LONGEST_NONCE = 128;

    private static final int MOST_QUESTIONS = 32;

    /**
     * A response.
     *
     * @param der the OCSPResponse
     * @param answers what was answered for each serial number; empty for a response that is an error
     * @param error the kind of error; empty for an answer
     */
    record Response(byte[] der, Map<BigInteger, Asked.Answer> answers, Optional<Asked.Answer> error) {}

    private final Authority authority;
    private final OcspSigner signer;
    private final Duration validity;
    private final X509CertificateHolder issuer;
    private final DigestCalculatorProvider digests;

    /** @param validity how long a response says that it holds; zero leaves its end out */
    OcspAnswering(Authority authority, OcspSigner signer, Duration validity) {
        this.authority = authority;
        this.signer = signer;
        this.validity = validity;
        try {
            issuer = new JcaX509CertificateHolder(authority.identity().leaf());
            digests = new JcaDigestCalculatorProviderBuilder().build();
        } catch (OperatorCreationException | CertificateEncodingException e) {
            throw new IllegalStateException("A CA's certificate that has no DER form", e);
        }
    }

    /** The answer to an OCSPRequest. */
    Response answer(byte[] request, Instant now) {
        try {
            OCSPReq asked = new OCSPReq(request);
            Req[] questions = asked.getRequestList();
            if (questions.length == 0 || questions.length > MOST_QUESTIONS) {
                return error(OCSPRespBuilder.MALFORMED_REQUEST, Asked.Answer.MALFORMED);
            }
            return answer(asked, questions, now.truncatedTo(ChronoUnit.SECONDS));
        } catch (OCSPException e) {
            return error(OCSPRespBuilder.INTERNAL_ERROR, Asked.Answer.FAILED);
        } catch (IOException | RuntimeException e) {
            // Bouncy Castle's words for what is no request.
            return error(OCSPRespBuilder.MALFORMED_REQUEST, Asked.Answer.MALFORMED);
        }
    }

    /** The answer of one who has no time. */
    Response tryLater() {
        return error(OCSPRespBuilder.TRY_LATER, Asked.Answer.TRY_LATER);
    }

    private static Response error(int status, Asked.Answer kind) {
        return new Response(encoded(status, null), Map.of(), Optional.of(kind));
    }

    private static byte[] encoded(int status, Object response) {
        try {
            return new OCSPRespBuilder().build(status, response).getEncoded();
        } catch (OCSPException | IOException e) {
            throw new IllegalStateException("Writing to memory", e);
        }
    }

    private Response answer(OCSPReq asked, Req[] questions, Instant now) throws OCSPException {
        BasicOCSPRespBuilder response = new BasicOCSPRespBuilder(signer.id());
        Map<BigInteger, Asked.Answer> answers = new LinkedHashMap<>();
        Date nextUpdate = validity.isZero() ? null : Date.from(now.plus(validity));
        boolean anyOurs = false;
        for (Req question : questions) {
            CertificateID id = question.getCertID();
            boolean ours = isOurs(id);
            anyOurs |= ours;
            Optional<Issued> known = ours ? authority.find(id.getSerialNumber()) : Optional.empty();
            answers.put(id.getSerialNumber(), answer(known));
            response.addResponse(id, status(known), Date.from(now), nextUpdate);
        }
        if (!anyOurs) {
            return error(OCSPRespBuilder.UNAUTHORIZED, Asked.Answer.UNAUTHORIZED);
        }
        Extension nonce = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null && nonce.getExtnValue().getOctets().length <= LONGEST_NONCE + 2) {
            response.setResponseExtensions(new Extensions(nonce));
        }
        return new Response(encoded(OCSPRespBuilder.SUCCESSFUL, signer.sign(response, now)), answers, Optional.empty());
    }

    private boolean isOurs(CertificateID id) {
        try {
            return id.matchesIssuer(issuer, digests);
        } catch (OCSPException e) {
            // A hash that the JDK doesn't have.
            return false;
        }
    }

    private static Asked.Answer answer(Optional<Issued> known) {
        if (known.isEmpty()) {
            return Asked.Answer.UNKNOWN;
        }
        return known.get().revocation().isPresent() ? Asked.Answer.REVOKED : Asked.Answer.GOOD;
    }

    /** Bouncy Castle has null for good. The reason goes along even if it is "unspecified": RFC 6960 leaves it free. */
    private static CertificateStatus status(Optional<Issued> known) {
        if (known.isEmpty()) {
            return new UnknownStatus();
        }
        return known.get()
                .revocation()
                .map(revocation -> new RevokedStatus(
                        Date.from(revocation.moment()), revocation.reason().code()))
                .orElse(null);
    }
}
