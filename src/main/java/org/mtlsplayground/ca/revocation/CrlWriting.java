package org.mtlsplayground.ca.revocation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.mtlsplayground.ca.Signing;
import org.mtlsplayground.pki.Identity;

/** Writes a version 2 CRL (RFC 5280 §5.1). */
final class CrlWriting {
    private CrlWriting() {}

    static X509CRL write(
            Identity ca, Collection<Issued> issued, BigInteger number, Instant thisUpdate, Instant nextUpdate) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(
                    X500Name.getInstance(ca.leaf().getSubjectX500Principal().getEncoded()), Date.from(thisUpdate));
            builder.setNextUpdate(Date.from(nextUpdate));
            builder.addExtension(Extension.authorityKeyIdentifier, false, Signing.keyIdentifier(ca.leaf()));
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
            for (Issued one : issued) {
                one.revocation().ifPresent(revocation -> add(builder, one.serial(), revocation));
            }
            byte[] der = builder.build(Signing.with(ca.key())).getEncoded();
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException("Could not write a CRL", e);
        }
    }

    /** RFC 5280 §5.3.1: instead of saying "unspecified", an entry should say nothing; Bouncy Castle leaves 0 out. */
    private static void add(X509v2CRLBuilder builder, BigInteger serial, Revocation revocation) {
        builder.addCRLEntry(
                serial, Date.from(revocation.moment()), revocation.reason().code());
    }
}
